import { once } from 'node:events';
import { request as askPlain, type IncomingHttpHeaders } from 'node:http';
import { request as askSecurely, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { stage } from '../../src/node/release';
import { openSite } from '../../src/node/server';
import { makeCertificate } from '../support/certificate';
import { freshFolder } from '../support/run-folder';
import { type Hosting, installedServers, openCaddy, openNginx } from '../support/servers';

/** The site on a server of this machine, as a reader reaches it. */
export interface Host {
  readonly https: number;
  /** Where it answers without TLS, if it does. */
  readonly http?: number;
  stop(): Promise<void>;
}

interface OpenOptions {
  /** Further lines of the server's configuration. */
  readonly more?: string;
  /** The path it was built for. */
  readonly base?: string;
}

export interface HostKind {
  readonly name: 'npm start' | 'nginx' | 'caddy';
  open(built: string, options?: OpenOptions): Promise<Host>;
}

/** The built folder as a deployment leaves it, with its compressed forms. */
export async function deployed(built: string, base = '/'): Promise<string> {
  const folder = freshFolder('deployed');
  await (await stage(built, { folder, base })).serve();
  return join(folder, 'current');
}

const hostingOf = async (built: string, { more = '', base }: OpenOptions = {}): Promise<Hosting> => ({
  conf: `${built}-deploy`,
  root: await deployed(built, base),
  more,
});

/** The project's own server, behind TLS as the others are. */
async function openOwn(built: string, { base = '/' }: OpenOptions = {}): Promise<Host> {
  const { handle } = await openSite(built, base, { isSecure: true });
  const server = createServer(makeCertificate(), handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { https: (server.address() as AddressInfo).port, stop };
}

const { nginx, caddy } = installedServers();

/** Every server that can be run here; the project's own always can. */
export const hostKinds: readonly HostKind[] = [
  { name: 'npm start', open: openOwn },
  ...(nginx
    ? [{ name: 'nginx', open: async (...given) => openNginx(await hostingOf(...given)) } satisfies HostKind]
    : []),
  ...(caddy
    ? [{ name: 'caddy', open: async (...given) => openCaddy(await hostingOf(...given)) } satisfies HostKind]
    : []),
];

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The names as they came, so that one sent twice shows. */
  readonly names: readonly string[];
  readonly body: Buffer;
}

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isPlain?: boolean;
}

/** As a client asks that neither normalises the path nor follows redirects nor unpacks. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, isPlain }: Asking = {},
): Promise<Answer> {
  const request = isPlain ? askPlain : askSecurely;
  return new Promise((resolve, reject) => {
    const options = {
      port,
      host: '127.0.0.1',
      path,
      method,
      headers,
      agent: false,
      rejectUnauthorized: false,
    };
    const asked = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          names: response.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()),
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
