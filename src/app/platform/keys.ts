/** Where a key is a letter to be written or a choice to be made. */
const takesKeys = 'input, textarea, select, [contenteditable]';

/**
 * Hears single keys, but for those that a field takes or that are meant for the browser.
 *
 * @param keys those that do anything
 */
export function hearKeys(keys: readonly string[], act: (key: string) => void): void {
  addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
    if (ctrlKey || metaKey || altKey || isComposing || !keys.includes(key)) return;
    if ((target as Element | null)?.closest?.(takesKeys) || document.documentElement.dataset.keys === 'off')
      return;
    event.preventDefault();
    act(key);
  });
}
