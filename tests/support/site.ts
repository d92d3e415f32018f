import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSite } from '../../src/node/server';
import { isAlive, runGroup } from './processes';
import { runFolder } from './run-folder';
import { until } from './until';

interface Request {
  method: string;
  /** Path and query as they were asked for. */
  url: string;
  /** 0 when the answer was never finished. */
  status: number;
}

export interface TestSite {
  /** The address of the base, with its trailing slash. It stays the same over `stop` and `start`. */
  url: string;
  port: number;
  /** Everything asked for since the start or the last `clear`, in the order of arrival. */
  readonly requests: readonly Request[];
  clear(): void;
  /** Ends every connection and frees the port: the honest way to be without a network, in every engine. */
  stop(): Promise<void>;
  /** Serves again on the same port. */
  start(): Promise<void>;
  /** Serves another built folder from now on, as a deployment does. */
  swap(root: string): Promise<void>;
  /**
   * Puts a fault in front of the site, or takes it away with `undefined`. A fault that answers a request
   * itself returns true; returning false lets the site answer. Either may first change headers or wait.
   */
  interpose(fault: Fault | undefined): void;
}

export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

interface ServeOptions {
  base?: string;
  port?: number;
}

/** Serves a built folder with the project's own server, which can be stopped, swapped and counted. */
export async function serve(root: string, { base = '/', port = 0 }: ServeOptions = {}): Promise<TestSite> {
  let site = await openSite(root, base);
  let fault: Fault | undefined;
  const requests: Request[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    note(requests, request, response);
    if (!(await fault?.(request, response))) site.handle(request, response);
  };
  let server = await listen(answer, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}${base}`,
    port: actual,
    requests,
    clear: () => {
      requests.length = 0;
    },
    stop: () => close(server),
    start: async () => {
      if (!server.listening) server = await listen(answer, actual);
    },
    swap: async (next) => {
      site = await openSite(next, base);
    },
    interpose: (next) => {
      fault = next;
    },
  };
}

function note(requests: Request[], request: IncomingMessage, response: ServerResponse): void {
  const noted: Request = { method: request.method ?? '', url: request.url ?? '', status: 0 };
  requests.push(noted);
  response.once('finish', () => {
    noted.status = response.statusCode;
  });
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function listen(answer: Answer, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`The test site failed at ${request.url}:`, error);
      response.destroy();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

export interface BuildOptions {
  /** BASE_PATH, `/` when not given. */
  base?: string;
  /** SITE_URL: the absolute address, when the build shall know it. */
  siteUrl?: string;
  /** CONTENT_DIR: a folder of articles to build instead of `src/content`. */
  content?: string;
  /** Where to build; a folder of the run's own when not given. */
  out?: string;
  env?: Record<string, string>;
  /** A copy of the project to build instead of this one (see `copyProject`). */
  project?: string;
}

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Builds the site as anybody would, in a process of its own, and returns the folder. The same build is made
 * once in a run, however many test files ask for it; a different one waits until the first is through,
 * because builds of one working copy share the folder of intermediate files.
 */
export async function buildSite(options: BuildOptions = {}): Promise<string> {
  const environment = environmentOf(options);
  const { project = repository } = options;
  const key = shortHash(JSON.stringify([environment, project]));
  const out = resolve(options.out ?? join(runFolder(), 'sites', key));
  const mark = join(runFolder(), 'built', shortHash(key + out));
  const isBuilt = () => existsSync(mark) && existsSync(out);
  // What is built needs no turn: another build may be under way.
  if (isBuilt()) return out;
  await alone(async () => {
    if (isBuilt()) return;
    await build(project, { ...environment, OUT_DIR: out });
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, out);
  });
  return out;
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

function environmentOf({ base = '/', siteUrl, content, env }: BuildOptions): Record<string, string> {
  return {
    BASE_PATH: base,
    ...(siteUrl && { SITE_URL: siteUrl }),
    ...(content && { CONTENT_DIR: resolve(content) }),
    ...env,
  };
}

async function build(project: string, environment: Record<string, string>): Promise<void> {
  const { code, said } = await runGroup(join(repository, 'node_modules/.bin/tsx'), ['src/node/build.ts'], {
    cwd: project,
    env: { ...buildEnvironment(), ...environment },
  });
  if (code !== 0) throw new Error(`The build into ${environment.OUT_DIR} failed (${code}):\n${said}`);
}

/** Vitest says NODE_ENV=test and more; a build made under it must be the one that is shipped. */
function buildEnvironment(): NodeJS.ProcessEnv {
  const foreign =
    /^(NODE_ENV|VITEST.*|TEST|MODE|DEV|PROD|SSR|BASE_URL|BASE_PATH|SITE_URL|CONTACT|OUT_DIR|CONTENT_DIR)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** One build at a time in this working copy, over all processes: the lock is a file that holds the owner's id. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), `yaolan-build-${shortHash(repository)}.lock`);
  await until(() => takeLock(lock), { what: `the build lock ${lock}`, looks: Number.POSITIVE_INFINITY });
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = Number(readFileSync(lock, 'utf8'));
    // An empty file is a lock just being written; an owner that died gives its lock back here.
    if (owner > 0 && !isAlive(owner)) rmSync(lock, { force: true });
    return false;
  }
}
