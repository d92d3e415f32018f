/// <reference lib="webworker" />
import { isOwnCache } from '../core/caches';
import type { AuditReport } from '../core/messages';

declare const self: ServiceWorkerGlobalScope;

/** What the reader made is in no cache, so it is not touched. */
export async function removeOwnCaches(): Promise<void> {
  const names = (await caches.keys()).filter(isOwnCache);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** A page asks what is stored: nothing, and it shall not wait for that answer. */
export function answerAudits(): void {
  const nothing: AuditReport = { complete: false, bytes: 0, files: 0 };
  self.addEventListener('message', ({ ports: [port] }) => port?.postMessage(nothing));
}
