import type { FileAddress, PageInfo } from '../../core/page';

/** What this page says about itself. It was built with this script, so its shape is known. */
export const readPageInfo = (): PageInfo => JSON.parse(document.getElementById('page')?.textContent ?? '');

/** A file of this site; what has other bytes than the build gave it is refused by the browser. */
export async function fetchFile<T>({ src, integrity }: FileAddress): Promise<T> {
  const response = await fetch(src, { integrity });
  if (!response.ok) throw new Error(`${src}: the server answered ${response.status}`);
  return response.json();
}
