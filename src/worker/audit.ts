import type { PrecacheController } from 'workbox-precaching';
import type { AuditReport } from '../core/messages';

interface Entry {
  readonly url: string;
  readonly integrity: string;
}

const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

const integrityOf = async (body: ArrayBuffer) =>
  `sha256-${base64(await crypto.subtle.digest('SHA-256', body))}`;

/** The stored body, or undefined where it is missing or cannot be read: disks do fail. */
async function storedBody(cache: Cache, key: string): Promise<ArrayBuffer | undefined> {
  try {
    return await (await cache.match(key))?.arrayBuffer();
  } catch {
    return undefined;
  }
}

/** A page in another alphabet or a script as plain text has the right bytes, and is of no use to a reader. */
export function isUsable({ ok, headers }: Response, address: string): boolean {
  const type = headers.get('Content-Type') ?? '';
  const { pathname } = new URL(address);
  const kind = /(\/|\.html)$/.test(pathname) ? 'text/html' : pathname.endsWith('.js') ? 'javascript' : '';
  return ok && type.includes(kind) && !/charset=(?!"?utf-8)/i.test(type);
}

/** Fetches a damaged or missing file again; the browser refuses a body that has another hash. */
export async function refill(cache: Cache, key: string, { url, integrity }: Entry): Promise<Response> {
  await cache.delete(key);
  const response = await fetch(new Request(url, { integrity, cache: 'reload' })).catch(() =>
    Response.error(),
  );
  if (!isUsable(response, key)) throw new Error(url);
  await cache.put(key, response.clone());
  return response;
}

/** Reads the whole cache back, compares every file with its hash, and mends what it can. */
export async function auditCache(
  precache: PrecacheController,
  entries: readonly Entry[],
): Promise<AuditReport> {
  const cache = await caches.open(precache.strategy.cacheName);
  const check = async (entry: Entry): Promise<number> => {
    const key = precache.getCacheKeyForURL(entry.url);
    if (!key) throw new Error(`${entry.url}: not part of this version`);
    const body = await storedBody(cache, key);
    if (body && (await integrityOf(body)) === entry.integrity) return body.byteLength;
    return (await (await refill(cache, key, entry)).arrayBuffer()).byteLength;
  };
  const checked = await Promise.allSettled(entries.map(check));
  const sizes = checked.map((result) => (result.status === 'fulfilled' ? result.value : Number.NaN));
  return {
    complete: !sizes.some(Number.isNaN),
    bytes: sizes.reduce((sum, size) => sum + (Number.isNaN(size) ? 0 : size), 0),
    files: sizes.filter((size) => !Number.isNaN(size)).length,
  };
}
