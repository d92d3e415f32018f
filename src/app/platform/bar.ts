/**
 * Writes the height of the bar into the styles, because link targets must stop below the bar. It takes two
 * rows where the window is narrow or the type large.
 */
export function followBar(): void {
  const bar = document.querySelector('header');
  if (!bar) return;
  const follow = () => document.documentElement.style.setProperty('--bar-height', `${bar.offsetHeight}px`);
  follow();
  new ResizeObserver(follow).observe(bar);
}
