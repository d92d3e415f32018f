import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type OpenSite, openSite } from '../../src/node/server';

/** How a body that is cut short was announced; engines notice the loss only by the first two. */
export const framings = ['content-length', 'chunked', 'close'] as const;
export type Framing = (typeof framings)[number];

/** What the server is about to say. A fault changes it, and says how it is brought to the reader. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Milliseconds before the first byte. */
  readonly delay?: number;
  /** Bytes of the body in a second. */
  readonly rate?: number;
  /** How many bytes of the body arrive before the connection ends. */
  readonly cut?: { readonly bytes: number; readonly framing: Framing };
  /** The body's length is not said: a proxy that rewrites does not know it. */
  readonly unmeasured?: true;
  /** `reset` breaks the connection without a word, `hang` takes the request and never answers. */
  readonly instead?: 'reset' | 'hang';
}

export interface Fault {
  (answer: Answer, request: IncomingMessage): Answer | Promise<Answer>;
  /** It only concerns the way of the bytes, which stay as they are, compressed where the reader takes that. */
  readonly keepsBytes?: true;
}

const onTheWay = (fault: Fault): Fault => Object.assign(fault, { keepsBytes: true } as const);

export const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  () => ({
    status: code,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
    body: Buffer.from(`fault ${code}`),
  });

export const delay = (milliseconds: number): Fault =>
  onTheWay((answer) => ({ ...answer, delay: milliseconds }));

export const rate = (bytesPerSecond: number): Fault =>
  onTheWay((answer) => ({ ...answer, rate: bytesPerSecond }));

/** @param at bytes that arrive; a fraction below one is a share of the body, a negative number counts from its end */
export const cut =
  (at: number, framing: Framing): Fault =>
  (answer) => {
    const { length } = answer.body;
    const bytes = at < 0 ? length + at : at < 1 ? Math.floor(length * at) : at;
    return { ...answer, cut: { bytes, framing } };
  };

export const reset: Fault = (answer) => ({ ...answer, instead: 'reset' });
export const hang: Fault = (answer) => ({ ...answer, instead: 'hang' });

/** What a hotel says to everything before the guest has signed in. */
export const portalText = 'Please sign in to this network';
export const portal: Fault = () => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  body: Buffer.from(`<!doctype html><title>${portalText}</title><h1>${portalText}</h1>`),
});

export const mutate =
  (change: (body: string) => string): Fault =>
  (answer) => ({ ...answer, body: Buffer.from(change(answer.body.toString())) });

/** Sets headers; `undefined` takes one away. */
export const hdr =
  (change: Record<string, string | undefined>): Fault =>
  (answer) => {
    const changed = new Set(Object.keys(change).map((name) => name.toLowerCase()));
    const kept = Object.entries(answer.headers).filter(([name]) => !changed.has(name.toLowerCase()));
    const added = Object.entries(change).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return { ...answer, headers: Object.fromEntries([...kept, ...added]) };
  };

export const redirect =
  (location: string, code = 302): Fault =>
  () => ({ status: code, headers: { Location: location }, body: Buffer.alloc(0) });

/** Answers from another build, as a server does that was not told of the deployment. */
export const from =
  (root: string, base = '/'): Fault =>
  async (_answer, request) =>
    capture(await openOnce(root, base), request);

/** Each request is answered from the other build with probability `p`: a deployment seen by a careless balancer. */
export const mix =
  (root: string, p: number, random: () => number): Fault =>
  (answer, request) =>
    random() < p ? from(root)(answer, request) : answer;

/** Several faults at once, from left to right. */
export function both(...faults: readonly Fault[]): Fault {
  const all: Fault = async (answer, request) => {
    let changed = answer;
    for (const fault of faults) changed = await fault(changed, request);
    return changed;
  };
  return faults.every(({ keepsBytes }) => keepsBytes) ? onTheWay(all) : all;
}

/** A path, a pattern of paths, or a question about the request. */
export type Where = string | RegExp | ((request: IncomingMessage) => boolean);

interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly path: string;
  /** Milliseconds since the start of the process. */
  readonly at: number;
  /** The worker's own installation or update check, not a page's request. */
  readonly isWorkerScript: boolean;
}

