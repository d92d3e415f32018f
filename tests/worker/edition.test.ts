import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheNameOf } from '../../src/core/caches';
import { integrityOf, type ListedFile } from '../../src/worker/door';
import { openEarlier } from '../../src/worker/earlier';
import { openEdition } from '../../src/worker/edition';
import { aCacheStorage } from './aCacheStorage';

// Workbox looks for the worker's global when it is imported.
vi.hoisted(() => vi.stubGlobal('self', globalThis));

const scope = 'https://example.org/a/';
const html = { 'Content-Type': 'text/html' };
const bodies: Readonly<Record<string, string>> = { './': 'root', 'zh/': 'home', 'zh/terms/': 'terms' };

let caches: ReturnType<typeof aCacheStorage>;
let files: ListedFile[];
/** Addresses that the host was asked for; it answers with `host`. */
let asked: string[];
let host: Record<string, string>;
/** The pages that are open, by their ids. */
let open: Set<string>;
let registration: { waiting: unknown; installing: unknown };

const stored = () => caches.addresses()[cacheNameOf(scope)] ?? [];
const put = async (address: string, body: BodyInit, name = cacheNameOf(scope)) =>
  (await caches.open(name)).put(address, new Response(body, { headers: html }));

beforeEach(async () => {
  caches = aCacheStorage();
  asked = [];
  host = { ...bodies };
  open = new Set();
  registration = { waiting: null, installing: null };
  files = await Promise.all(
    Object.entries(bodies).map(async ([url, body]) => ({
      url,
      revision: body,
      integrity: await integrityOf(new TextEncoder().encode(body)),
    })),
  );
  vi.stubGlobal('location', new URL('sw.js', scope));
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('self', {
    caches,
    registration,
    clients: {
      get: async (id: string) => (open.has(id) ? { id } : undefined),
      matchAll: async () => [...open].map((id) => ({ id, url: `${scope}zh/` })),
    },
  });
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const body = host[url];
    if (body === undefined) throw new TypeError('no network');
    return new Response(body, { headers: html });
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('mend', () => {
  it('stores all files under their keys, and asks for none that is there', async () => {
    const edition = openEdition(scope, files);
    const { report, failures } = await edition.mend();
    expect([report, failures]).toEqual([{ type: 'AUDITED', complete: true, bytes: 13, files: 3 }, []]);
    expect(stored().sort()).toEqual([...edition.keys].sort());
    asked = [];
    expect((await edition.mend()).report.complete).toBe(true);
    expect(asked).toEqual([]);
  });

  it.each([
    ['is gone', undefined],
    ['has other words', 'Please sign in'],
  ])('fetches a file again that %s', async (_what, body) => {
    const edition = openEdition(scope, files);
    await edition.mend();
    const key = edition.keys[2] ?? '';
    if (body === undefined) await (await caches.open(edition.cacheName)).delete(key);
    else await put(key, body);
    asked = [];
    expect((await edition.mend()).report.complete).toBe(true);
    expect(asked).toEqual(['zh/terms/']);
    expect(await (await edition.read('/a/zh/terms/'))?.text()).toBe('terms');
  });

  it('says what it could not mend, stores the rest, and leaves nothing wrong', async () => {
    delete host['zh/'];
    const edition = openEdition(scope, files);
    await put(edition.keys[1] ?? '', 'wrong');
    const { report, failures } = await edition.mend();
    expect(report).toEqual({ type: 'AUDITED', complete: false, bytes: 9, files: 2 });
    expect(String(failures)).toBe('Error: zh/');
    expect(await edition.match('/a/zh/')).toBeUndefined();
  });
});

describe('mend that gives up', () => {
  it('asks for no more files once one has failed', async () => {
    host = {};
    files = Array.from({ length: 40 }, (_, at) => ({ url: `${at}.json`, revision: null, integrity: '' }));
    const { failures } = await openEdition(scope, files).mend({ givesUp: true });
    expect(failures.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBeLessThan(10);
  });
});

describe('read', () => {
  it('has nothing where the disk gives a body no more', async () => {
    const edition = openEdition(scope, files);
    const broken = new ReadableStream({ start: (stream) => stream.error(new Error('bad sector')) });
    await put(edition.keys[1] ?? '', broken);
    expect(await edition.read('/a/zh/')).toBeUndefined();
    expect(await edition.read('/a/none/')).toBeUndefined();
  });
});

describe('what earlier versions stored', () => {
  const old = `${scope}assets/old.js`;
  const shared = 'yaolan-precache-v2-v1';

  const takeOver = async () => {
    await put(old, 'old');
    await put(old, 'older', shared);
    const edition = openEdition(scope, files);
    await edition.mend();
    const earlier = openEarlier(scope, edition);
    await earlier.succeed();
    return { edition, earlier };
  };

  it('goes when the new version takes over and no page is open', async () => {
    const { edition, earlier } = await takeOver();
    expect(stored().sort()).toEqual([...edition.keys].sort());
    expect(caches.addresses()[shared]).toBeUndefined();
    expect(await earlier.match(old)).toBeUndefined();
  });

  it('stays as long as a page is open that was open then, also in a worker started anew', async () => {
    open.add('page');
    const { edition } = await takeOver();
    const earlier = openEarlier(scope, edition);
    await earlier.tidy();
    await earlier.remove();
    expect(await (await earlier.match(old))?.text()).toBe('old');
    open = new Set(['another']);
    await earlier.tidy();
    expect(stored().sort()).toEqual([...edition.keys].sort());
    expect(caches.addresses()[shared]).toBeUndefined();
  });

  it('is not looked for while a newer version is being stored', async () => {
    open.add('page');
    const { earlier } = await takeOver();
    open.clear();
    registration.installing = {};
    await earlier.tidy();
    expect(await earlier.match(old)).toBeDefined();
  });

  it('makes no cache where everything has been removed', async () => {
    const earlier = openEarlier(scope, openEdition(scope, files));
    await earlier.succeed();
    await earlier.remove();
    await earlier.tidy();
    expect(await caches.keys()).toEqual([]);
  });

  it('is left alone where nothing had to stay: it may be the half of a version to come', async () => {
    const edition = openEdition(scope, files);
    const earlier = openEarlier(scope, edition);
    await earlier.succeed();
    await put(old, 'half');
    await earlier.tidy();
    expect(stored()).toEqual([old]);
    await earlier.remove([old]);
    expect(stored()).toEqual([old]);
    await earlier.remove();
    expect(stored()).toEqual([]);
  });
});
