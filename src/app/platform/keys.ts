/** Where a key is a letter to be written or a choice to be made. */
const takesKeys = 'input, textarea, select, [contenteditable]';

/** The key apart from Caps Lock and full-width forms: `J` and `ｊ` are `j`, `？` is `?`. */
const plainKey = (key: string): string => (key.length === 1 ? key.normalize('NFKC').toLowerCase() : key);

/** Hears single keys, but for those that a field takes or that are meant for the browser. */
export function hearKeys(actions: Readonly<Record<string, () => void>>): void {
  addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
    const name = plainKey(key);
    if (ctrlKey || metaKey || altKey || isComposing || !Object.hasOwn(actions, name)) return;
    if ((target as Element | null)?.closest?.(takesKeys) || document.documentElement.dataset.keys === 'off')
      return;
    event.preventDefault();
    actions[name]?.();
  });
}
