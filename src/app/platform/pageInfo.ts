import type { FileAddress, PageInfo } from '../../core/page';
import { fetchReleased } from './released';

/**
 * What this page says about itself. The shape is not checked, because page and
 * script come from the same build.
 */
export const readPageInfo = (): PageInfo => JSON.parse(document.getElementById('page')?.textContent ?? '');

/** Fetches a file of this site. The browser refuses a file whose bytes differ from those of the build. */
export async function fetchFile<T>(file: FileAddress): Promise<T> {
  return (await fetchReleased(file)).json();
}
