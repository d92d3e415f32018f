import { useEffect, useState } from 'preact/hooks';
import type { Signal } from '../state/signal';

/** The signal's value; the component renders again when it changes. */
export function useValue<T>(source: Signal<T>): T {
  const [value, setValue] = useState(source.value);
  useEffect(() => {
    // It may have changed between the first render and this effect.
    setValue(() => source.value);
    return source.watch((next) => setValue(() => next));
  }, [source]);
  return value;
}
