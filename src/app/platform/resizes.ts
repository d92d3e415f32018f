/**
 * Calls `act` whenever the element's size changes, until the signal aborts. Where a browser has no `ResizeObserver`
 * (before 2020, or taken away by an extension) nothing is called, and the rest of the page works.
 */
export function onResize(element: Element, act: () => void, signal?: AbortSignal): void {
  if (!('ResizeObserver' in window)) return;
  const observer = new ResizeObserver(act);
  observer.observe(element);
  signal?.addEventListener('abort', () => observer.disconnect());
}
