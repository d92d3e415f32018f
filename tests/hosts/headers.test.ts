import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { connect as connectSecurely } from 'node:tls';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cacheControl,
  cacheControlOf,
  contentTypes,
  policyIn,
  securityHeaders,
} from '../../src/node/headers';
import { brotliModule } from '../support/servers';
import { buildSite } from '../support/site';
import { type Answer, ask, deployed, type Host, hostKinds } from './support';

const built = await buildSite();
const policy = policyIn(readFileSync(join(built, 'index.html'), 'utf8')) ?? '';
const fixed = Object.entries(securityHeaders(policy, { isSecure: true })).map(
  ([name, value]) => [name.toLowerCase(), value] as const,
);
const hashed = (ending: string) =>
  `assets/${readdirSync(join(built, 'assets')).find((name) => name.endsWith(ending))}`;

/** Every kind of address, with the file that answers it. */
const found: readonly (readonly [string, string])[] = [
  ['/', 'index.html'],
  ['/zh/', 'zh/index.html'],
  ['/en/', 'en/index.html'],
  ['/en/index.html', 'en/index.html'],
  ['/zh/suizhou-2024/?from=singlemessage', 'zh/suizhou-2024/index.html'],
  ['/en/suizhou-2024/measures/', 'en/suizhou-2024/measures/index.html'],
  ['/zh/404.html', 'zh/404.html'],
  ...[hashed('.js'), hashed('.css')].map((file) => [`/${file}`, file] as const),
  ...['sw.js', 'zh.webmanifest', 'data/datapackage.json', 'data/suizhou-2024.csv', 'robots.txt'].map(
    (file) => [`/${file}`, file] as const,
  ),
  ...['icons/icon.svg', 'icons/pwa-192x192.png', 'icons/favicon.ico'].map(
    (file) => [`/${file}`, file] as const,
  ),
];

const missing: readonly (readonly [string, string])[] = [
  ['/zh/nothing/', 'zh/404.html'],
  ['/en/nothing', 'en/404.html'],
  ['/en/suizhou-2024/nothing.html', 'en/404.html'],
  ['/nothing', '404.html'],
  ['/fr/', '404.html'],
  ['/assets/', '404.html'],
  ['/assets', '404.html'],
  ['/assets/gone-abc123.js', '404.html'],
  ['/ZH/', '404.html'],
  ['/.git/config', '404.html'],
  ['/index.html.br', '404.html'],
  ['/zh/index.html.gz', 'zh/404.html'],
];

/** Headers that must reach nobody: each would widen who may read or what is kept. */
const never = [
  ...['access-control-allow-origin', 'service-worker-allowed', 'set-cookie', 'clear-site-data'],
  ...['x-powered-by', 'accept-ranges'],
];

function expectTable({ headers, names }: Answer): void {
  for (const [name, value] of fixed) expect(headers[name], name).toBe(value);
  for (const name of never) expect(headers[name], name).toBeUndefined();
  expect(headers.server ?? '').not.toMatch(/\d/);
  expect(
    names.filter((name, at) => names.indexOf(name) !== at),
    'sent twice',
  ).toEqual([]);
}

const fileOf = (file: string) => readFileSync(join(built, file));
const typeOf = (file: string) => contentTypes[extname(file)];

