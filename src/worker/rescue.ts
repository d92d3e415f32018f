/// <reference lib="webworker" />
/**
 * The rescue, served as `sw.js` in place of a worker that breaks pages. It does what the kill switch does,
 * takes the open pages over from the broken worker, and loads each of them once more from the network.
 */
import { removeStored } from '../core/caches';
import { answerAudits } from './wayOut';

declare const self: ServiceWorkerGlobalScope;

/**
 * Pages are loaded again only if there was a worker to replace. Otherwise they work,
 * and the reloads would never end.
 */
let isReplacing = false;

async function heal(): Promise<void> {
  await self.clients.claim();
  await removeStored(caches, self.registration.scope);
  await self.registration.unregister();
  if (!isReplacing) return;
  const windows = await self.clients.matchAll({ type: 'window' });
  await Promise.allSettled(windows.map((window) => window.navigate(window.url)));
}

self.addEventListener('install', () => {
  isReplacing = self.registration.active !== null;
  void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(heal()));
answerAudits();
