/** Elements in which a key writes a letter or makes a choice. */
const takesKeys = 'input, textarea, select, [contenteditable]';

/** The key without the effect of Caps Lock and full-width forms: `J` and `ｊ` are `j`, `？` is `?`. */
const plainKey = (key: string): string => (key.length === 1 ? key.normalize('NFKC').toLowerCase() : key);

/**
 * Calls the action of a pressed key, unless a field takes the key, it belongs to a browser shortcut, or the
 * reader has switched the keys off.
 */
export function hearKeys(actions: Readonly<Record<string, () => void>>): void {
  addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    const name = plainKey(key);
    // Shift is part of `?`, but with an arrow it extends a selection.
    const isShortcut = ctrlKey || metaKey || altKey || (shiftKey && key.length > 1);
    if (isShortcut || isComposing || !Object.hasOwn(actions, name)) return;
    if ((target as Element | null)?.closest?.(takesKeys) || document.documentElement.dataset.keys === 'off')
      return;
    event.preventDefault();
    actions[name]?.();
  });
}
