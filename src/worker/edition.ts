import { PrecacheController } from 'workbox-precaching';
import { cacheNameOf } from '../core/caches';
import type { AuditReport } from '../core/messages';
import { fetchFile, integrityOf, type ListedFile } from './door';

/** The outcome of a look through all files of this version. */
interface Mended {
  readonly report: AuditReport;
  /** Why files are still missing. */
  readonly failures: readonly unknown[];
}

/** All files of one version, in the cache that the versions of one reader share. */
export interface Edition {
  readonly cacheName: string;
  /** The keys that the files are stored under. */
  readonly keys: readonly string[];
  readonly paths: ReadonlySet<string>;
  /** A stored file, whether or not its bytes can be read. */
  match(path: string): Promise<Response | undefined>;
  /** A stored file that has been read; undefined also if the disk no longer gives its bytes. */
  read(path: string): Promise<Response | undefined>;
  /** A file of this version that is first compared with its hash, and fetched where it differs. */
  readMended(path: string): Promise<Response | undefined>;
  /**
   * Compares every stored file with its hash, and fetches what is missing or damaged.
   *
   * @param givesUp whether to stop at the first failure, for a version that is of no use without the file
   */
  mend(options?: { readonly givesUp: boolean }): Promise<Mended>;
}

/**
 * The number of files that are fetched at a time. Over the slowest lines each answer takes seconds to begin,
 * and Firefox ends a worker that installs for more than a minute.
 */
const lanes = 4;

/** @param scope the reader's base path as an absolute address */
export function openEdition(scope: string, files: readonly ListedFile[]): Edition {
  const cacheName = cacheNameOf(scope);
  const precache = new PrecacheController({ cacheName });
  precache.addToCacheList([...files]);
  const pathOf = ({ url }: ListedFile) => new URL(url, scope).pathname;
  const keyOf = (path: string) => precache.getCacheKeyForURL(path) ?? path;
  const paths = new Set(files.map(pathOf));

  const match = (path: string) => precache.matchPrecache(path);

  async function read(path: string): Promise<Response | undefined> {
    try {
      const stored = await match(path);
      return stored && new Response(await stored.arrayBuffer(), { headers: stored.headers });
    } catch {
      return undefined;
    }
  }

  /** Fetches a file unless it is stored as it should be; resolves to its size. */
  async function mendFile(cache: Cache, file: ListedFile): Promise<number> {
    const path = pathOf(file);
    const stored = await (await read(path))?.arrayBuffer();
    if (stored && (await integrityOf(stored)) === file.integrity) return stored.byteLength;
    const remove = () => cache.delete(keyOf(path));
    if (stored) await remove();
    const fetched = await fetchFile(file, path);
    // What could not be read may be whole, so it stays until it can be replaced. In WebKit `put` does not replace it.
    await remove();
    await cache.put(keyOf(path), fetched.clone());
    return (await fetched.arrayBuffer()).byteLength;
  }

  async function readMended(path: string): Promise<Response | undefined> {
    const file = files.find((file) => pathOf(file) === path);
    if (file) await mendFile(await caches.open(cacheName), file).catch(() => undefined);
    return read(path);
  }

  async function mend({ givesUp } = { givesUp: false }): Promise<Mended> {
    const cache = await caches.open(cacheName);
    const sizes: number[] = [];
    const failures: unknown[] = [];
    const queue = files.values();
    const lane = async () => {
      for (const file of queue) {
        if (givesUp && failures.length > 0) return;
        await mendFile(cache, file).then(
          (size) => sizes.push(size),
          (failure: unknown) => failures.push(failure),
        );
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return {
      report: { type: 'AUDITED', complete: failures.length === 0, bytes, files: sizes.length },
      failures,
    };
  }

  return { cacheName, keys: [...paths].map(keyOf), paths, match, read, readMended, mend };
}