export interface FaultSite {
  /** The address of the root, with its slash; it stays over `stop` and `start`. */
  readonly url: string;
  /** All builds that have been served here. */
  readonly builds: string[];
  readonly requests: readonly Asked[];
  /** The paths asked for since `clear`. */
  paths(): string[];
  clear(): void;
  /** Resolves at the next request for it. */
  asked(where: Where): Promise<void>;
  /** From now on requests there are answered with the fault; the answer takes it away. The last rule counts. */
  when(where: Where, fault: Fault, limit?: { times: number }): () => void;
  /** Takes all faults away. */
  calm(): void;
  /** Serves another build, as a deployment does; hashed files of the older ones given may stay. */
  swap(root: string, ...older: string[]): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

interface Rule {
  readonly where: Where;
  readonly fault: Fault;
  left: number;
}

/** A server in front of real builds: the project's own, with faults between it and the reader. */
export async function openFaultSite(root: string, base = '/'): Promise<FaultSite> {
  let site = await openOnce(root, base);
  const rules: Rule[] = [];
  const requests: Asked[] = [];
  const builds = [root];
  const events = new EventEmitter().setMaxListeners(100);

  const ruleFor = (request: IncomingMessage) => {
    const rule = rules.findLast(({ where, left }) => left > 0 && matches(where, request));
    if (rule) rule.left--;
    return rule;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    requests.push(noteOf(request));
    const rule = ruleFor(request);
    events.emit('asked', request);
    if (!rule) return site.handle(request, response);
    // Faults work on the bytes themselves; a codec would notice some of them before the reader's own guards.
    if (!rule.fault.keepsBytes) {
      delete request.headers['accept-encoding'];
      delete request.headers['if-none-match'];
    }
    await deliver(await rule.fault(capture(site, request), request), request, response);
  };

  let server = await listen(answer, 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    builds,
    requests,
    paths: () => requests.map(({ path }) => path),
    clear: () => {
      requests.length = 0;
    },
    asked: (where) =>
      new Promise((resolve) => {
        const hear = (request: IncomingMessage) => {
          if (!matches(where, request)) return;
          events.off('asked', hear);
          resolve();
        };
        events.on('asked', hear);
      }),
    when(where, fault, { times } = { times: Number.POSITIVE_INFINITY }) {
      const rule = { where, fault, left: times };
      rules.push(rule);
      return () => void rules.splice(rules.indexOf(rule), 1);
    },
    calm: () => {
      rules.length = 0;
    },
    async swap(next, ...older) {
      if (!builds.includes(next)) builds.push(next);
      site = await layered(base, next, older);
    },
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
    async start() {
      if (!server.listening) server = await listen(answer, port);
    },
  };
}

const opened = new Map<string, Promise<OpenSite>>();

/** Opening a site compresses all of it, which takes seconds. */
function openOnce(root: string, base = '/'): Promise<OpenSite> {
  const site = opened.get(root) ?? openSite(root, base);
  opened.set(root, site);
  return site;
}

/** The newest build, and behind it the hashed files of those before it. */
async function layered(base: string, root: string, older: readonly string[]): Promise<OpenSite> {
  const [newest, ...others] = await Promise.all([root, ...older].map((each) => openOnce(each, base)));
  if (!newest) throw new Error('no build to serve');
  return {
    handle(request, response) {
      const isHashed = pathOf(request).startsWith(`${base}assets/`);
      const isThere = (site: OpenSite) => capture(site, request).status === 200;
      const site = isHashed ? [newest, ...others].find(isThere) : newest;
      (site ?? newest).handle(request, response);
    },
  };
}

const pathOf = (request: IncomingMessage): string => new URL(request.url ?? '/', 'http://localhost').pathname;

function matches(where: Where, request: IncomingMessage): boolean {
  if (typeof where === 'function') return where(request);
  return typeof where === 'string' ? pathOf(request) === where : where.test(pathOf(request));
}

const noteOf = (request: IncomingMessage): Asked => ({
  method: request.method ?? '',
  url: request.url ?? '',
  path: pathOf(request),
  at: performance.now(),
  isWorkerScript: request.headers['service-worker'] === 'script',
});

/** What the site would say, without saying it. */
function capture(site: OpenSite, request: IncomingMessage): Answer {
  const said: { -readonly [part in keyof Answer]: Answer[part] } = {
    status: 200,
    headers: {},
    body: Buffer.alloc(0),
  };
  const listener = {
    writeHead(code: number, headers: Record<string, string>) {
      Object.assign(said, { status: code, headers });
      return listener;
    },
    end(body?: Buffer) {
      if (body) said.body = body;
    },
  };
  site.handle(request, listener as unknown as ServerResponse);
  return said;
}

const tick = 100; // ms between two pieces of a slow body

async function deliver(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, body, delay: wait = 0, instead } = answer;
  // A slow answer is the fault itself: there is no event to wait for.
  if (wait > 0) await pause(wait);
  if (instead === 'hang') return;
  if (instead === 'reset') return void request.socket.resetAndDestroy();
  if (answer.cut) return cutShort(answer, answer.cut, request.socket);
  if (request.method === 'HEAD' || status === 304) {
    return void response.writeHead(status, answer.headers).end();
  }
  // A fault may have changed the body; a header that lies about its length is not one of the faults.
  const length = answer.unmeasured ? undefined : String(body.length);
  const { headers } = (await hdr({ 'Content-Length': length })(answer, request)) as Answer;
  response.writeHead(status, headers);
  if (answer.rate === undefined) return void response.end(body);
  const piece = Math.max(1, Math.round((answer.rate * tick) / 1000));
  for (let sent = 0; sent < body.length && !response.destroyed; sent += piece) {
    response.write(body.subarray(sent, sent + piece));
    // So is a slow line.
    await pause(tick);
  }
  response.end();
}

/** Written to the connection itself, since Node's own server does not let a body be announced falsely. */
function cutShort(
  { status, headers, body }: Answer,
  { bytes, framing }: { bytes: number; framing: Framing },
  socket: Socket,
): void {
  const kept = Object.entries(headers).filter(([name]) => !/^(content-length|connection)$/i.test(name));
  const announced = {
    'content-length': `Content-Length: ${body.length}`,
    chunked: 'Transfer-Encoding: chunked',
    close: 'Connection: close',
  }[framing];
  const head = [`HTTP/1.1 ${status} Fault`, ...kept.map(([name, value]) => `${name}: ${value}`), announced];
  const part = body.subarray(0, bytes);
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  if (framing !== 'chunked') return void socket.end(part);
  // The last chunk, of no length, never comes.
  socket.write(`${part.length.toString(16)}\r\n`);
  socket.write(part);
  socket.end('\r\n');
}

async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port: number,
): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`The fault server failed at ${request.url}:`, error);
      response.destroy();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
