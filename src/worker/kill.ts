/// <reference lib="webworker" />
/**
 * The kill switch, served as `sw.js`. It removes itself and all that this reader's workers stored from a
 * browser, at the next navigation and without a reload. From then on pages come from the network, until a
 * release is served again. See the README of this folder, Ways out.
 */
import { removeStored } from '../core/caches';
import { answerAudits } from './wayOut';

declare const self: ServiceWorkerGlobalScope;

async function leave(): Promise<void> {
  await removeStored(caches, self.registration.scope);
  await self.registration.unregister();
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));
answerAudits();
