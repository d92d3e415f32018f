import { measurePlace, type Place, watchPlace } from '../platform/place';
import { withKeeper } from './keeper';
import { signal } from './signal';

const [place, setPlace] = signal<Place | undefined>(undefined);

export { place };

/** Follows the reader from card to card, until the page is left. */
export function followPlace(): void {
  watchPlace(setPlace);
}

/** Measures again after the words have changed, before the reader scrolls. */
export const refreshPlace = (): void => setPlace(measurePlace());

/** Where the reader was when an article was last read; undefined on a first visit. Asks the database, so is not to be waited for. */
export const placeBefore = (article: string) => withKeeper(({ placeKept }) => placeKept(article));
