import { noteEntry, readEntry } from './historyEntry';
import { measurePlace, type Place, returnTo } from './place';
import { readMirror, writeMirror } from './storage';

/** Where the reader is on a page: at a card, or where it has none so far from its top. */
type Spot = Pick<Place, 'card' | 'top'> | { readonly scroll: number };

/** At the top there is nothing to hold. */
function spotNow(): Spot | undefined {
  if (scrollY <= 0) return undefined;
  const { card, top } = measurePlace() ?? {};
  return card === undefined || top === undefined ? { scroll: scrollY } : { card, top };
}

/** Answers whether the page is long enough for it by now. */
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

/** Notes where the reader is when the page goes, for a reload and for the way Back. */
export function notePlaceLeft(): void {
  addEventListener('pagehide', () => {
    const { key } = readEntry();
    if (key) writeMirror(keyOf(key), JSON.stringify(spotNow() ?? null), 'sessionStorage');
  });
}

function placeLeft(): Spot | undefined {
  const { key = '', resume } = readEntry();
  try {
    return resume ?? JSON.parse(readMirror(keyOf(key), 'sessionStorage') ?? '') ?? undefined;
  } catch {
    return undefined;
  }
}

/** What a reader does to go on from where the page stands. */
const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'hashchange'];

/**
 * Brings a reader who was here before back to where this page was left, and again whenever the browser scrolls by
 * itself or what comes into the page changes its height. It ends with the reader's first move.
 *
 * @returns is to be called when the page is complete: then it ends as soon as the place has been reached
 */
export function returnToPlaceLeft(): () => void {
  const spot = placeLeft();
  if (!spot) return () => undefined;
  let isComplete = false;
  const returning = new AbortController();
  const { signal } = returning;
  const end = () => returning.abort();
  const hold = () => {
    if (!signal.aborted && goTo(spot) && isComplete) end();
  };
  for (const move of moves) addEventListener(move, end, { signal, capture: true, passive: true });
  addEventListener('scroll', hold, { signal, passive: true });
  const heights = new ResizeObserver(hold);
  heights.observe(document.body);
  signal.addEventListener('abort', () => heights.disconnect());
  if (readEntry().resume) noteEntry({ resume: undefined });
  hold();
  return () => {
    isComplete = true;
    hold();
  };
}

let isReloading = false;

/** One reload into a new version, back to the same card. */
export function reloadHere(): void {
  if (isReloading) return;
  isReloading = true;
  noteEntry({ resume: measurePlace() });
  location.reload();
}
