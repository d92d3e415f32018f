import type { FileAddress } from '../../core/page';
import { fetchReleased, releasedScripts } from './released';

/** The addresses of scripts that have been fetched. */
const fetched = new Set<string>();

/**
 * Stands in for Vite's helper that every late import goes through (see `vite.config.ts`). It fetches the script, and what
 * that imports, before it imports them: a browser may hold other bytes than the released ones, and Firefox never again
 * imports what it once could not have, such as without a network.
 *
 * @param files the paths below the base of the script and of what it imports
 */
export async function __vitePreload<T>(script: () => Promise<T>, files: readonly string[]): Promise<T> {
  const isWanted = ({ src }: FileAddress) => !fetched.has(src) && files.some((file) => src.endsWith(file));
  const fetchOnce = async (script: FileAddress) => {
    await fetchReleased(script);
    fetched.add(script.src);
  };
  await Promise.all(releasedScripts().filter(isWanted).map(fetchOnce));
  return script();
}
