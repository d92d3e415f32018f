/** The browser's caches, in memory: as much of them as the reader uses. */
export function aCacheStorage() {
  const stored = new Map<string, Map<string, Response>>();
  const inside = (name: string) => {
    const entries = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, entries);
    return entries;
  };
  const open = async (name: string) => {
    const entries = inside(name);
    return {
      keys: async () => [...entries.keys()].map((url) => ({ url })),
      match: async (url: string) => entries.get(url)?.clone(),
      put: async (url: string, response: Response) => void entries.set(url, response),
      delete: async (key: string | { url: string }) =>
        entries.delete(typeof key === 'string' ? key : key.url),
    };
  };
  return {
    open,
    has: async (name: string) => stored.has(name),
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    match: async (url: string, { cacheName }: { cacheName: string }) =>
      stored.get(cacheName)?.get(url)?.clone(),
    /** What is in there, by the cache's name. */
    addresses: (): Record<string, string[]> =>
      Object.fromEntries([...stored].map(([name, entries]) => [name, [...entries.keys()]])),
  };
}
