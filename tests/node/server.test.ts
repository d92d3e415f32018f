import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheControlOf, securityHeaders } from '../../src/node/headers';
import { openSite } from '../../src/node/server';
import { policyOf } from '../../src/prerender/policy';
import { freshFolder } from '../support/run-folder';

const policy = policyOf(['p{}'], ['boot()']);
const pageOf = (text: string) =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><p>${text}</p>${'要览 '.repeat(200)}`;

const site: Readonly<Record<string, string | Uint8Array>> = {
  'index.html': pageOf('root'),
  '404.html': pageOf('missing in both'),
  'zh/index.html': pageOf('zh home'),
  'zh/404.html': pageOf('zh missing'),
  'zh/suizhou-2024/index.html': pageOf('zh article'),
  'en/404.html': pageOf('en missing'),
  'data/suizhou-2024.json': '{"a":"随州"}',
  'data/suizhou-2024.csv': '\uFEFFid\r\n',
  'assets/app-abc.js': 'export const a = 1;'.repeat(100),
  'icons/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'icons/icon.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  'icons/favicon.ico': new Uint8Array([0, 0, 1, 0]),
  'zh.webmanifest': '{}',
  'robots.txt': 'User-agent: *',
  'sw.js': 'self.a = 1;',
  'strange.bin': new Uint8Array([0, 1]),
};

function aSiteFolder(files: Readonly<Record<string, string | Uint8Array>> = site): string {
  const root = join(freshFolder('server'), 'site');
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), body);
  }
  writeFileSync(join(root, '..', 'secret.txt'), 'a file beside the site');
  return root;
}

const servers: Server[] = [];

async function serve(root: string, base: string): Promise<number> {
  const { handle } = await openSite(root, base);
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** As a client asks that neither normalises the path nor follows redirects nor unpacks. */
function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** What comes back for bytes that no HTTP client would send. */
const answerTo = (text: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    let received = '';
    socket.on('data', (part) => {
      received += String(part);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
  });

let port = 0;
let underPath = 0;

beforeAll(async () => {
  const root = aSiteFolder();
  port = await serve(root, '/');
  underPath = await serve(root, '/some/reader/');
});

afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

const expectedHeaders = Object.entries(securityHeaders(policy)).map(
  ([name, value]) => [name.toLowerCase(), value] as const,
);

describe('a file', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/zh/', 'text/html; charset=utf-8'],
    ['/zh/index.html', 'text/html; charset=utf-8'],
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/data/suizhou-2024.json', 'application/json; charset=utf-8'],
    ['/data/suizhou-2024.csv', 'text/csv; charset=utf-8'],
    ['/zh.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/icons/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/icons/icon.png', 'image/png'],
    ['/icons/favicon.ico', 'image/x-icon'],
  ])('%s comes as %s', async (path, type) => {
    const { status, headers } = await ask(port, path);
    expect([status, headers['content-type']]).toEqual([200, type]);
  });

  it('comes byte for byte', async () => {
    const { body } = await ask(port, '/icons/icon.png');
    expect(body).toEqual(Buffer.from(site['icons/icon.png'] as Uint8Array));
  });

  it('is found whatever the query says', async () => {
    const { status, body } = await ask(port, '/zh/suizhou-2024/?from=singlemessage&utm_source=x');
    expect([status, body.toString()]).toEqual([200, site['zh/suizhou-2024/index.html']]);
  });

  it('may be kept for ever when its name is made of its content, else is asked for again', async () => {
    const kept = (await ask(port, '/assets/app-abc.js')).headers['cache-control'];
    const asked = (await ask(port, '/zh/')).headers['cache-control'];
    expect(kept).toBe('public, max-age=31536000, immutable, no-transform');
    expect(asked).toBe('no-cache, no-transform');
    expect([cacheControlOf('assets/a.js'), cacheControlOf('zh/index.html')]).toEqual([kept, asked]);
    expect((await ask(port, '/sw.js')).headers['cache-control']).toBe('no-cache');
  });
});

describe('compression', () => {
  const text = site['zh/index.html'] as string;

  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
  ] as const)('is %s for a client that takes %s', async (encoding, accepted, unpack) => {
    const { headers, body } = await ask(port, '/zh/', { 'Accept-Encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers.vary).toBe('Accept-Encoding');
    expect(body.length).toBeLessThan(Buffer.byteLength(text));
    expect(unpack(body).toString()).toBe(text);
  });

  it.each(['', 'identity', 'deflate', 'brr'])('is none for a client that takes %j', async (accepted) => {
    const { headers, body } = await ask(port, '/zh/', { 'Accept-Encoding': accepted });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
    expect(headers.vary).toBe('Accept-Encoding');
    expect(body.toString()).toBe(text);
  });

  it('is not what a client refuses', async () => {
    const { headers } = await ask(port, '/zh/', { 'Accept-Encoding': 'br;q=0, gzip' });
    expect(headers['content-encoding']).toBe('gzip');
  });

  it('is none for pictures', async () => {
    const { headers } = await ask(port, '/icons/icon.png', { 'Accept-Encoding': 'br' });
    expect([headers['content-encoding'], headers['content-length']]).toEqual([undefined, '4']);
  });
});

describe('a file that the client has', () => {
  it('is not sent again', async () => {
    const first = await ask(port, '/zh/');
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await ask(port, '/zh/', { 'If-None-Match': etag });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
    expect(again.headers.vary).toBe('Accept-Encoding');
  });

  it('is recognised in a list and behind a proxy’s weak mark', async () => {
    const { etag } = (await ask(port, '/zh/')).headers;
    expect((await ask(port, '/zh/', { 'If-None-Match': `"other", W/${etag}` })).status).toBe(304);
  });

  it('is sent when it has changed', async () => {
    expect((await ask(port, '/zh/', { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  it('has another mark than another file', async () => {
    const marks = await Promise.all(['/zh/', '/zh/suizhou-2024/'].map((path) => ask(port, path)));
    expect(marks[0]?.headers.etag).not.toBe(marks[1]?.headers.etag);
  });
});

describe('a missing slash', () => {
  it.each([
    ['/zh', '/zh/'],
    ['/zh/suizhou-2024', '/zh/suizhou-2024/'],
    ['/zh/suizhou-2024?from=singlemessage', '/zh/suizhou-2024/?from=singlemessage'],
  ])('sends %s on to %s', async (path, location) => {
    const { status, headers } = await ask(port, path);
    expect([status, headers.location, headers['content-length']]).toEqual([301, location, '0']);
  });

  it('is added to the base path', async () => {
    const { status, headers } = await ask(underPath, '/some/reader?a=1');
    expect([status, headers.location]).toEqual([301, '/some/reader/?a=1']);
  });

  it('is not missing behind a file', async () => {
    expect((await ask(port, '/robots.txt/')).status).toBe(404);
  });
});

describe('slashes before an address', () => {
  it('count as one', async () => {
    const { status, headers } = await ask(port, '//zh');
    expect([status, headers.location]).toEqual([301, '/zh/']);
    expect((await ask(port, '///zh/')).status).toBe(200);
  });
});

describe('an unknown address', () => {
  it.each([
    ['/zh/nothing/', 'zh missing'],
    ['/en/suizhou-2024/', 'en missing'],
    ['/en', 'en missing'],
    ['/fr/', 'missing in both'],
    ['/nothing', 'missing in both'],
    ['/ZH/', 'missing in both'],
    ['/__proto__/', 'missing in both'],
    // Only endings with a known type are served.
    ['/strange.bin', 'missing in both'],
  ])('%s has the page “%s” with status 404', async (path, text) => {
    const { status, headers, body } = await ask(port, path);
    expect(status).toBe(404);
    expect(body.toString()).toContain(`<p>${text}</p>`);
    expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined]);
  });

  it('outside the base path has the page in both languages', async () => {
    const answers = await Promise.all(
      ['/', '/zh/', '/some/', '/some/readerzh/'].map((path) => ask(underPath, path)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    for (const { body } of answers) expect(body.toString()).toContain('missing in both');
  });

  it('is compressed as others are', async () => {
    const { status, headers, body } = await ask(port, '/zh/nothing', { 'Accept-Encoding': 'br' });
    expect([status, headers['content-encoding']]).toEqual([404, 'br']);
    expect(brotliDecompressSync(body).toString()).toBe(site['zh/404.html']);
  });

  it('is never answered with 304', async () => {
    const { etag } = (await ask(port, '/zh/404.html')).headers;
    expect((await ask(port, '/zh/nothing', { 'If-None-Match': String(etag) })).status).toBe(404);
  });

  it('is still a 404 where the site has no such page', async () => {
    const bare = await serve(aSiteFolder({ 'index.html': 'x' }), '/');
    const { status, body } = await ask(bare, '/nothing');
    expect([status, body.length]).toEqual([404, 0]);
  });
});

describe('an address that leads astray', () => {
  it.each([
    ...[
      '/../secret.txt',
      '/zh/../../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
    ],
    ...['/..\\secret.txt', '/zh%2f', '/zh%2Findex.html', '/zh/%00', '/%', '/%zz', '/zh/./../../secret.txt'],
    ...['/index.html%00.js', '/zh/%00index.html', '/assets/..%2findex.html', '/assets/%2e%2e%2findex.html'],
    ...['/[', '/:99999/', '/@example.org/', `/${'a'.repeat(8000)}`],
  ])('finds nothing: %s', async (path) => {
    const { status, body } = await ask(port, path);
    expect(body.toString()).not.toContain('beside the site');
    expect(status).toBe(404);
  });

  it.each(['*', 'zh/', ''])('is refused where it names no path: %j', async (target) => {
    expect(await answerTo(`GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
  });

  it('may name the host as well', async () => {
    expect((await ask(port, 'http://reader.example/zh/')).status).toBe(200);
  });

  it.each([
    '//evil.example',
    '//evil.example/zh',
    '///zh',
    '/\\evil.example',
    '//zh',
    '/\\zh',
    '//[',
    '/%5czh',
  ])('sends nobody to another site: %s', async (path) => {
    const { headers } = await ask(port, path);
    expect(headers.location ?? '/').toMatch(/^\/(?![/\\])/);
  });

  it.each([
    'GET http://evil.example/zh HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET http:// HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET * HTTP/1.1\r\nHost: a\r\n\r\n',
    'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET /\u0000 HTTP/1.1\r\n\r\n',
    'nonsense\r\n\r\n',
  ])('does not end the server: %j', async (text) => {
    const answer = await answerTo(text);
    expect(answer).not.toMatch(/location: (?:https?:)?\/\//i);
    expect((await ask(port, '/zh/')).status).toBe(200);
  });
});

