import { beforeEach, describe, expect, it } from 'vitest';
import { cacheNameOf, isFileOf, leaveShared, removeStored } from '../../src/core/caches';
import { aCacheStorage } from '../worker/aCacheStorage';

const origin = 'https://example.org';
const one = `${origin}/a/`;
const other = `${origin}/b/`;

describe('isFileOf', () => {
  it.each([
    '',
    '?__WB_REVISION__=1',
    'en.webmanifest?__WB_REVISION__=1/2',
    'zh/terms/',
    'assets/a.js',
    'data/a.json',
  ])('knows %j below its own base path', (path) => {
    expect(isFileOf(one, one + path)).toBe(true);
    expect(isFileOf(`${origin}/`, `${origin}/${path}`)).toBe(true);
  });

  it.each(['zh/terms/', 'assets/a.js', ''])('leaves %j of another base path alone', (path) => {
    expect(isFileOf(one, other + path)).toBe(false);
    expect(isFileOf(one, `${one}inner/${path}`)).toBe(false);
    expect(isFileOf(`${origin}/`, one + path)).toBe(false);
  });
});

describe('a reader beside another on one origin', () => {
  const shared = 'yaolan-precache-v2-v1';
  let caches: ReturnType<typeof aCacheStorage>;

  const put = async (name: string, ...addresses: string[]) => {
    const cache = await caches.open(name);
    for (const address of addresses) await cache.put(address, new Response());
  };

  beforeEach(async () => {
    caches = aCacheStorage();
    await put(shared, `${one}zh/`, `${one}assets/a.js`, `${other}zh/`);
    await put('others', `${one}thing`);
  });

  it('has a cache of its own', () => {
    expect(cacheNameOf(one)).not.toBe(cacheNameOf(other));
    expect(cacheNameOf(one)).not.toMatch(/^yaolan-/);
  });

  it('takes only its files out of the cache that all shared', async () => {
    await leaveShared(caches, one);
    expect(caches.addresses()).toEqual({ [shared]: [`${other}zh/`], others: [`${one}thing`] });
  });

  it('takes the shared cache away as the last one out', async () => {
    await leaveShared(caches, one);
    await leaveShared(caches, other);
    expect(caches.addresses()).toEqual({ others: [`${one}thing`] });
  });

  it('removes what is its own and nothing else', async () => {
    await put(cacheNameOf(one), `${one}zh/`);
    await put(cacheNameOf(other), `${other}zh/`);
    await removeStored(caches, one);
    expect(Object.keys(caches.addresses()).sort()).toEqual([shared, cacheNameOf(other), 'others'].sort());
    expect(caches.addresses()[shared]).toEqual([`${other}zh/`]);
  });
});
