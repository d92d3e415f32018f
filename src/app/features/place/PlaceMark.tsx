import { place } from '../../state/place';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';

function position(): string {
  const { t } = speaking();
  const here = place.value;
  return here ? t('place:position', { number: here.position, total: here.total }) : t('place:contents');
}

/** "3 of 14": where the reader is, and the way to the contents. */
export function PlaceMark() {
  return (
    <a href="#contents">
      <Watch these={[place]}>{position}</Watch>
    </a>
  );
}
