import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findOrInstallBrowsers, type WebKitPrograms } from './browsers';
import { endGroup, track } from './processes';
import { freshFolder } from './run-folder';
import { until } from './until';

export interface OpenWebKitOptions {
  /** HOME and all XDG folders; a fresh folder when not given. It keeps no site data: see `openWebKit`. */
  home?: string;
  /** Milliseconds that any single command may take; 30 seconds when not given. */
  timeout?: number;
}

/** A function to run in the page, or an expression. It is sent as text, so it sees nothing of its surroundings. */
// biome-ignore lint/suspicious/noExplicitAny: the arguments are whatever the caller's function takes.
type InPage<T> = string | ((...args: any[]) => T);

export interface WebKitSession {
  goto(url: string): Promise<void>;
  evaluate<T>(inPage: InPage<T>, ...args: unknown[]): Promise<T>;
  /** Like `evaluate`, for functions that return a promise. */
  evaluateAsync<T>(inPage: InPage<Promise<T> | T>, ...args: unknown[]): Promise<T>;
  /** Asks the page until the answer is truthy, across navigations, and returns it. */
  waitFor<T>(inPage: InPage<T>, what: string, timeout?: number): Promise<T>;
  click(selector: string): Promise<void>;
  /** Types into an element; `\uE004` is Tab, `\uE007` Enter, `\uE00C` Escape. */
  type(selector: string, keys: string): Promise<void>;
  title(): Promise<string>;
  url(): Promise<string>;
  screenshot(): Promise<Buffer>;
  /** The window's size; it becomes no narrower than about 450 pixels. */
  resize(width: number, height: number): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

/**
 * WebKitGTK's MiniBrowser, driven by plain W3C WebDriver requests: no package speaks to it better.
 *
 * MiniBrowser under automation always uses an ephemeral session. Service workers, caches and storage work
 * and survive a stopped server, but only until `close`: the same `home` does not bring them back (measured:
 * WebKitGTK 2.50.6). Restarts are therefore proved in Chromium and Firefox. `navigator.language` is `en-US`
 * whatever the environment says, unless the system has generated another locale.
 */
export async function openWebKit(options: OpenWebKitOptions = {}): Promise<WebKitSession> {
  const { home = freshFolder('webkit'), timeout = 30_000 } = options;
  const programs = findOrInstallBrowsers().webkit;
  if (!programs) throw new Error('WebKit is not installed: look at findOrInstallBrowsers().webkit first.');
  const running: number[] = [];
  const endAll = async (): Promise<void> => {
    for (const pid of running.reverse()) await endGroup(pid);
  };
  try {
    const display = await startDisplay(programs.xvfb, running);
    const driver = await startDriver(programs.driver, environmentFor(home, display), running);
    return sessionOver(await newSession(driver, programs, timeout), endAll);
  } catch (error) {
    await endAll();
    throw error;
  }
}

/** Xvfb chooses a free display itself and writes its number to the third pipe once it is ready. */
async function startDisplay(xvfb: string, running: number[]): Promise<string> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = spawn(xvfb, args, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  running.push(await startOf(child));
  return `:${await firstLine(child.stdio[3] as Readable)}`;
}

async function startDriver(path: string, env: NodeJS.ProcessEnv, running: number[]): Promise<string> {
  const port = await freePort();
  const child = spawn(path, [`--port=${port}`], { detached: true, stdio: 'ignore', env });
  running.push(await startOf(child));
  const address = `http://127.0.0.1:${port}`;
  const isReady = async (): Promise<boolean> =>
    (await fetch(`${address}/status`, { signal: AbortSignal.timeout(1_000) })).ok;
  await until(isReady, { what: 'WebKitWebDriver to answer' });
  return address;
}

/** The id of a process that leads its own group, so that its children can be ended with it. */
async function startOf(child: ChildProcess): Promise<number> {
  await once(child, 'spawn');
  if (child.pid === undefined) throw new Error(`${child.spawnfile} did not start.`);
  track(child.pid);
  child.unref();
  return child.pid;
}

/** Reads up to the line's end: Xvfb writes that separately, and dies of it when nobody reads any more. */
async function firstLine(stream: Readable): Promise<string> {
  let said = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  await until(() => said.includes('\n'), { what: 'Xvfb to name its display' });
  stream.destroy();
  return said.trim();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** No WEBKIT_DISABLE_* variable may be set: with any of them, screenshots hang for ever. */
function environmentFor(home: string, display: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('WEBKIT_'));
  return {
    ...Object.fromEntries(inherited),
    DISPLAY: display,
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
  };
}

/** One command of the session: method, path below the session, body. Resolves to the `value` of the answer. */
type Send = (method: string, path: string, body?: object) => Promise<unknown>;

async function newSession(driver: string, { miniBrowser }: WebKitPrograms, timeout: number): Promise<Send> {
  const alwaysMatch = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
  };
  const body = { capabilities: { alwaysMatch } };
  const { sessionId } = (await command(`${driver}/session`, 'POST', body, timeout)) as { sessionId: string };
  const send: Send = (method, path, given) =>
    command(`${driver}/session/${sessionId}${path}`, method, given, timeout);
  await send('POST', '/timeouts', { pageLoad: timeout, script: timeout });
  return send;
}

