/** Where the reader is: a card and how far its top stands from the top of the window, in CSS px. */
export interface Place {
  readonly card: string;
  /** From 1. */
  readonly position: number;
  readonly total: number;
  /** All cards of the page, by id. */
  readonly cards: readonly string[];
  readonly top: number;
}

/** A card whose top stands in the upper quarter is being begun; else the one across the middle is being read. */
const beginning = 0.25;
const middle = 0.5;

/** The card under the reader's eyes. */
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

/** Scrolls so that the card's top stands where it stood. */
export function returnTo({ card, top }: Pick<Place, 'card' | 'top'>): void {
  const box = document.getElementById(card)?.getBoundingClientRect();
  if (box) scrollBy({ top: box.top - top, behavior: 'instant' });
}

/**
 * Changes what components show, and scrolls so that the card under the reader's eyes stands where it stood.
 * Preact renders in a microtask, so nothing is painted in between.
 */
export async function holdPlace(change: () => unknown): Promise<void> {
  const here = scrollY > 0 ? measurePlace() : undefined;
  await change();
  if (here) returnTo(here);
}

/**
 * Calls back at most once a frame while the reader scrolls or the window changes. Where the text takes other
 * lines then, as when a phone is turned, what stood in the upper quarter stands where it stood.
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
    // A change of height alone moves no text: it is the browser's own bar, and the reader is scrolling.
    if (width !== innerWidth && eyes?.isConnected)
      scrollBy({ top: eyes.getBoundingClientRect().top - top, behavior: 'instant' });
    width = innerWidth;
    ask();
  });
  ask();
}
