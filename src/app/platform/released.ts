import type { FileAddress } from '../../core/page';
import { inTime } from './tasks';

/** ms: a network that accepts and never answers counts as none; one that is only slow brings any file in this time. */
const patience = 60_000;

/** The server has no such file any more, because it has a newer version. */
export class Outdated extends Error {
  override name = 'Outdated';
}

interface Fetched {
  readonly response: Response;
  /** The first answer had other bytes. */
  readonly isAnew: boolean;
}

async function fetchChecked({ src, integrity }: FileAddress): Promise<Fetched> {
  const first = await fetch(src, { integrity }).catch(() => undefined);
  if (first) return { response: first, isAnew: false };
  try {
    return { response: await fetch(src, { integrity, cache: 'reload' }), isAnew: true };
  } catch (error) {
    // Browsers refuse the bytes of an error page too, and do not say that it was one.
    const { status } = await fetch(src);
    throw status === 404 ? new Outdated(src) : error;
  }
}

/**
 * Fetches a file of this release. Browsers keep hashed files for a year, also those that were altered or cut on their
 * way; where the first answer has other bytes than the released ones, the second is asked for past the cache.
 *
 * @throws where the released bytes cannot be had, or not in time; `Outdated` where the server has a newer version
 */
export const fetchReleased = async (file: FileAddress): Promise<Response> =>
  (await inTime(fetchChecked(file), patience, file.src)).response;

/** The scripts of this release with their hashes, as the import map of the page lists them. */
export function releasedScripts(): FileAddress[] {
  const map = document.querySelector('script[type=importmap]')?.textContent ?? '{}';
  const { integrity = {} } = JSON.parse(map) as { readonly integrity?: Readonly<Record<string, string>> };
  return Object.entries(integrity).map(([src, integrity]) => ({ src, integrity }));
}

const isReloaded = (): boolean =>
  (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type ===
  'reload';

/**
 * Imports the page's own script where it did not arrive as it was released. Firefox does not try once more before the
 * page is loaded again; that is done once.
 *
 * @throws where the script cannot be had
 */
export async function importAgain(script: FileAddress): Promise<void> {
  const { isAnew } = await fetchChecked(script);
  await import(/* @vite-ignore */ script.src).catch((error: unknown) => {
    // An import also fails because the page is being left.
    if (isAnew && !isReloaded()) location.reload();
    throw error;
  });
}
