import { leaveShared, sharedNames } from '../core/caches';
import type { Edition } from './edition';

declare const self: ServiceWorkerGlobalScope;

/**
 * The files that earlier versions of this reader left behind. Open pages of those
 * versions may still ask for them.
 */
export interface Earlier {
  /** A stored file of an earlier version. */
  match(address: string): Promise<Response | undefined>;
  /** To be called when this version takes over. The pages that are open then belong to an earlier version. */
  succeed(): Promise<void>;
  /** Removes the files that had to stay for such a page, once none is open any more. */
  tidy(): Promise<void>;
  /**
   * Removes everything that does not belong to this version, unless such a page is open.
   *
   * @param newest keys of files that stay in any case
   */
  remove(newest?: readonly string[]): Promise<void>;
}

export function openEarlier(scope: string, { cacheName, keys }: Edition): Earlier {
  /**
   * The ids of those pages are stored too, because the browser ends the worker and
   * starts it again while they are open.
   */
  const note = new URL('earlier-pages', scope).href;
  const readNote = () => caches.match(note, { cacheName });

  async function isPageOpen(): Promise<boolean> {
    const noted = await readNote();
    const ids = noted ? ((await noted.json()) as readonly string[]) : [];
    const pages = await Promise.all(ids.map((id) => self.clients.get(id)));
    return pages.some(Boolean);
  }

  async function leftOver(newest: readonly string[] = []): Promise<readonly Request[]> {
    const kept = new Set([...keys, ...newest]);
    // To open a cache makes it, and whoever has just removed everything must find it gone.
    if (!(await caches.has(cacheName))) return [];
    const cache = await caches.open(cacheName);
    return (await cache.keys()).filter(({ url }) => !kept.has(url));
  }

  async function remove(newest?: readonly string[]): Promise<void> {
    if (await isPageOpen()) return;
    const left = await leftOver(newest);
    if (left.length > 0) {
      const cache = await caches.open(cacheName);
      await Promise.all(left.map((request) => cache.delete(request)));
    }
    await leaveShared(caches, scope);
  }

  return {
    remove,
    async match(address) {
      for (const name of [cacheName, ...(await sharedNames(caches))]) {
        const stored = await caches.match(address, { cacheName: name });
        if (stored) return stored;
      }
      return undefined;
    },
    async succeed() {
      const isAnythingLeft = (await leftOver()).length > 0 || (await sharedNames(caches)).length > 0;
      const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
      const ids = pages.filter(({ url }) => url.startsWith(scope)).map(({ id }) => id);
      if (isAnythingLeft) await (await caches.open(cacheName)).put(note, Response.json(ids));
      // Files of a version that is being stored already would be mistaken for left over.
      if (!self.registration.installing) await remove();
    },
    async tidy() {
      const { waiting, installing } = self.registration;
      // Files of a version that is being stored, or half stored, would be mistaken for left over.
      if (!waiting && !installing && (await readNote())) await remove();
    },
  };
}
