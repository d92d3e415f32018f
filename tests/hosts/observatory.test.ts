import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scanned, scoreOf } from '../support/observatory';
import { buildSite } from '../support/site';
import { ask, type Host, hostKinds } from './support';

const built = await buildSite();
const host = '127.0.0.1';

async function scan({ https, http }: Host, address = '/'): Promise<Scanned> {
  const { headers, body } = await ask(https, address, { headers: { Origin: 'https://scan.example' } });
  // The project's own server is run without a plain one beside it; `npm start` is for the same machine.
  const plain = http === undefined ? undefined : await ask(http, address, { isPlain: true });
  const redirect = plain ? plain.headers.location : `https://${host}${address}`;
  return { headers, html: body.toString(), redirect, host };
}

describe.each(hostKinds)('the Observatory’s scan of the site on $name', ({ open }) => {
  let opened: Host;
  let scanned: Scanned;

  beforeAll(async () => {
    opened = await open(built);
    scanned = await scan(opened);
  });
  afterAll(() => opened?.stop());

  it('ends in A+ with 155 points, no test failed', () => {
    const { score, grade, findings } = scoreOf(scanned);
    expect(Object.entries(findings).filter(([, { isPassed }]) => !isPassed)).toEqual([]);
    expect(Object.keys(findings).length).toBe(12);
    expect([grade, score]).toEqual(['A+', 155]);
  });

  it('ends so for every kind of page', async () => {
    for (const address of ['/zh/', '/en/suizhou-2024/', '/zh/suizhou-2024/measures/', '/en/about/']) {
      const { score, grade } = scoreOf(await scan(opened, address));
      expect([address, grade, score]).toEqual([address, 'A+', 155]);
    }
  });

  const without = (name: string): Scanned => ({
    ...scanned,
    headers: { ...scanned.headers, [name]: undefined },
  });

  it.each([
    ['x-content-type-options', 150],
    ['referrer-policy', 150],
    ['cross-origin-opener-policy', 145],
    ['cross-origin-embedder-policy', 145],
    ['cross-origin-resource-policy', 145],
    ['strict-transport-security', 80],
  ])('would miss %s', (name, points) => {
    expect(scoreOf(without(name)).score).toBe(points);
  });

  it('would miss the way to HTTPS, a checked script and a policy', () => {
    expect(scoreOf({ ...scanned, redirect: undefined }).grade).toBe('B+');
    expect(scoreOf({ ...scanned, html: scanned.html.replace(/ integrity="[^"]*"/g, '') }).score).toBe(150);
    const bare = { ...without('content-security-policy'), html: '' };
    expect(scoreOf(bare).findings['content-security-policy']?.score).toBe(-25);
    const loose = {
      ...scanned,
      html: '',
      headers: { ...scanned.headers, 'content-security-policy': "default-src 'self' 'unsafe-inline'" },
    };
    expect(scoreOf(loose).findings['content-security-policy']?.score).toBe(-20);
  });
});
