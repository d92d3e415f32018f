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

/** Calls back at most once a frame while the reader scrolls or the window changes. */
export function watchPlace(listener: (place: Place | undefined) => void): void {
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      listener(measurePlace());
    });
  };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask, { passive: true });
  ask();
}

const pause = 150; // ms without a scroll: the reader has arrived somewhere

/** Calls back when the reader has stopped scrolling. */
export function watchPauses(listener: () => void): void {
  let timer: ReturnType<typeof setTimeout>;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(listener, pause);
    },
    { passive: true },
  );
}
