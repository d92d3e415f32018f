/**
 * Copies the text; resolves to false where the clipboard is denied, or missing
 * because the page is not secure.
 */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Selects the text of an element, so that the reader can copy it by the browser's own means. */
export function selectText(element: Element): void {
  getSelection()?.selectAllChildren(element);
}
