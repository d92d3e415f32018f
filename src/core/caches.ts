/** What is needed of the browser's `caches`, which pages and workers have in two libraries of types. */
interface Cache {
  keys(): Promise<readonly { readonly url: string }[]>;
  delete(address: string, options: { readonly ignoreVary: true }): Promise<boolean>;
}

interface Caches {
  keys(): Promise<readonly string[]>;
  open(name: string): Promise<Cache>;
  delete(name: string): Promise<boolean>;
}

/**
 * The one cache of the reader under a base path. One origin may serve several readers, and each must leave the files
 * of the others alone.
 *
 * @param scope the base path as an absolute address
 */
export const cacheNameOf = (scope: string): string => `yaolan:${scope}`;

/** Until each had a cache of its own, all readers of an origin stored their files in one that began like this. */
const isShared = (name: string): boolean => name.startsWith('yaolan-');

/** Where the files of a reader stood below its base path when the cache was shared. */
const layout = /^(?:[^/]*|(?:zh|en|assets|data|icons)\/.*)$/;

/** Whether a file is of the reader at this scope, and not of one whose base path lies below it. */
export const isFileOf = (scope: string, address: string): boolean =>
  address.startsWith(scope) && layout.test(address.slice(scope.length).replace(/\?.*/, ''));

export const sharedNames = async (caches: Caches): Promise<string[]> =>
  (await caches.keys()).filter(isShared);

/** Takes the files of this reader out of the shared caches; the last one out takes the cache away. */
export async function leaveShared(caches: Caches, scope: string): Promise<void> {
  for (const name of await sharedNames(caches)) {
    const cache = await caches.open(name);
    const addresses = (await cache.keys()).map(({ url }) => url);
    const ours = addresses.filter((address) => isFileOf(scope, address));
    await Promise.all(ours.map((address) => cache.delete(address, { ignoreVary: true })));
    if (ours.length > 0 && ours.length === addresses.length) await caches.delete(name);
  }
}

/** Takes away all that was stored for the reader at this scope. What the reader made is in no cache. */
export async function removeStored(caches: Caches, scope: string): Promise<void> {
  await caches.delete(cacheNameOf(scope));
  await leaveShared(caches, scope);
}
