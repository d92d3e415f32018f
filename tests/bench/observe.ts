/** What the page's own clock saw, in milliseconds from the start of the navigation. */
export interface Seen {
  readonly fcp: number;
  readonly lcp: number;
  /** The last element that counted as the largest; `img`, or the tag of a text. */
  readonly lcpElement: string;
  /** The first paint in which the largest element was text of the page's main part. */
  readonly sight: number;
  readonly cls: number;
  readonly tbt: number;
  readonly load: number;
  /** When the page said that it is interactive; the end of the document where it never says so. */
  readonly interactive: number;
  readonly timeOrigin: number;
  readonly elements: number;
}

/** Sent into every page before anything else runs there; it is sent as text and sees nothing outside. */
export function observe(): void {
  const seen = {
    fcp: 0,
    lcp: 0,
    lcpElement: '',
    sight: 0,
    cls: 0,
    interactive: 0,
    tasks: [] as { start: number; length: number }[],
  };
  Object.assign(window, { bench: seen });
  const watch = (type: string, heard: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(heard)).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime;
  });
  watch('largest-contentful-paint', (entry) => {
    const { element, url, startTime } = entry as PerformanceEntry & { element: Element | null; url: string };
    seen.lcp = startTime;
    seen.lcpElement = url ? 'img' : (element?.localName ?? 'gone');
    if (!url && element?.closest('main')) seen.sight ||= startTime;
  });
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.cls += value;
  });
  watch('longtask', ({ startTime, duration }) => seen.tasks.push({ start: startTime, length: duration }));
  new MutationObserver((_changes, observer) => {
    if (!document.documentElement?.hasAttribute('data-hydrated')) return;
    observer.disconnect();
    seen.interactive = performance.now();
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-hydrated'] });
}

/** Runs in the page at the end. */
export function readSeen(): Seen {
  type Kept = Omit<Seen, 'tbt' | 'load' | 'timeOrigin' | 'elements'> & {
    tasks: { start: number; length: number }[];
  };
  const { tasks, ...seen } = (window as unknown as { bench: Kept }).bench;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const blocking = tasks
    .filter(({ start, length }) => start + length > seen.fcp)
    .map(({ start, length }) => start + length - Math.max(start, seen.fcp) - 50);
  return {
    ...seen,
    tbt: blocking.reduce((sum, time) => sum + Math.max(0, time), 0),
    load: navigation?.loadEventEnd ?? 0,
    interactive: seen.interactive || (navigation?.domContentLoadedEventEnd ?? 0),
    timeOrigin: performance.timeOrigin,
    elements: document.querySelectorAll('*').length,
  };
}
