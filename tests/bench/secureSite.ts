import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer, type Http2SecureServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { openSite } from '../../src/node/server';
import type { Certificate } from '../support/certificate';

interface Answered {
  readonly path: string;
  /** The body as it was sent. */
  readonly bytes: number;
}

/**
 * The same on every answer, so that its compressed form has one length; no older than today, because
 * caches reckon the age of an answer from it.
 */
const date = new Date().toUTCString().replace(/[\d:]{8}/, '00:00:00');

/** A built folder over HTTP/2 and TLS, with the project's own routing, headers and brotli. */
export interface SecureSite {
  /** The site's origin with a slash; it stays the same over `stop` and `start`. */
  readonly url: string;
  /** Every request since the last `clear`, in the order of arrival: what no browser can hide. */
  readonly answered: readonly Answered[];
  clear(): void;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Serves another built folder from now on, as a deployment does. */
  swap(root: string): Promise<void>;
}

export async function serveSecurely(root: string, { key, cert }: Certificate): Promise<SecureSite> {
  let site = await openSite(root, '/');
  const answered: Answered[] = [];
  const sessions = new Set<ServerHttp2Session>();
  let server: Http2SecureServer | undefined;
  let port = 0;

  async function start(): Promise<void> {
    if (server) return;
    server = createSecureServer({ key, cert }, (request, response) => {
      response.setHeader('Date', date);
      // Node's HTTP/2 requests and responses have all that the site uses of HTTP/1's.
      site.handle(request as unknown as IncomingMessage, response as unknown as ServerResponse);
      const bytes = response.statusCode === 200 ? Number(response.getHeader('content-length') ?? 0) : 0;
      answered.push({ path: new URL(request.url, 'https://localhost').pathname, bytes });
    });
    server.on('session', (session) => {
      sessions.add(session);
      session.once('close', () => sessions.delete(session));
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  }

  async function stop(): Promise<void> {
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const session of sessions) session.destroy();
    server = undefined;
    await closed;
  }

  await start();
  return {
    url: `https://127.0.0.1:${port}/`,
    answered,
    clear: () => {
      answered.length = 0;
    },
    start,
    stop,
    swap: async (next) => {
      site = await openSite(next, '/');
    },
  };
}
