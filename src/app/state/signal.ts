/** A value that others may read and watch, but only its own module may change. */
export interface Signal<T> {
  readonly value: T;
  watch(listener: (value: T) => void): () => void;
}

/**
 * Twenty lines in place of @preact/signals, which is a good library and 2 kB (brotli) more than this needs.
 */
export function signal<T>(initial: T): [Signal<T>, (next: T) => void] {
  let current = initial;
  const listeners = new Set<(value: T) => void>();
  const set = (next: T) => {
    if (Object.is(next, current)) return;
    current = next;
    // Not `next`: a listener may have set another value meanwhile, and nobody is to be left with the older one.
    for (const listener of [...listeners]) listener(current);
  };
  return [
    {
      get value() {
        return current;
      },
      watch(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    set,
  ];
}
