/** Caches of this reader, whatever the release; other caches of the origin are not ours to touch. */
export const cachePrefix = 'yaolan';

export const isOwnCache = (name: string): boolean => name.startsWith(`${cachePrefix}-`);
