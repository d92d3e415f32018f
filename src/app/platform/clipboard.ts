/** Resolves to whether the text is on the clipboard: it may be denied, or missing where the page is not secure. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Selects what an element shows, so that the reader can copy it by the browser's own means. */
export function selectText(element: Element): void {
  getSelection()?.selectAllChildren(element);
}
