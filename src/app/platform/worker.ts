import { messageSW, Workbox } from 'workbox-window';
import {
  type AuditReport,
  type AuditRequest,
  type FailureReport,
  parseMessage,
  type SkipWaiting,
} from '../../core/messages';

export interface WorkerEvents {
  /** A first version is being stored. */
  saving(): void;
  /** The active version has reported what is in its cache. */
  audited(report: AuditReport): void;
  /** There is no service worker: it is not supported, is blocked, or its files did not arrive whole. */
  unavailable(): void;
  /** A version, the first or a newer one, could not be stored. */
  failed(report: FailureReport): void;
  /** A version, the first or a newer one, has been stored while this page was open. */
  stored(): void;
  /** A newer version is stored and waits; `accept` lets it take over and then calls `ready`. */
  waiting(accept: (ready: () => void) => void): void;
  /** No version is waiting any more. */
  noneWaiting(): void;
  /** A newer version has taken over that was accepted in another tab, not on this page. */
  replaced(): void;
}

const patience = 20_000; // ms; hashing the whole edition takes well under one second
const checkEvery = 60 * 60 * 1000; // ms
const checkAtMost = 10 * 60 * 1000; // ms

const skipWaiting: SkipWaiting = { type: 'SKIP_WAITING' };

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/**
 * Where Trusted Types are enforced, `register` refuses a plain string. The
 * policy allows this one address only.
 */
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
      const report = parseMessage(answer);
      if (report?.type === 'AUDITED') resolve(report);
      else reject(new Error('the worker answered something else'));
    }, reject);
    // A worker that is being replaced at this moment no longer answers.
    worker.addEventListener('statechange', () => worker.state === 'redundant' && reject());
  });
}

/**
 * Looks for a newer version when called, when the reader comes back to the page, and every hour. Browsers
 * also look when they load a page, but not where they have kept the page itself for a year. An installed app stays
 * open for days, so what is stored is read again then too.
 * The device's clock measures the time, because `performance.now()` stands still while some devices sleep. Where it
 * has been set back, the time is over too.
 */
function keepChecking(registration: ServiceWorkerRegistration, events: WorkerEvents): void {
  let last = Date.now();
  // If the device is offline or the server fails, the stored version stays in use.
  const look = () => void registration.update().catch(() => undefined);
  const lookAgain = async () => {
    if (document.visibilityState !== 'visible') return;
    // A worker that was unregistered, by this reader's wish, stays active as long as a page is open.
    const now = await navigator.serviceWorker.getRegistration(registration.scope);
    if (!now) return events.unavailable();
    if (now !== registration || Math.abs(Date.now() - last) < checkAtMost) return;
    last = Date.now();
    look();
    if (registration.active) void report(registration, events);
  };
  document.addEventListener('visibilitychange', lookAgain);
  setInterval(lookAgain, checkEvery);
  // During a first visit nothing is looked for, because the first version has only just been fetched.
  if (registration.active) look();
}

/** Reports what the active version has stored. */
async function report(registration: ServiceWorkerRegistration, events: WorkerEvents): Promise<void> {
  const { active } = registration;
  try {
    if (active) events.audited(await audit(active));
    else events.unavailable();
  } catch {
    // A version that waited may have taken over since the question was sent.
    if (registration.active !== active) await report(registration, events);
    else events.unavailable();
  }
}

/** Reports what becomes of the versions that exist already and of those that come later. */
function follow(registration: ServiceWorkerRegistration, events: WorkerEvents): void {
  let accepted: (() => void) | undefined;
  // Offers the version that is waiting now: it may have replaced the one that was offered before.
  const offer = () => {
    if (!registration.active || !registration.waiting) return events.noneWaiting();
    events.waiting((ready) => {
      accepted = ready;
      if (registration.waiting) void messageSW(registration.waiting, skipWaiting);
    });
  };
  const watch = (worker: ServiceWorker | null) => {
    if (!worker) return;
    const isFirst = !registration.active;
    if (isFirst) events.saving();
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed') events.stored();
      offer();
      if (worker.state === 'redundant' && !registration.active) events.unavailable();
      if (worker.state !== 'activated' || isFirst) return;
      (accepted ?? events.replaced)();
      void report(registration, events);
    });
  };
  watch(registration.installing);
  watch(registration.waiting);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  offer();
}

/** Other workers of the origin exist too, and send messages. */
const isAt = (script: string, worker: ServiceWorker): boolean =>
  new URL(worker.scriptURL).pathname === script;

/**
 * The registration of an earlier visit; rejects if no worker of ours controls the page. `register` would give the same
 * one, but in Chromium it never answers after a page was frozen while it looked for an update.
 */
async function activeRegistration(base: string, script: string): Promise<ServiceWorkerRegistration> {
  const { controller } = navigator.serviceWorker;
  // Not asked for a registration without one: Firefox writes an error to the console where storage is denied.
  const isOurs = controller !== null && isAt(script, controller);
  const registration = isOurs ? await navigator.serviceWorker.getRegistration(base) : undefined;
  if (!registration?.active) throw new Error('no active worker yet');
  return registration;
}

/**
 * Registers the worker and reports what becomes of it. Call it once, because every call attaches listeners.
 */
export async function openWorker(base: string, events: WorkerEvents): Promise<void> {
  if (!('serviceWorker' in navigator)) return events.unavailable();
  const script = `${base}sw.js`;
  const workbox = new Workbox(trusted(script), { scope: base, updateViaCache: 'none' });
  navigator.serviceWorker.addEventListener('message', ({ data, source }) => {
    const message = source instanceof ServiceWorker && isAt(script, source) && parseMessage(data);
    if (message && message.type === 'FAILED') events.failed(message);
  });
  let registration: ServiceWorkerRegistration | undefined;
  try {
    // The page is idle already; workbox-window would otherwise wait for `load` once more.
    registration = await Promise.any([
      activeRegistration(base, script),
      workbox.register({ immediate: true }),
    ]);
  } catch {
    return events.unavailable();
  }
  if (!registration) return events.unavailable();
  follow(registration, events);
  keepChecking(registration, events);
  if (!registration.active && !registration.installing && !registration.waiting) return events.unavailable();
  // Wait for `ready`, not for the state of a first version: in Firefox a kill switch, which
  // unregisters itself, is never `activated`.
  await navigator.serviceWorker.ready;
  await report(registration, events);
}
