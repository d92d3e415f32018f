import { measurePlace, type Place, watchPlace } from '../platform/place';
import { signal } from './signal';

const [place, setPlace] = signal<Place | undefined>(undefined);

/** The card that the reader is at. Unlike the place it changes only from card to card. */
const [cardHere, setCardHere] = signal<string | undefined>(undefined);

export { cardHere, place };

function show(now: Place | undefined): void {
  setPlace(now);
  setCardHere(now?.card);
}

/** Follows the reader from card to card, until the page is left. */
export function followPlace(): void {
  watchPlace(show);
}

/** Measures again after the words have changed, without waiting for the reader to scroll. */
export const refreshPlace = (): void => show(measurePlace());
