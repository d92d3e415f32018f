import type { FailureReport } from '../../core/messages';
import { readMirror, writeMirror } from '../platform/storage';
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

const [failure, setFailure] = signal<Pick<FailureReport, 'why' | 'isFull'> | undefined>(undefined);

/** Why a version could not be stored, where that has happened since this page was opened. */
export { failure };

export function reportFailure(report: FailureReport): void {
  setFailure(report);
  writeMirror('failure', report.why, 'sessionStorage');
}

/** Of this page, or of one before it in this tab. */
export const lastFailure = (): string | null => failure.value?.why ?? readMirror('failure', 'sessionStorage');

type Act = () => void;

const [updateWaiting, setUpdateWaiting] = signal<Act | undefined>(undefined);

/** Accepts the version that waits; undefined while none waits. */
export { updateWaiting };

/** Unless the reader has said “later” in this tab; the version takes over at the next start in any case. */
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
 * Loads the page again, where a newer version has been accepted in another tab and is in force; undefined otherwise.
 * What this page still needs of its own version may then be gone: that, and no want of a network, is the reason.
 */
export { replaced };

export const reportReplaced = (reload: Act): void => setReplaced(reload);
