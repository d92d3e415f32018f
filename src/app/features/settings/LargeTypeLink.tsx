import { hrefOf } from '../../../core/routes';
import { look, toggleLargeType } from '../../state/look';
import { LinkButton } from '../../ui/LinkButton';
import './largeType.css';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';

/**
 * A link to the display page. Once there is a script it is a button that turns the
 * large-type edition on and off.
 */
export function LargeTypeLink() {
  const { t, language, site } = useWords();
  const isLarge = useSignal(look)?.edition === 'large';
  return (
    <LinkButton
      href={hrefOf(site, { page: 'settings', language })}
      press={toggleLargeType}
      state={{ 'aria-pressed': isLarge }}
      data-large
    >
      {t('frame:tools.large')}
    </LinkButton>
  );
}
