import { selectText, writeClipboard } from '../platform/clipboard';

export type Copying = 'copied' | 'selected';

/** Copies the text of an element. If the browser denies that, selects the text instead. */
export async function copyText(element: Element): Promise<Copying> {
  if (await writeClipboard(element.textContent)) return 'copied';
  selectText(element);
  return 'selected';
}
