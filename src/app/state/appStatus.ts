import type { FailureReport } from '../../core/messages';
import { readMirror, removeMirror, writeMirror } from '../platform/storage';
import { signal } from './signal';

/**
 * What the reader may rely on. It is `saved` only after the worker has read its
 * cache back and found it whole.
 */
export type AppStatus =
  | { readonly kind: 'starting' | 'saving' | 'unavailable' }
  /** The browser is asked to save data, so nothing is stored before the reader agrees. */
  | { readonly kind: 'offered'; readonly accept: () => void }
  | { readonly kind: 'saved'; readonly bytes: number };

const [appStatus, setAppStatus] = signal<AppStatus>({ kind: 'starting' });

export { appStatus };

/** Also sets `<html data-offline>`, the stable hook for styles and tests. */
export function reportStatus(status: AppStatus): void {
  setAppStatus(status);
  const { kind } = status;
  if (kind !== 'starting')
    document.documentElement.dataset.offline = kind === 'offered' ? 'unavailable' : kind;
}

const [failure, setFailure] = signal<Pick<FailureReport, 'why' | 'isFull'> | undefined>(undefined);

/** Why a version could not be stored; undefined if that has not happened since this page was opened. */
export { failure };

export function reportFailure(report: FailureReport): void {
  setFailure(report);
  writeMirror('failure', report.why, 'sessionStorage');
}

/** A version has been stored since. */
export function forgetFailure(): void {
  setFailure(undefined);
  removeMirror('failure');
}

/** Why a version could not be stored, on this page or on an earlier one in this tab. */
export const lastFailure = (): string | null => failure.value?.why ?? readMirror('failure', 'sessionStorage');

type Act = () => void;

const [updateWaiting, setUpdateWaiting] = signal<Act | undefined>(undefined);

/** A function that accepts the waiting version; undefined while none waits. */
export { updateWaiting };

/**
 * Offers an update, unless the reader has said “later” in this tab. The version takes over
 * at the next start in any case.
 */
export const offerUpdate = (accept: Act): void => {
  if (!readMirror('later', 'sessionStorage')) setUpdateWaiting(accept);
};
export const withdrawUpdate = (): void => setUpdateWaiting(undefined);

export function putOffUpdate(): void {
  writeMirror('later', '1', 'sessionStorage');
  withdrawUpdate();
}

const [replaced, setReplaced] = signal<Act | undefined>(undefined);

/**
 * A function that reloads the page, set when a newer version is in force: it was accepted in another tab, or the
 * server has no more files of this one; undefined otherwise. Files of this page's own version may then be gone. If one
 * cannot be fetched, that is the reason, and not the network.
 */
export { replaced };

export const reportReplaced = (reload: Act): void => setReplaced(reload);
