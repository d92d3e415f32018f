import { removeStored } from '../../core/caches';

/** Takes the worker of this base path and all that it stored away; answers whether nothing of it is left. */
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
