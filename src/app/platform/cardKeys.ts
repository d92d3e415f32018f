/** Scrolls to the next or the previous card and focuses its heading. */
export function goToCard(step: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')];
  const bar = Math.max(0, document.querySelector('header')?.getBoundingClientRect().bottom ?? 0);
  const tops = cards.map((card) => card.getBoundingClientRect().top - bar);
  const slack = 16; // CSS px; a card whose top is this close to the bar is the one being read
  const at = step > 0 ? tops.findIndex((top) => top > slack) : tops.findLastIndex((top) => top < -slack);
  const heading = cards[at]?.querySelector<HTMLElement>('h1, h2, h3');
  if (!heading) return;
  cards[at]?.scrollIntoView({ block: 'start', behavior: 'instant' });
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
