/**
 * What the reader made is kept in IndexedDB (see `records`), which survives a killed browser. localStorage
 * does not (Chromium writes it up to a minute late), but it answers at once, so it mirrors what is needed
 * before the first paint. It may be denied, missing or full: then there is no mirror.
 */
export const prefix = 'yaolan:';

/** What holds until the tab is closed is in the other of the two. */
type Mirror = 'localStorage' | 'sessionStorage';

export function readMirror(key: string, mirror: Mirror = 'localStorage'): string | null {
  try {
    return globalThis[mirror].getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Answers whether there is a mirror at all. */
export function writeMirror(key: string, value: string, mirror: Mirror = 'localStorage'): boolean {
  try {
    globalThis[mirror].setItem(prefix + key, value);
    return true;
  } catch {
    return false;
  }
}

/** Whether a worker answers for this page: then this is not the first visit. */
export const hasWorker = (): boolean => Boolean(navigator.serviceWorker?.controller);
