import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Builder, type WebDriver, error as webDriverErrors } from 'selenium-webdriver';
import { installedBrowsers, type WebKitPrograms } from './browsers';
import { answers, freePort } from './ports';
import { endGroup, startGroup } from './processes';
import { freshFolder } from './run-folder';
import { Ended, hang, until } from './until';

export interface OpenWebKit {
  driver: WebDriver;
  /**
   * Runs a function in the page and waits for its promise, if it returns one. It is sent as text, so it sees nothing
   * but its arguments.
   */
  // biome-ignore lint/suspicious/noExplicitAny: the arguments are whatever the caller's function takes.
  evaluate<T>(inPage: (...args: any[]) => T, ...args: unknown[]): Promise<Awaited<T>>;
  /** Opens an address; resolves once its document is there. */
  goto(url: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * WebKitGTK's MiniBrowser on a display of its own.
 *
 * MiniBrowser under automation always uses an ephemeral session. Service workers, caches and storage work and survive
 * a stopped server, but only until `close` (measured: WebKitGTK 2.50.6). Restarts are therefore proved in Chromium and
 * Firefox. `navigator.language` is `en-US` whatever the environment says, unless the system has another locale. The
 * window becomes no narrower than about 450 pixels.
 */
export async function openWebKit(): Promise<OpenWebKit> {
  const programs = installedBrowsers().webkit;
  if (!programs) throw new Error('WebKit is not installed: look at installedBrowsers().webkit first.');
  const running: number[] = [];
  const endAll = async (): Promise<void> => {
    for (const pid of running.reverse()) await endGroup(pid);
  };
  try {
    const display = await startDisplay(programs.xvfb, running);
    const log = join(freshFolder('webkit-log'), 'driver');
    const port = await startDriver(programs.driver, display, log, running);
    const driver = await openSession(port, programs);
    // tsx wraps inner functions in a call of `__name`, which no page has.
    const evaluate: OpenWebKit['evaluate'] = (inPage, ...args) =>
      driver
        .executeScript<Awaited<ReturnType<typeof inPage>>>(
          `const __name = (fn) => fn; return (${inPage})(...arguments);`,
          ...args,
        )
        .catch(async (error: unknown) => {
          const isHung = String(error).includes(unanswered);
          if (!isHung && !(error instanceof webDriverErrors.NoSuchSessionError)) throw error;
          // Each further command, the one that ends the session included, would hang as long again.
          if (isHung) await endAll();
          throw new Ended(
            `WebKit ${isHung ? unanswered : 'ended itself'}. The end of its log:\n${readFileSync(log, 'utf8').slice(-2000)}`,
          );
        });
    return {
      driver,
      evaluate,
      goto: gotoWith(driver, evaluate),
      close: async () => {
        await driver.quit().catch(() => undefined);
        await endAll();
      },
    };
  } catch (error) {
    await endAll();
    throw error;
  }
}

/**
 * WebKitWebDriver now and then calls a navigation complete while the old document still stands (about one in a hundred,
 * when a service worker answers). So the old document gets a mark, and a navigation has ended once that is gone.
 */
function gotoWith(driver: WebDriver, evaluate: OpenWebKit['evaluate']): OpenWebKit['goto'] {
  let navigations = 0;
  return async (url) => {
    const mark = ++navigations;
    const left = await evaluate((mark: number) => {
      Object.assign(window, { __left: mark });
      return location.href;
    }, mark);
    await driver.get(url);
    const keepsDocument = url.includes('#') && withoutHash(url) === withoutHash(left);
    if (keepsDocument) return;
    const isLeft = () => evaluate((mark: number) => (window as { __left?: number }).__left !== mark, mark);
    await until(isLeft, { what: `the document of ${url}` });
  };
}

const withoutHash = (url: string): string => url.split('#')[0] as string;

/** Xvfb chooses a free display itself and writes its number, as a line, to the third pipe once it is ready. */
async function startDisplay(xvfb: string, running: number[]): Promise<string> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const { child, pid } = await startGroup(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  running.push(pid);
  const ended = once(child, 'exit').then(() => {
    throw new Error('Xvfb ended before it had a display.');
  });
  const [display] = await Promise.race([once(createInterface(child.stdio[3] as Readable), 'line'), ended]);
  return `:${display}`;
}

async function startDriver(
  program: string,
  display: string,
  log: string,
  running: number[],
): Promise<number> {
  const port = await freePort();
  const env = environmentFor(freshFolder('webkit'), display);
  const output = openSync(log, 'w');
  const { pid } = await startGroup(program, [`--port=${port}`], { stdio: ['ignore', output, output], env });
  running.push(pid);
  await until(() => answers(port), { what: 'WebKitWebDriver to answer' });
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

const unanswered = `left a command unanswered for ${hang} ms`;

/** selenium-webdriver waits for an answer for ever; this agent gives up a connection on which nothing comes. */
class ImpatientAgent extends Agent {
  override createConnection(...given: Parameters<Agent['createConnection']>): Socket {
    const socket = super.createConnection(...given) as Socket;
    socket.setTimeout(hang, () => socket.destroy(new Error(unanswered)));
    return socket;
  }
}

async function openSession(port: number, { miniBrowser }: WebKitPrograms): Promise<WebDriver> {
  return new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .usingHttpAgent(new ImpatientAgent())
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
      timeouts: { pageLoad: hang, script: hang },
    })
    .build();
}
