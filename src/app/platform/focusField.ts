/**
 * Focuses a field when the page opens, on devices with a mouse, where it saves a click. On a phone the
 * keyboard would cover half the page, so there the reader taps first. The focus is not moved if the reader
 * has already focused something else or scrolled.
 */
export function focusField(field: HTMLElement): void {
  const isFree = document.activeElement === document.body && scrollY === 0;
  if (isFree && matchMedia('(hover: hover) and (pointer: fine)').matches)
    field.focus({ preventScroll: true });
}
