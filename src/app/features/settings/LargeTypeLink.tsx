import { hrefOf } from '../../../core/routes';
import { isLargeType, toggleLargeType } from '../../state/look';
import './largeType.css';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';

/** Leads to the display page; once there is a script, a button that turns the large-type edition on and off. */
export function LargeTypeLink() {
  const { t, language, site } = useWords();
  const isLarge = useSignal(isLargeType);
  const isButton = useHydrated();
  const toggle = (event: MouseEvent | KeyboardEvent) => {
    const isMeant = 'button' in event ? event.button === 0 : event.key === ' ';
    if (!isMeant || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    toggleLargeType();
  };
  return (
    <a
      href={hrefOf(site, { page: 'settings', language })}
      data-large
      {...(isButton && { role: 'button', 'aria-pressed': isLarge })}
      onClick={toggle}
      onKeyDown={toggle}
    >
      {t('frame:tools.large')}
    </a>
  );
}