describe.each(hostKinds)('on $name', ({ name, open }) => {
  let host: Host;
  let port = 0;

  beforeAll(async () => {
    const more = {
      nginx: 'location = /provoked { return 500; }\nlocation = /busy { return 503; }',
      caddy: 'route /provoked {\nerror 500\n}\nroute /busy {\nerror 503\n}',
      'npm start': '',
    }[name];
    host = await open(built, { more });
    port = host.https;
  });
  afterAll(() => host?.stop());

  describe('a file', () => {
    it.each(found)('%s comes whole, with the headers of the table', async (address, file) => {
      const answer = await ask(port, address);
      expect(answer.status).toBe(200);
      expectTable(answer);
      expect(answer.headers['cache-control']).toBe(cacheControlOf(file));
      expect(answer.headers['content-type']).toBe(typeOf(file));
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
      expect(answer.body.equals(fileOf(file))).toBe(true);
    });

    it('may be asked for by its headers alone', async () => {
      const whole = await ask(port, '/zh/');
      const head = await ask(port, '/zh/', { method: 'HEAD' });
      const { date: _then, ...expected } = whole.headers;
      const { date: _now, ...got } = head.headers;
      expect(got).toEqual(expected);
      expect([head.status, head.body.length]).toEqual([200, 0]);
    });

    it('is not sent in parts', async () => {
      for (const range of ['bytes=0-9', 'bytes=99999999-']) {
        const answer = await ask(port, '/zh/', { headers: { Range: range } });
        expect([answer.status, answer.headers['content-range']]).toEqual([200, undefined]);
        expect(answer.body.equals(fileOf('zh/index.html'))).toBe(true);
        expectTable(answer);
      }
    });

    it('is not sent again to who has it', async () => {
      for (const accepted of ['identity', 'gzip', 'br']) {
        const asked = { 'Accept-Encoding': accepted };
        const { etag } = (await ask(port, '/en/suizhou-2024/', { headers: asked })).headers;
        const answer = await ask(port, '/en/suizhou-2024/', {
          headers: { ...asked, 'If-None-Match': String(etag) },
        });
        expect([answer.status, answer.body.length]).toEqual([304, 0]);
        expectTable(answer);
        expect(answer.headers['cache-control']).toBe(cacheControl.page);
        expect(answer.headers.etag).toBe(etag);
        expect(answer.headers.vary).toBe('Accept-Encoding');
      }
    });
  });

  describe('a compressed file', () => {
    const encodings = [
      ...(name === 'nginx' && !brotliModule
        ? []
        : [['br', 'gzip, deflate, br', brotliDecompressSync] as const]),
      ['gzip', 'gzip, deflate', gunzipSync] as const,
    ];
    const texts = found.filter(([, file]) => /charset/.test(typeOf(file) ?? ''));

    it.each(encodings)('is %s, with its length', async (encoding, accepted, unpack) => {
      for (const [address, file] of texts) {
        const answer = await ask(port, address, { headers: { 'Accept-Encoding': accepted } });
        expect([address, answer.status, answer.headers['content-encoding']]).toEqual([
          address,
          200,
          encoding,
        ]);
        expectTable(answer);
        expect(answer.headers['content-length'], address).toBe(String(answer.body.length));
        expect(answer.headers.vary, address).toBe('Accept-Encoding');
        expect(answer.headers['content-type'], address).toBe(typeOf(file));
        expect(answer.headers['cache-control'], address).toBe(cacheControlOf(file));
        expect(unpack(answer.body).equals(fileOf(file)), address).toBe(true);
      }
    });

    it('differs in its mark from the plain one', async () => {
      const marks = await Promise.all(
        ['identity', ...encodings.map(([, accepted]) => accepted)].map(
          async (accepted) =>
            (await ask(port, '/zh/', { headers: { 'Accept-Encoding': accepted } })).headers.etag,
        ),
      );
      expect(new Set(marks).size).toBe(marks.length);
    });

    it.each(['', 'identity', 'br;q=0', 'brr', 'xgzip'])(
      'is not sent to a client that takes %j',
      async (accepted) => {
        const answer = await ask(port, '/zh/', { headers: { 'Accept-Encoding': accepted } });
        expect(answer.headers['content-encoding']).toBeUndefined();
        expect(answer.headers.vary).toBe('Accept-Encoding');
        expect(answer.body.equals(fileOf('zh/index.html'))).toBe(true);
      },
    );

    it('stands in for a missing page too', async () => {
      for (const [encoding, accepted, unpack] of encodings) {
        const answer = await ask(port, '/zh/nothing', { headers: { 'Accept-Encoding': accepted } });
        expect([answer.status, answer.headers['content-encoding']]).toEqual([404, encoding]);
        expect(answer.headers['content-length']).toBe(String(answer.body.length));
        expect(unpack(answer.body).equals(fileOf('zh/404.html'))).toBe(true);
        expectTable(answer);
      }
    });
  });

  describe('a missing slash', () => {
    it.each([
      ['/en', '/en/'],
      ['/zh/suizhou-2024', '/zh/suizhou-2024/'],
      ['/zh/suizhou-2024/measures?from=a&b=1', '/zh/suizhou-2024/measures/?from=a&b=1'],
    ])('sends %s on to %s', async (address, location) => {
      const answer = await ask(port, address);
      expect([answer.status, answer.headers.location]).toEqual([301, location]);
      expectTable(answer);
      expect(answer.headers['cache-control']).toBe(cacheControl.page);
    });

    it.each([
      '//evil.example',
      '//evil.example/zh',
      '//zh',
      '///zh',
      '/\\evil.example',
      '/%5czh',
      '//evil.example/%2e%2e/zh',
    ])('sends nobody to another site: %s', async (address) => {
      const { headers } = await ask(port, address);
      expect(headers.location ?? '/').toMatch(/^\/(?![/\\])/);
    });

    it('lets nobody write a header of their own', async () => {
      const answer = await ask(port, '/zh%0d%0aSet-Cookie:%20a=1');
      expect([answer.status, answer.headers['set-cookie']]).toEqual([404, undefined]);
    });
  });

  describe('an unknown address', () => {
    it.each(missing)('%s has its language’s page, kept by nobody', async (address, file) => {
      const answer = await ask(port, address);
      expect(answer.status).toBe(404);
      expectTable(answer);
      expect(answer.headers['cache-control']).toBe(cacheControl.error);
      expect(answer.headers['content-type']).toBe(typeOf('404.html'));
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
      expect(answer.body.equals(fileOf(file))).toBe(true);
    });

    it.each([
      ...['/../package.json', '/zh/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/zh/%00'],
      ...['/index.html%00.js', '/zh/%00index.html', '/%00', '/zh%00/', '/index.html%0a', '/zh/index.html%20'],
      ...['/assets/..%2findex.html', '/assets/%2e%2e%2Findex.html', '/zh%2Findex.html', '/%2fzh/', '/zh%2f'],
      ...['/zh%2fsuizhou-2024', '/%5c..%5cindex.html', '/zh/index.html/', '/index.html%3f', '/%c0%ae%c0%ae/'],
      ...['/%', '/%zz', '/%252e%252e%252findex.html', '/*', '/*.html', '/zh/[a-z]*.html', '/{zh,en}/'],
      '*',
    ])('leads to nothing: %s', async (address) => {
      const answer = await ask(port, address);
      expect([400, 404]).toContain(answer.status);
      // What is no address at all is refused before any header of ours.
      if (answer.status === 404) expectTable(answer);
      expect(answer.body.toString()).not.toMatch(/"name": "yaolan"|root:x?:0/);
    });

    it('leads to nothing where it is longer than any name of a file', async () => {
      for (const path of [255, 300, 5000, 8000].flatMap((length) => [
        'a'.repeat(length),
        'a/'.repeat(length / 2),
      ]))
        expect([400, 404]).toContain((await ask(port, `/${path}.html`)).status);
    });

    it('is a 404 for who has the not-found page too', async () => {
      const { etag, 'last-modified': modified } = (await ask(port, '/zh/404.html')).headers;
      const asked = { 'If-None-Match': String(etag), ...(modified && { 'If-Modified-Since': modified }) };
      const answer = await ask(port, '/zh/nothing', { headers: asked });
      expect(answer.status).toBe(404);
      expect(answer.body.equals(fileOf('zh/404.html'))).toBe(true);
    });
  });

  describe('an error', () => {
    it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('refuses %s', async (method) => {
      const answer = await ask(port, '/zh/', { method });
      expect(answer.status).toBe(405);
      // nginx itself refuses TRACE before it reads any configuration of the address.
      if (method !== 'TRACE') expect(answer.headers.allow).toBe('GET, HEAD');
      expectTable(answer);
      expect(answer.headers['cache-control']).toBe(cacheControl.error);
    });

    it('of the server has the headers of the table and tells nothing of its inside', async () => {
      const provoked =
        name === 'npm start'
          ? []
          : ([
              ['/provoked', 500],
              ['/busy', 503],
            ] as const);
      for (const [address, status] of provoked) {
        const answer = await ask(port, address);
        expect(answer.status).toBe(status);
        expectTable(answer);
        expect(answer.headers['cache-control']).toBe(cacheControl.error);
        expect(answer.body.toString()).not.toMatch(/\d\.\d|\/usr|\/tmp|stack/);
      }
    });

    it('of the client does not end the server', async () => {
      for (const text of [
        'GET / HTTP/1.1\r\n\r\n',
        'nonsense\r\n\r\n',
        `GET /${'a'.repeat(40_000)} HTTP/1.1\r\n\r\n`,
      ]) {
        await new Promise<void>((resolve) => {
          const socket = connectSecurely({ port, host: '127.0.0.1', rejectUnauthorized: false }, () =>
            socket.write(text),
          );
          socket.on('data', (part) => {
            expect(String(part)).toMatch(/^HTTP\/1\.1 4\d\d/);
            socket.destroy();
          });
          socket.on('error', () => undefined);
          socket.on('close', () => resolve());
        });
      }
      expect((await ask(port, '/zh/')).status).toBe(200);
    });
  });

  describe('the way to HTTPS', () => {
    it('leads to the same address of the same host', async () => {
      if (host.http === undefined) return expect(name).toBe('npm start');
      for (const address of ['/', '/zh/suizhou-2024/?a=1', '/nothing']) {
        const answer = await ask(host.http, address, { isPlain: true, headers: { Host: '127.0.0.1' } });
        expect([answer.status, answer.headers.location]).toEqual([301, `https://127.0.0.1${address}`]);
        const { 'strict-transport-security': promise, ...others } = answer.headers;
        // Said over plain HTTP it would be anybody's word.
        expect(promise).toBeUndefined();
        for (const [header, value] of fixed)
          if (header !== 'strict-transport-security') expect(others[header], header).toBe(value);
      }
    });

    it('takes no old TLS, and no keys that may be read later', async () => {
      if (host.http === undefined) return expect(name).toBe('npm start');
      const isTaken = (version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3', ciphers = 'DEFAULT@SECLEVEL=0') =>
        new Promise<boolean>((resolve) => {
          const versions = { minVersion: version, maxVersion: version };
          const socket = connectSecurely(
            { port, host: '127.0.0.1', rejectUnauthorized: false, ...versions, ciphers },
            () => resolve(true),
          );
          socket.on('secureConnect', () => socket.destroy());
          socket.on('error', () => resolve(false));
        });
      expect(
        await Promise.all((['TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const).map((one) => isTaken(one))),
      ).toEqual([...[false, true, true]]);
      expect(await isTaken('TLSv1.2', 'AES128-GCM-SHA256:AES256-SHA@SECLEVEL=0')).toBe(false);
    });
  });
});

describe('a deployed folder', () => {
  it('holds a compressed form of every text, and the build none', async () => {
    const root = await deployed(built);
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
    const texts = names.filter((name) => /charset/.test(contentTypes[extname(name)] ?? ''));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((name) => !names.includes(`${name}.br`) || !names.includes(`${name}.gz`))).toEqual(
      [],
    );
    const own = readdirSync(built, { recursive: true, encoding: 'utf8' });
    expect(own.filter((name) => /\.(?:br|gz)$/.test(name))).toEqual([]);
  });
});
