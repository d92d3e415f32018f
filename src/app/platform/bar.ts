import { onResize } from './resizes';

/**
 * Writes the height of the bar into the styles where it takes two rows, in a narrow window or with large type:
 * link targets must stop below it. The height of one row is in the styles already; writing it there once more would
 * compute the styles of the whole page anew.
 */
export function followBar(): void {
  const bar = document.querySelector('header');
  if (!bar) return;
  const { style } = document.documentElement;
  const follow = () => {
    const isOneRow = bar.offsetHeight <= Number.parseFloat(getComputedStyle(bar).minHeight);
    if (!isOneRow) style.setProperty('--bar-height', `${bar.offsetHeight}px`);
    else if (style.length > 0) style.removeProperty('--bar-height');
  };
  follow();
  onResize(bar, follow);
}
