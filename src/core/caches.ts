/**
 * The part of the browser's `caches` that is used here. Pages and workers have it in two libraries of types.
 */
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

/**
 * Whether a cache is one in which all readers of an origin stored their files,
 * before each had a cache of its own.
 */
const isShared = (name: string): boolean => name.startsWith('yaolan-');

/** The paths of a reader's files below its base path when the cache was shared. */
const layout = /^(?:[^/]*|(?:zh|en|assets|data|icons)\/.*)$/;

/** Whether a file belongs to the reader at this scope, and not to one whose base path lies below it. */
export const isFileOf = (scope: string, address: string): boolean =>
  address.startsWith(scope) && layout.test(address.slice(scope.length).replace(/\?.*/, ''));

export const sharedNames = async (caches: Caches): Promise<string[]> =>
  (await caches.keys()).filter(isShared);

/**
 * Removes the files of this reader from the shared caches, and a cache in which no other reader has files.
 */
export async function leaveShared(caches: Caches, scope: string): Promise<void> {
  for (const name of await sharedNames(caches)) {
    const cache = await caches.open(name);
    const addresses = (await cache.keys()).map(({ url }) => url);
    const ours = addresses.filter((address) => isFileOf(scope, address));
    await Promise.all(ours.map((address) => cache.delete(address, { ignoreVary: true })));
    if (ours.length > 0 && ours.length === addresses.length) await caches.delete(name);
  }
}

/** Removes all that was stored for the reader at this scope. What the reader made is in no cache. */
export async function removeStored(caches: Caches, scope: string): Promise<void> {
  await caches.delete(cacheNameOf(scope));
  await leaveShared(caches, scope);
}
