/** Every cache of this reader, whatever the release, is called so; other caches of the origin are not ours. */
const prefix = 'yaolan-';

/** Takes the worker and all that it stored away; answers whether nothing of it is left. */
export async function removeEdition(base: string): Promise<boolean> {
  try {
    const scope = new URL(base, location.href).href;
    const registrations = await navigator.serviceWorker?.getRegistrations();
    const own = registrations?.filter((registration) => registration.scope === scope) ?? [];
    await Promise.all(own.map((registration) => registration.unregister()));
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    const gone = await Promise.all(names.map((name) => caches.delete(name)));
    return gone.every(Boolean);
  } catch {
    return false;
  }
}
