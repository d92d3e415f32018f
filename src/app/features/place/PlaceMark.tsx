import { place } from '../../state/place';
import { earlier } from '../../state/progress';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';

/**
 * Shows "3 of 14" as a link to the contents. A reader who has come back and is still at the beginning
 * gets a link to where to go on.
 */
export function PlaceMark() {
  const { t } = useWords();
  const here = useSignal(place);
  const before = useSignal(earlier);
  const isHydrated = useHydrated();
  const number = before && here?.position === 1 ? here.cards.indexOf(before.card) + 1 : 0;
  if (isHydrated && before && number > 1)
    return (
      <div data-live="place">
        <a key="continue" href={`#${before.card}`} data-continue>
          {t('place:continue', { number })}
        </a>
      </div>
    );
  const position = isHydrated && here;
  return (
    <div data-live="place">
      {/* A link of its own for the position: one that becomes longer would count as a shift of the layout. */}
      <a key={position ? 'position' : 'contents'} href="#contents">
        {position
          ? t('place:position', { number: position.position, total: position.total })
          : t('place:contents')}
      </a>
    </div>
  );
}
