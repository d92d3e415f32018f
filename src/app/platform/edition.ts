import { cacheNameOf, removeStored } from '../../core/caches';

/**
 * Unregisters the worker of this base path and deletes everything it stored; resolves to
 * whether nothing of it is left.
 */
export async function removeEdition(base: string): Promise<boolean> {
  // Without HTTPS there are no caches, and nothing has been stored.
  if (!('caches' in globalThis)) return true;
  try {
    const scope = new URL(base, location.href).href;
    const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    const ours = registrations.filter((registration) => registration.scope === scope);
    await Promise.all(ours.map((registration) => registration.unregister()));
    await removeStored(caches, scope);
    // A worker that was storing something when it had to go may have made its cache again.
    await removeStored(caches, scope);
    return !(await caches.has(cacheNameOf(scope)));
  } catch {
    return false;
  }
}
