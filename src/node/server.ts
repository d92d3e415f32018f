import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { compressed } from './compression';
import {
  cacheControl,
  cacheControlOf,
  contentTypes,
  isCompressible,
  policyIn,
  securityHeaders,
  type Transport,
} from './headers';

/** One file of the built site, held in memory with its compressed forms. */
interface Held {
  readonly path: string;
  readonly type: string;
  readonly tag: string;
  readonly bodies: { readonly identity: Buffer; readonly br?: Buffer; readonly gzip?: Buffer };
}

type Encoding = keyof Held['bodies'];

async function hold(root: string, file: string): Promise<Held> {
  const identity = await readFile(file);
  const path = relative(root, file).split(sep).join('/');
  const type = contentTypes[extname(path)] ?? 'application/octet-stream';
  const tag = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return { path, type, tag, bodies: { identity, ...(isCompressible(path) && (await compressed(identity))) } };
}

/** Whether a client takes an encoding: it must name it, and not with the quality 0. */
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

/** Parses the target of a request; undefined if it is no path, such as `*`. */
function addressOf(target = ''): URL | undefined {
  // A client may send the host along (RFC 9112, 3.2.2). Several slashes at the beginning count as one.
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^\/+/, '/');
  return path.startsWith('/') ? new URL(`http://localhost${path}`) : undefined;
}

export interface OpenSite {
  handle(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * Serves a built site as nginx and Caddy do with our configuration: compressed bodies with their length, a redirect
 * where a folder's slash is missing, and the not-found page in the language of the address.
 *
 * It reads all files at the start and looks each path up among them, so no path leads outside the folder.
 *
 * @param root the built folder
 * @param base the path it is served under, with a slash at both ends
 * @param transport whether the server that calls `handle` speaks TLS
 */
export async function openSite(root: string, base: string, transport?: Transport): Promise<OpenSite> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && contentTypes[extname(entry.name)] !== undefined)
    .map((entry) => join(entry.parentPath, entry.name));
  const held = await Promise.all(paths.map((path) => hold(root, path)));
  const files = new Map(held.map((file) => [file.path, file]));
  const policy = policyIn(files.get('index.html')?.bodies.identity.toString() ?? '') ?? "default-src 'self'";
  const common = securityHeaders(policy, transport);

  const begin = (response: ServerResponse, status: number, headers: Record<string, string>) =>
    response.writeHead(status, { ...common, ...headers });

  function sendEmpty(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
    begin(response, status, {
      'Cache-Control': cacheControl.error,
      'Content-Length': '0',
      ...headers,
    }).end();
  }

  function send(request: IncomingMessage, response: ServerResponse, file: Held, status: number): void {
    const encoding = encodingFor(file, String(request.headers['accept-encoding'] ?? ''));
    // A strong tag stands for exact bytes, so each encoding has one of its own.
    const etag = `"${file.tag}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    const headers = {
      'Cache-Control': status === 200 ? cacheControlOf(file.path) : cacheControl.error,
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
    else sendEmpty(response, 404);
  }

  function answer(request: IncomingMessage, response: ServerResponse, { pathname, search }: URL): void {
    const path = pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
    const file = path === undefined ? undefined : files.get(path.replace(/(^|\/)$/, '$1index.html'));
    if (file) send(request, response, file, 200);
    else if (`${pathname}/` === base || files.has(`${path}/index.html`)) {
      const headers = { Location: `${pathname}/${search}`, 'Cache-Control': cacheControl.page };
      sendEmpty(response, 301, headers);
    } else sendMissing(request, response, path ?? '');
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const address = addressOf(request.url);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead) sendEmpty(response, 405, { Allow: 'GET, HEAD' });
    else if (address === undefined) sendEmpty(response, 400);
    else answer(request, response, address);
  }

  return { handle };
}
