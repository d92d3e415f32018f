import { mirrorPrefix, nameUnder } from '../../core/names';

const base = import.meta.env.BASE_URL;

/** The name of this reader's database and message channel, and the prefix of its keys in the mirror. */
export const readerName = nameUnder(base);
export const prefix = mirrorPrefix(base);

/**
 * What the reader made is kept in IndexedDB (see `records`), which survives a killed browser. localStorage
 * does not (Chromium writes it up to a minute late), but it is synchronous, so it mirrors what is needed
 * before the first paint. If it is full or absent, sessionStorage takes its place until the tab is closed.
 * Either may be denied; without both there is no mirror.
 */
export type Mirror = 'localStorage' | 'sessionStorage';
const mirrors = ['localStorage', 'sessionStorage'] as const satisfies readonly Mirror[];

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** @param mirror the storage to look in; if absent, the value is taken from whichever has it */
export function readMirror(key: string, mirror?: Mirror): string | null {
  for (const each of mirror ? [mirror] : mirrors) {
    const value = attempt(() => globalThis[each].getItem(prefix + key));
    if (value) return value;
  }
  return null;
}

/**
 * Returns whether the value could be written.
 *
 * @param mirror sessionStorage for a value to be forgotten with the tab
 */
export function writeMirror(key: string, value: string, mirror: Mirror = 'localStorage'): boolean {
  const isWritten = attempt(() => {
    globalThis[mirror].setItem(prefix + key, value);
    return true;
  });
  if (isWritten || mirror === 'sessionStorage') return isWritten ?? false;
  // The old value could not be replaced and must not be read again.
  removeMirror(key);
  return writeMirror(key, value, 'sessionStorage');
}

export function removeMirror(key: string): void {
  for (const mirror of mirrors) attempt(() => globalThis[mirror].removeItem(prefix + key));
}

export const hasWorker = (): boolean => Boolean(navigator.serviceWorker?.controller);

/**
 * Whether the database may have something of this reader's. On a first visit it is not asked. Some readers never have
 * a worker (plain HTTP, some in-app browsers), so the mirror counts too: it has the number of the last change.
 */
export const isReturning = (): boolean => hasWorker() || readMirror('sequence') !== null;