describe('a method', () => {
  it('HEAD has the same headers as GET and no body', async () => {
    for (const path of ['/zh/', '/zh/nothing', '/icons/icon.png', '/zh']) {
      const { date: _got, ...got } = (await ask(port, path)).headers;
      const head = await ask(port, path, {}, 'HEAD');
      const { date: _asked, ...asked } = head.headers;
      expect(asked).toEqual(got);
      expect(head.body.length).toBe(0);
    }
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
    const { status, headers } = await ask(port, '/zh/', {}, method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('security headers', () => {
  it.each([
    ['a page', '/zh/', {}, 'GET', 200],
    ['the worker’s script', '/sw.js', {}, 'GET', 200],
    ['a picture', '/icons/icon.png', {}, 'GET', 200],
    ['the open figures', '/data/suizhou-2024.json', {}, 'GET', 200],
    ['a redirect', '/zh', {}, 'GET', 301],
    ['a page that is not there', '/zh/nothing', {}, 'GET', 404],
    ['a refused method', '/zh/', {}, 'POST', 405],
  ] as const)('stand on %s', async (_what, path, asked, method, status) => {
    const answer = await ask(port, path, asked, method);
    expect(answer.status).toBe(status);
    for (const [name, value] of expectedHeaders) expect(answer.headers[name], name).toBe(value);
  });

  it('stand on what has not changed', async () => {
    const { etag } = (await ask(port, '/zh/')).headers;
    const answer = await ask(port, '/zh/', { 'If-None-Match': String(etag) });
    expect(answer.status).toBe(304);
    for (const [name, value] of expectedHeaders) expect(answer.headers[name], name).toBe(value);
  });

  it('promise HTTPS only where it is spoken', async () => {
    const plain = securityHeaders(policy);
    const secure = securityHeaders(policy, { isSecure: true });
    expect(plain['Strict-Transport-Security']).toBeUndefined();
    expect(plain['Content-Security-Policy']).not.toContain('upgrade-insecure-requests');
    expect(secure['Strict-Transport-Security']).toBe('max-age=63072000; includeSubDomains; preload');
    expect(secure['Content-Security-Policy']).toMatch(/; upgrade-insecure-requests$/);
    expect((await ask(port, '/zh/')).headers['strict-transport-security']).toBeUndefined();
  });

  it('carry the policy of the built pages and forbid framing', async () => {
    const { headers } = await ask(port, '/zh/');
    expect(headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`);
  });
});
