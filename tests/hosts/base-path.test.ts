import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheControl } from '../../src/node/headers';
import { buildSite } from '../support/site';
import { ask, type Host, hostKinds } from './support';

const base = '/some/reader/';
const built = await buildSite({ base });
const hashed = `${base}assets/${readdirSync(join(built, 'assets'))[0]}`;

describe.each(hostKinds)('under a path on $name', ({ open }) => {
  let host: Host;

  beforeAll(async () => {
    host = await open(built, { base });
  });
  afterAll(() => host?.stop());

  it.each([
    [base, 'index.html', cacheControl.page],
    [`${base}zh/suizhou-2024/`, 'zh/suizhou-2024/index.html', cacheControl.page],
    [`${base}sw.js`, 'sw.js', cacheControl.worker],
    [hashed, hashed.slice(base.length), cacheControl.hashed],
  ])('%s is there', async (address, file, kept) => {
    const { status, headers, body } = await ask(host.https, address);
    expect([status, headers['cache-control']]).toEqual([200, kept]);
    expect(body.equals(readFileSync(join(built, file)))).toBe(true);
  });

  it.each([
    ['/some/reader', base],
    [`${base}zh`, `${base}zh/`],
    [`${base}en/suizhou-2024?from=a`, `${base}en/suizhou-2024/?from=a`],
  ])('%s leads to %s', async (address, location) => {
    const { status, headers } = await ask(host.https, address);
    expect([status, headers.location]).toEqual([301, location]);
  });

  it.each([
    [`${base}zh/nothing/`, 'zh/404.html'],
    [`${base}en/nothing`, 'en/404.html'],
    [`${base}nothing`, '404.html'],
    ['/zh/', '404.html'],
    ['/', '404.html'],
    ['/sw.js', '404.html'],
  ])('%s is missing', async (address, file) => {
    const { status, headers, body } = await ask(host.https, address);
    expect([status, headers['cache-control']]).toEqual([404, cacheControl.error]);
    expect(body.equals(readFileSync(join(built, file)))).toBe(true);
  });
});
