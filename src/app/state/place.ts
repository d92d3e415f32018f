import { measurePlace, type Place, watchPlace } from '../platform/place';
import { signal } from './signal';

const [place, setPlace] = signal<Place | undefined>(undefined);

export { place };

/** Follows the reader from card to card, until the page is left. */
export function followPlace(): void {
  watchPlace(setPlace);
}

/** Measures again after the words have changed, without waiting for the reader to scroll. */
export const refreshPlace = (): void => setPlace(measurePlace());
