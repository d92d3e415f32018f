import { place } from '../../state/place';
import { useValue } from '../../ui/useValue';
import { useSpeech } from '../../ui/words';

/** "3 of 14": where the reader is, and the way to the contents. */
export function PlaceMark() {
  const { t } = useSpeech();
  const here = useValue(place);
  return (
    <a href="#contents">
      {here ? t('reader:position', { number: here.position, total: here.total }) : t('reader:contents')}
    </a>
  );
}
