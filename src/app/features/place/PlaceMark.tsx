import { place } from '../../state/place';
import { earlier } from '../../state/progress';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';

/** Where the reader is; on coming back, and still at the beginning, where to go on. */
function Mark() {
  const { t } = speaking();
  const here = place.value;
  const before = earlier.value;
  const number = before && here?.position === 1 ? here.cards.indexOf(before.card) + 1 : 0;
  if (before && number > 1)
    return (
      <a href={`#${before.card}`} data-continue>
        {t('place:continue', { number })}
      </a>
    );
  return (
    <a href="#contents">
      {here ? t('place:position', { number: here.position, total: here.total }) : t('place:contents')}
    </a>
  );
}

/** "3 of 14": where the reader is, and the way to the contents. */
export function PlaceMark() {
  return <Watch these={[place, earlier]}>{() => <Mark />}</Watch>;
}
