import { mirrorPrefix, nameUnder } from '../../core/names';

const base = import.meta.env.BASE_URL;

/** What the database and the messages of this reader are called, and how its keys in the mirror begin. */
export const readerName = nameUnder(base);
export const prefix = mirrorPrefix(base);

/**
 * What the reader made is kept in IndexedDB (see `records`), which survives a killed browser. localStorage
 * does not (Chromium writes it up to a minute late), but it answers at once, so it mirrors what is needed
 * before the first paint. Where it is full or absent sessionStorage stands in, until the tab is closed; either may be
 * denied, and then there is no mirror.
 */
type Mirror = 'localStorage' | 'sessionStorage';
const mirrors = ['localStorage', 'sessionStorage'] as const satisfies readonly Mirror[];

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** @param mirror where to look; without it wherever the last value is */
export function readMirror(key: string, mirror?: Mirror): string | null {
  for (const each of mirror ? [mirror] : mirrors) {
    const value = attempt(() => globalThis[each].getItem(prefix + key));
    if (value) return value;
  }
  return null;
}

/**
 * Answers whether there is a mirror at all.
 *
 * @param mirror sessionStorage for what is to be forgotten with the tab
 */
export function writeMirror(key: string, value: string, mirror: Mirror = 'localStorage'): boolean {
  const isWritten = attempt(() => {
    globalThis[mirror].setItem(prefix + key, value);
    return true;
  });
  if (isWritten || mirror === 'sessionStorage') return isWritten ?? false;
  // A value that is out of date must not be believed.
  removeMirror(key);
  return writeMirror(key, value, 'sessionStorage');
}

export function removeMirror(key: string): void {
  for (const mirror of mirrors) attempt(() => globalThis[mirror].removeItem(prefix + key));
}

/** Whether a worker answers for this page: then this is not the first visit. */
export const hasWorker = (): boolean => Boolean(navigator.serviceWorker?.controller);
