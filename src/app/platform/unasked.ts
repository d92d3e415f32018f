/**
 * Gives a field the focus at the start, where a reader would next click into it: not under a finger, where a
 * keyboard would come up unasked, nor where the reader has begun with something else.
 */
export function focusUnasked(field: HTMLElement): void {
  const isFree = document.activeElement === document.body && scrollY === 0;
  if (isFree && matchMedia('(hover: hover) and (pointer: fine)').matches)
    field.focus({ preventScroll: true });
}
