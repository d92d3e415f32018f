import { useEffect, useReducer } from 'preact/hooks';
import type { Signal } from '../state/signal';

/** The value of a signal; the component renders again whenever it changes. */
export function useSignal<T>(signal: Signal<T>): T {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const stop = signal.watch(renderAgain as () => void);
    // It may have changed between the first render and now.
    renderAgain(undefined);
    return stop;
  }, [signal]);
  return signal.value;
}
