import { removeStored } from '../../core/caches';

/**
 * Unregisters the worker of this base path and deletes everything it stored; resolves to
 * whether nothing of it is left.
 */
export async function removeEdition(base: string): Promise<boolean> {
  try {
    const scope = new URL(base, location.href).href;
    const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    const ours = registrations.filter((registration) => registration.scope === scope);
    await Promise.all(ours.map((registration) => registration.unregister()));
    await removeStored(caches, scope);
    return true;
  } catch {
    return false;
  }
}
