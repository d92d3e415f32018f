import { signal } from './signal';

/** What the reader may rely on: `saved` only after the worker has read its cache back and found it whole. */
export type AppStatus =
  | { readonly kind: 'starting' | 'saving' | 'unavailable' }
  /** Nothing is stored before the reader says so: the browser has been asked to save data. */
  | { readonly kind: 'offered'; readonly accept: () => void }
  | { readonly kind: 'saved'; readonly bytes: number };

const [appStatus, setAppStatus] = signal<AppStatus>({ kind: 'starting' });

export { appStatus };

/** Also says it on `<html data-offline>`, the stable hook for styles and tests. */
export function reportStatus(status: AppStatus): void {
  setAppStatus(status);
  const { kind } = status;
  if (kind !== 'starting')
    document.documentElement.dataset.offline = kind === 'offered' ? 'unavailable' : kind;
}

/** Accepts the waiting version; undefined while none waits. */
type Accept = () => void;

const [updateWaiting, setUpdateWaiting] = signal<Accept | undefined>(undefined);

export { updateWaiting };

export const offerUpdate = (accept: Accept): void => setUpdateWaiting(accept);
export const withdrawUpdate = (): void => setUpdateWaiting(undefined);
