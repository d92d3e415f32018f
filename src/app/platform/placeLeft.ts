import { readEntry } from './historyEntry';
import { measurePlace, type Place, returnTo, setScrollAnchoring } from './place';
import { onResize } from './resizes';
import { readMirror, writeMirror } from './storage';

/** Where the reader is on a page: at a card, or, on a page without cards, how far down it is scrolled. */
type Spot = Pick<Place, 'card' | 'top'> | { readonly scroll: number };

/** Undefined at the top of the page, where there is no spot to return to. */
function spotNow(): Spot | undefined {
  if (scrollY <= 0) return undefined;
  const { card, top } = measurePlace() ?? {};
  return card === undefined || top === undefined ? { scroll: scrollY } : { card, top };
}

/** Scrolls to a spot; returns false while the page is not yet long enough to reach it. */
function goTo(spot: Spot): boolean {
  if (!('card' in spot)) {
    scrollTo({ top: spot.scroll, behavior: 'instant' });
    return Math.abs(scrollY - spot.scroll) < 1;
  }
  returnTo(spot);
  const top = document.getElementById(spot.card)?.getBoundingClientRect().top ?? spot.top;
  return Math.abs(top - spot.top) < 1;
}

const keyOf = (entry: string) => `left:${entry}`;

/** Stores the reader's spot when the page is left, for a reload and for the way Back. */
export function notePlaceLeft(): void {
  addEventListener('pagehide', () => {
    const { key } = readEntry();
    if (key) writeMirror(keyOf(key), JSON.stringify(spotNow() ?? null), 'sessionStorage');
  });
}

function placeLeft(): Spot | undefined {
  const { key = '' } = readEntry();
  try {
    return JSON.parse(readMirror(keyOf(key), 'sessionStorage') ?? '') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Events by which the reader moves on from where the page stands. */
const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'hashchange'];

/**
 * Brings a returning reader back to where this page was left, and again whenever the browser scrolls by
 * itself or content changes the page's height. The reader's first move ends it.
 *
 * @returns a function to call when the page is complete: then it ends as soon as the spot has been reached
 */
export function returnToPlaceLeft(): () => void {
  const spot = placeLeft();
  if (!spot) return () => undefined;
  let isComplete = false;
  const returning = new AbortController();
  const { signal } = returning;
  // Otherwise Firefox on a busy machine may go back to where it had scrolled. Not on `body`, where `shell/openParts`
  // turns it off and on in its own time.
  const page = document.documentElement;
  setScrollAnchoring(page, false);
  const end = () => {
    setScrollAnchoring(page, true);
    returning.abort();
  };
  const hold = () => {
    if (!signal.aborted && goTo(spot) && isComplete) end();
  };
  for (const move of moves) addEventListener(move, end, { signal, capture: true, passive: true });
  addEventListener('scroll', hold, { signal, passive: true });
  onResize(document.body, hold, signal);
  hold();
  return () => {
    isComplete = true;
    hold();
  };
}

let isReloading = false;

/** Reloads the page into a new version, once; the spot is stored as it is left. */
export function reloadHere(): void {
  if (!isReloading) location.reload();
  isReloading = true;
}
