import { selectText, writeClipboard } from '../platform/clipboard';

export type Copying = 'copied' | 'selected';

/** Copies what an element shows; where that is denied, selects it and says so. */
export async function copyText(element: Element): Promise<Copying> {
  if (await writeClipboard(element.textContent)) return 'copied';
  selectText(element);
  return 'selected';
}
