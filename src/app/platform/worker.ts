import { messageSW, Workbox } from 'workbox-window';
import { type AuditReport, type AuditRequest, type FailureReport, isAuditReport } from '../../core/messages';

export interface WorkerEvents {
  /** A first version is being stored. */
  saving(): void;
  /** The active version has answered for its cache. */
  audited(report: AuditReport): void;
  /** There is no worker to be had: not supported, blocked, or its files did not arrive whole. */
  unavailable(): void;
  /** A version could not be stored, the first or a newer one. */
  failed(report: FailureReport): void;
  /** A newer version is stored and waits; `accept` lets it take over and then calls `ready`. */
  waiting(accept: (ready: () => void) => void): void;
  /** The version that waited is gone: it has taken over, or a newer one replaces it. */
  settled(): void;
}

const patience = 20_000; // ms; hashing the whole edition takes well under one second
const checkEvery = 60 * 60 * 1000; // ms
const checkAtMost = 10 * 60 * 1000; // ms

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** Where Trusted Types are enforced, `register` refuses a plain string. The policy makes this one address only. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  const createScriptURL = (asked: string) => {
    if (asked !== address) throw new TypeError(`not the worker's address: ${asked}`);
    return asked;
  };
  return trustedTypes.createPolicy('reader-sw', { createScriptURL }).createScriptURL(address);
}

function audit(worker: ServiceWorker): Promise<AuditReport> {
  const request: AuditRequest = { type: 'AUDIT' };
  return new Promise((resolve, reject) => {
    setTimeout(reject, patience, new Error('the worker did not answer'));
    messageSW(worker, request).then((answer: unknown) => {
      if (isAuditReport(answer)) resolve(answer);
      else reject(new Error('the worker answered something else'));
    }, reject);
    // One that is replaced at this moment hears nothing any more.
    worker.addEventListener('statechange', () => worker.state === 'redundant' && reject());
  });
}

/** Looks for a newer version when the reader comes back to the page, and every hour. */
function keepChecking(registration: ServiceWorkerRegistration): void {
  let last = Date.now();
  const check = () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < checkAtMost) return;
    last = Date.now();
    // Offline, or the server is unwell: the stored version goes on.
    registration.update().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', check);
  setInterval(check, checkEvery);
}

/** Registers the worker and reports what becomes of it. Listeners are attached once. */
export async function openWorker(base: string, events: WorkerEvents): Promise<void> {
  if (!('serviceWorker' in navigator)) return events.unavailable();
  const workbox = new Workbox(trusted(`${base}sw.js`), { scope: base, updateViaCache: 'none' });
  const report = async (registration: ServiceWorkerRegistration): Promise<void> => {
    const { active } = registration;
    try {
      if (active) events.audited(await audit(active));
      else events.unavailable();
    } catch {
      // A version that waited may have taken over since the question.
      if (registration.active !== active) await report(registration);
      else events.unavailable();
    }
  };
  let current: ServiceWorkerRegistration | undefined;
  workbox.addEventListener('installing', ({ isUpdate }) => {
    if (!isUpdate) events.saving();
  });
  workbox.addEventListener('activated', () => current && void report(current));
  workbox.addEventListener('redundant', () => {
    if (current && !current.active) events.unavailable();
  });
  /** Not by workbox-window's own event: of the versions that are found in one visit it follows two. */
  const offer = () => {
    const { active, waiting } = current ?? {};
    if (!active || !waiting) return;
    waiting.addEventListener('statechange', () => {
      // It waits no longer: it takes over, at the reader's wish or not, or a newer one takes its place.
      events.settled();
      offer();
    });
    events.waiting((ready) => {
      // The one that waits now: a newer version may have taken the place of the one that was offered.
      // Not `controlling`: a page of the very first visit is under no worker's control.
      current?.waiting?.addEventListener('statechange', function () {
        if (this.state === 'activated') ready();
      });
      workbox.messageSkipWaiting();
    });
  };
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.type === 'FAILED') events.failed(data);
  });
  try {
    // The page is idle already; workbox-window would otherwise wait for `load` once more.
    current = await workbox.register({ immediate: true });
  } catch {
    return events.unavailable();
  }
  if (!current) return events.unavailable();
  keepChecking(current);
  offer();
  current.addEventListener('updatefound', () => {
    current?.installing?.addEventListener('statechange', function () {
      if (this.state === 'installed') offer();
    });
  });
  if (current.active) return report(current);
  events.saving();
  // workbox-window is silent about a worker that another page had begun to install.
  await navigator.serviceWorker.ready.then(report);
}
