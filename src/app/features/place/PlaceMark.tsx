import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { areContentsOpen, toggleContents } from '../../state/contents';
import { place } from '../../state/place';
import { keptPlace } from '../../state/progress';
import { LinkButton } from '../../ui/LinkButton';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './PlaceMark.module.css';

interface Props {
  /** The contents of the page. They open below the bar, so that a reader gets anywhere from anywhere. */
  readonly children: ComponentChildren;
}

/** The contents close by this key wherever the focus is; from inside them it goes back to what has opened them. */
function leaveByEscape({ key, currentTarget }: TargetedKeyboardEvent<HTMLElement>): void {
  if (key === 'Escape') (currentTarget.previousElementSibling as HTMLElement).focus();
}

/**
 * Shows "3 / 14", which opens the contents and then closes them, and a line of progress. A reader who has come back
 * and is still at the beginning gets a link to where to go on.
 */
export function PlaceMark({ children }: Props) {
  const { t } = useWords();
  const here = useSignal(place);
  const before = useSignal(keptPlace);
  const isHydrated = useHydrated();
  const isOpen = useSignal(areContentsOpen);
  const number = before && here?.position === 1 ? here.cards.indexOf(before.card) + 1 : 0;
  if (isHydrated && !isOpen && before && number > 1)
    return (
      <div data-live="place">
        <a key="continue" href={`#${before.card}`} data-continue>
          {t('place:continue', { number })}
        </a>
      </div>
    );
  const position = isHydrated ? here : undefined;
  const values = { number: position?.position ?? 0, total: position?.total ?? 0 };
  return (
    <div data-live="place">
      {/* Two keys, so that Preact replaces the link: one whose text grows would count as a shift of the layout. */}
      <LinkButton
        key={position ? 'position' : 'contents'}
        href="#contents"
        press={toggleContents}
        state={{
          'aria-expanded': isOpen,
          ...(position && !isOpen && { 'aria-label': t('place:position-label', values) }),
        }}
      >
        {isOpen ? t('place:close') : position ? t('place:position', values) : t('place:contents')}
      </LinkButton>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the key closes the panel from anything in it
        <div class={styles.panel} data-contents onKeyDown={leaveByEscape}>
          {children}
        </div>
      )}
      {position && (
        <span
          class={styles.progress}
          style={{ inlineSize: `${(100 * position.position) / position.total}%` }}
          aria-hidden="true"
        />
      )}
    </div>
  );
}
