import { afterEach, describe, expect, it, vi } from 'vitest';
import { standingHeaders } from '../../src/core/headers';
import { fetchFile, headersOf, integrityOf } from '../../src/worker/door';

const page = '<!doctype html><title>要览</title>';
const html = { 'Content-Type': 'text/html; charset=utf-8' };

const listed = async (url = 'zh/terms/', revision: string | null = '1') => ({
  url,
  revision,
  integrity: await integrityOf(new TextEncoder().encode(page)),
});

/** A host that gives these answers one after the other, and the cache modes it was asked with. */
function aHost(...answers: (() => Response)[]) {
  const modes: unknown[] = [];
  vi.stubGlobal('fetch', async (_url: string, { cache }: RequestInit) => {
    modes.push(cache);
    const answer = answers.shift();
    if (!answer) throw new TypeError('no network');
    return answer();
  });
  return modes;
}

afterEach(() => vi.unstubAllGlobals());

describe('fetchFile', () => {
  it('gives the released bytes with the headers of our table and no others', async () => {
    const hostile = {
      ...html,
      'Content-Security-Policy': 'sandbox',
      'Content-Disposition': 'attachment',
      Refresh: '0; url=https://example.org/',
      Vary: '*',
      'Set-Cookie': 'a=b',
    };
    aHost(() => new Response(page, { headers: hostile }));
    const answer = await fetchFile(await listed(), '/zh/terms/');
    expect(await answer.text()).toBe(page);
    expect(Object.fromEntries(answer.headers)).toEqual(
      Object.fromEntries(
        new Headers({ ...standingHeaders, ...html, 'Content-Security-Policy': "frame-ancestors 'none'" }),
      ),
    );
  });

  it('makes an answer of its own of one that was redirected', async () => {
    aHost(() => Object.defineProperty(new Response(page, { headers: html }), 'redirected', { value: true }));
    expect((await fetchFile(await listed(), '/zh/terms/')).redirected).toBe(false);
  });

  it.each([
    ['other bytes', () => new Response('<title>Please sign in</title>', { headers: html })],
    ['a part', () => new Response(page.slice(0, 9), { headers: html })],
    ['an error', () => new Response(page, { status: 503, headers: html })],
    ['another alphabet', () => new Response(page, { headers: { 'Content-Type': 'text/html; charset=gbk' } })],
    ['a page as plain text', () => new Response(page, { headers: { 'Content-Type': 'text/plain' } })],
  ])('asks past the browser’s cache where that gave %s, and then names the file', async (_what, wrong) => {
    const modes = aHost(wrong, wrong);
    await expect(fetchFile(await listed(), '/zh/terms/')).rejects.toThrow(/^zh\/terms\/$/);
    expect(modes).toEqual(['no-cache', 'reload']);
    aHost(wrong, () => new Response(page, { headers: html }));
    expect(await (await fetchFile(await listed(), '/zh/terms/')).text()).toBe(page);
  });

  it('takes a hashed file from the browser’s cache', async () => {
    const modes = aHost(() => new Response(page, { headers: { 'Content-Type': 'text/javascript' } }));
    await fetchFile(await listed('assets/a-1.js', null), '/assets/a-1.js');
    expect(modes).toEqual(['default']);
  });
});

describe('headersOf', () => {
  it.each([
    ['/a/', 'text/html; charset=utf-8'],
    ['/a/zh/404.html', 'text/html; charset=utf-8'],
    ['/a/assets/notes-Bx_1.js', 'text/javascript; charset=utf-8'],
    ['/a/data/suizhou-2024.csv', 'text/csv; charset=utf-8'],
    ['/a/zh.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/a/icons/192.png', 'image/png'],
  ])('says what %s is', (path, type) => {
    expect(headersOf(path)['Content-Type']).toBe(type);
  });
});
