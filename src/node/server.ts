import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cacheControlOf, securityHeaders } from './headers';

/** One file of the built site, held in memory with its compressed forms. */
interface Held {
  readonly path: string;
  readonly type: string;
  readonly tag: string;
  readonly bodies: { readonly identity: Buffer; readonly br?: Buffer; readonly gzip?: Buffer };
}

type Encoding = keyof Held['bodies'];

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

const compressible = /charset=utf-8/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function hold(root: string, file: string): Promise<Held> {
  const identity = await readFile(file);
  const path = relative(root, file).split(sep).join('/');
  const type = types[extname(path)] ?? 'application/octet-stream';
  const tag = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  if (!compressible.test(type)) return { path, type, tag, bodies: { identity } };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  };
  const [br, gz] = await Promise.all([brotli(identity, { params }), zip(identity, { level: 9 })]);
  return { path, type, tag, bodies: { identity, br, gzip: gz } };
}

/** The policy that the build wrote into its root, for all pages; the header must not say anything else. */
function policyOf(files: ReadonlyMap<string, Held>): string {
  const html = files.get('index.html')?.bodies.identity.toString() ?? '';
  return /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "default-src 'self'";
}

/** Whether a client takes an encoding: named, and not with a quality of nought. */
function accepts(header: string, encoding: Encoding): boolean {
  const part = header.split(',').find((part) => part.trim().split(';')[0]?.trim().toLowerCase() === encoding);
  return part !== undefined && !/;\s*q=0(\.0*)?\s*$/i.test(part);
}

function encodingFor(held: Held, header: string): Encoding {
  return (
    (['br', 'gzip'] as const).find((encoding) => held.bodies[encoding] && accepts(header, encoding)) ??
    'identity'
  );
}

export interface OpenSite {
  handle(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * Answers for a built site as a careful static host does: pre-compressed bodies with their length,
 * a redirect where a folder's slash is missing, and the not-found page of the address's language.
 *
 * Only files that were there at the start are served, so no path can lead outside the folder.
 *
 * @param root the built folder
 * @param base the path it is served under, with a slash at both ends
 */
export async function openSite(root: string, base: string): Promise<OpenSite> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const held = await Promise.all(paths.map((path) => hold(root, path)));
  const files = new Map(held.map((file) => [file.path, file]));
  const common = securityHeaders(policyOf(files));

  const begin = (response: ServerResponse, status: number, headers: Record<string, string>) =>
    response.writeHead(status, { ...common, ...headers });

  function send(request: IncomingMessage, response: ServerResponse, file: Held, status: number): void {
    const encoding = encodingFor(file, String(request.headers['accept-encoding'] ?? ''));
    // Bodies that differ in their bytes differ in their tag.
    const etag = `"${file.tag}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    const headers = {
      'Cache-Control': status === 200 ? cacheControlOf(file.path) : 'no-store',
      Vary: 'Accept-Encoding',
      ...(status === 200 ? { ETag: etag } : {}),
    };
    if (status === 200 && request.headers['if-none-match']?.includes(etag)) {
      begin(response, 304, headers).end();
      return;
    }
    const body = file.bodies[encoding] ?? file.bodies.identity;
    begin(response, status, {
      ...headers,
      'Content-Type': file.type,
      'Content-Length': String(body.length),
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  function sendMissing(request: IncomingMessage, response: ServerResponse, path: string): void {
    const page = files.get(`${path.split('/')[0]}/404.html`) ?? files.get('404.html');
    if (page) send(request, response, page, 404);
    else begin(response, 404, { 'Cache-Control': 'no-store' }).end();
  }

  function redirect(response: ServerResponse, location: string): void {
    begin(response, 301, { Location: location, 'Cache-Control': 'no-cache', 'Content-Length': '0' }).end();
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      begin(response, 405, { Allow: 'GET, HEAD', 'Cache-Control': 'no-store', 'Content-Length': '0' }).end();
      return;
    }
    const { pathname, search } = new URL(`http://localhost${request.url?.replace(/^\/+/, '/') ?? '/'}`);
    const path = pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
    const file = path === undefined ? undefined : files.get(path.replace(/(^|\/)$/, '$1index.html'));
    if (file) send(request, response, file, 200);
    else if (`${pathname}/` === base || files.has(`${path}/index.html`)) {
      redirect(response, `${pathname}/${search}`);
    } else sendMissing(request, response, path ?? '');
  }

  return { handle };
}