async function command(
  address: string,
  method: string,
  body: object | undefined,
  timeout: number,
): Promise<unknown> {
  const response = await fetch(address, {
    method,
    ...(method === 'POST' && {
      body: JSON.stringify(body ?? {}),
      headers: { 'content-type': 'application/json' },
    }),
    signal: AbortSignal.timeout(timeout + 2_000),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`WebKit: ${method} ${new URL(address).pathname}: ${error}: ${message}`);
}

function sessionOver(send: Send, endAll: () => Promise<void>): WebKitSession {
  const post = (path: string, body?: object): Promise<unknown> => send('POST', path, body);
  const session: WebKitSession = {
    goto: (url) => post('/url', { url }).then(nothing),
    evaluate: (inPage, ...args) =>
      post('/execute/sync', { script: syncScript(inPage), args }) as Promise<never>,
    async evaluateAsync(inPage, ...args) {
      const answer = await post('/execute/async', { script: asyncScript(inPage), args });
      const { value, error } = answer as { value?: never; error?: string };
      if (error !== undefined) throw new Error(`In WebKit's page: ${error}`);
      return value as never;
    },
    waitFor: (inPage, what, timeout) =>
      until(async () => (await session.evaluate(inPage)) || undefined, {
        what,
        ...(timeout && { timeout }),
      }) as Promise<never>,
    click: async (selector) => nothing(await post(`/element/${await elementId(send, selector)}/click`)),
    type: async (selector, text) =>
      nothing(await post(`/element/${await elementId(send, selector)}/value`, { text })),
    title: () => send('GET', '/title') as Promise<string>,
    url: () => send('GET', '/url') as Promise<string>,
    screenshot: async () => Buffer.from((await send('GET', '/screenshot')) as string, 'base64'),
    resize: (width, height) => post('/window/rect', { width, height }).then(nothing),
    back: () => post('/back').then(nothing),
    reload: () => post('/refresh').then(nothing),
    async close() {
      await send('DELETE', '').catch(nothing);
      await endAll();
    },
  };
  return session;
}

const nothing = (_: unknown): void => undefined;

/** tsx wraps inner functions in a call of `__name`, which no page has. */
const nameShim = 'const __name = (fn) => fn;';

const callOf = (inPage: InPage<unknown>, args: string): string =>
  typeof inPage === 'string' ? `(${inPage})` : `(${inPage})(...${args})`;

const syncScript = (inPage: InPage<unknown>): string => `${nameShim} return ${callOf(inPage, 'arguments')};`;

const asyncScript = (inPage: InPage<unknown>): string =>
  `${nameShim}
   const given = [...arguments];
   const done = given.pop();
   const answer = async () => ${callOf(inPage, 'given')};
   answer().then((value) => done({ value }), (error) => done({ error: String(error) }));`;

/** The key under which W3C WebDriver hands out elements. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

async function elementId(send: Send, selector: string): Promise<string> {
  const found = await send('POST', '/element', { using: 'css selector', value: selector });
  return (found as Record<string, string>)[elementKey] ?? '';
}
