import { isOwnCache } from '../../core/caches';

/** Takes the worker and all that it stored away; answers whether nothing of it is left. */
export async function removeEdition(base: string): Promise<boolean> {
  try {
    const scope = new URL(base, location.href).href;
    const registrations = await navigator.serviceWorker?.getRegistrations();
    const own = registrations?.filter((registration) => registration.scope === scope) ?? [];
    await Promise.all(own.map((registration) => registration.unregister()));
    const names = (await caches.keys()).filter(isOwnCache);
    const gone = await Promise.all(names.map((name) => caches.delete(name)));
    return gone.every(Boolean);
  } catch {
    return false;
  }
}
