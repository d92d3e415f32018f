/** Where the reader is: a card and how far its top stands from the top of the window, in CSS px. */
export interface Place {
  readonly card: string;
  /** Counted from 1. */
  readonly position: number;
  readonly total: number;
  /** All cards of the page, by id. */
  readonly cards: readonly string[];
  readonly top: number;
}

/**
 * Shares of the window's height. The reader is at a card whose top is in the upper quarter; if there is none,
 * at the card that crosses the middle.
 */
const beginning = 0.25;
const middle = 0.5;

/** Finds the card that the reader is at. */
export function measurePlace(): Place | undefined {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')];
  const boxes = cards.map((card) => card.getBoundingClientRect());
  let index = boxes.findIndex(({ top }) => top >= 0 && top <= innerHeight * beginning);
  if (index < 0) index = boxes.findLastIndex(({ top }) => top <= innerHeight * middle);
  const card = cards[Math.max(0, index)];
  const box = boxes[Math.max(0, index)];
  return (
    card &&
    box && {
      card: card.id,
      position: cards.indexOf(card) + 1,
      total: cards.length,
      cards: cards.map(({ id }) => id),
      top: box.top,
    }
  );
}

/**
 * Moves the page by so many CSS px. `scrollBy` would not do: after a reload on a busy machine, Firefox may go back
 * from there to where it had scrolled by itself (3 of 30 reloads).
 */
const move = (by: number) => scrollTo({ top: scrollY + by, behavior: 'instant' });

/** The browser itself holds the place of what is in an element; it must not where we do, or the two add up. */
export function setScrollAnchoring({ style }: HTMLElement, isOn: boolean): void {
  style.overflowAnchor = isOn ? '' : 'none';
}

/** Scrolls so that the top of the card is again where it was. */
export function returnTo({ card, top }: Pick<Place, 'card' | 'top'>): void {
  const box = document.getElementById(card)?.getBoundingClientRect();
  if (box) move(box.top - top);
}

/**
 * Changes what components show, and scrolls so that the card the reader is at does not move. Preact renders
 * in a microtask, so nothing is painted in between.
 */
export async function holdPlace(change: () => unknown): Promise<void> {
  const here = scrollY > 0 ? measurePlace() : undefined;
  await change();
  if (here) returnTo(here);
}

/**
 * Calls back at most once per frame while the reader scrolls or the window changes. If a new
 * width breaks the lines anew, as when a phone is turned, it also scrolls so that the text in
 * the upper quarter stays in place.
 */
export function watchPlace(listener: (place: Place | undefined) => void): void {
  let asked = false;
  let eyes: Element | null = null;
  let top = 0;
  let width = innerWidth;
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      eyes = scrollY > 0 ? document.elementFromPoint(innerWidth / 2, innerHeight * beginning) : null;
      top = eyes?.getBoundingClientRect().top ?? 0;
      listener(measurePlace());
    });
  };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', () => {
    // A change of height alone moves no text: the browser's own bar comes or goes while the reader scrolls.
    if (width !== innerWidth && eyes?.isConnected) move(eyes.getBoundingClientRect().top - top);
    width = innerWidth;
    ask();
  });
  ask();
}
