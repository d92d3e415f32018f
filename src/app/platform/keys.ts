/** What single keys do; `undefined` for those that do nothing on this page. */
export type KeyActions = Readonly<Record<string, (() => void) | undefined>>;

/** Where a key is a letter to be written or a choice to be made. */
const takesKeys = 'input, textarea, select, [contenteditable]';

/** Hears single keys, but for those that a field takes or that are meant for the browser. */
export function hearKeys(actions: () => KeyActions): void {
  addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
    if (ctrlKey || metaKey || altKey || isComposing || (target as Element | null)?.closest?.(takesKeys))
      return;
    if (document.documentElement.dataset.keys === 'off') return;
    const act = actions()[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** Brings the next card, or the one before, under the reader's eyes, and its heading into focus. */
export function goToCard(step: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')];
  const bar = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  const tops = cards.map((card) => card.getBoundingClientRect().top - bar);
  const slack = 16; // CSS px: a card that stands right under the bar is the one being read
  const at = step > 0 ? tops.findIndex((top) => top > slack) : tops.findLastIndex((top) => top < -slack);
  const heading = cards[at]?.querySelector<HTMLElement>('h1, h3');
  if (!heading) return;
  cards[at]?.scrollIntoView({ block: 'start', behavior: 'instant' });
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
