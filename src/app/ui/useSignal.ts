import { useEffect, useReducer } from 'preact/hooks';
import type { Signal } from '../state/signal';

/** The value of a signal; the component renders again whenever it changes. */
export function useSignal<T>(signal: Signal<T>): T {
  const [value, show] = useReducer(
    (_: T, next: T) => next,
    signal,
    ({ value }) => value,
  );
  useEffect(() => {
    // It may have changed between the first render and now.
    show(signal.value);
    return signal.watch(show);
  }, [signal]);
  return value;
}
