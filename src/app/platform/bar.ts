/**
 * Says in the styles how tall the bar above the text is, which takes two rows where the window is narrow or the
 * type large: what is linked to stands below it.
 */
export function followBar(): void {
  const bar = document.querySelector('header');
  if (!bar) return;
  const follow = () => document.documentElement.style.setProperty('--bar-height', `${bar.offsetHeight}px`);
  follow();
  new ResizeObserver(follow).observe(bar);
}
