import type { FileAddress, PageInfo } from '../../core/page';

/**
 * What this page says about itself. The shape is not checked, because page and
 * script come from the same build.
 */
export const readPageInfo = (): PageInfo => JSON.parse(document.getElementById('page')?.textContent ?? '');

/** Fetches a file of this site. The browser refuses a file whose bytes differ from those of the build. */
export async function fetchFile<T>({ src, integrity }: FileAddress): Promise<T> {
  const response = await fetch(src, { integrity });
  if (!response.ok) throw new Error(`${src}: the server answered ${response.status}`);
  return response.json();
}
