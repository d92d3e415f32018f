import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pathOf, quietChromium } from '../support/browsers';
import { endGroup, forget, startGroup } from '../support/processes';

/** What a command of the browser's debugging protocol answers, as far as it is looked at here. */
export type Answer = Record<string, unknown>;

type Listen = (event: Answer) => void;

/** One page or worker of the browser. */
export interface Session {
  readonly kind: string;
  readonly url: string;
  send<T = Answer>(method: string, given?: object): Promise<T>;
  on(event: string, listen: Listen): void;
}

export interface Chromium {
  /** The one tab. */
  readonly page: Session;
  /** Ends the browser as a reader does, so that everything is written to the profile. */
  close(): Promise<void>;
}

interface Options {
  readonly profile: string;
  readonly fingerprint: string;
  /** Called for the tab and for every worker before anything runs in it. */
  readonly prepare: (session: Session) => Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Answer;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
}

/**
 * The protocol over the browser's own pipe (file descriptors 3 and 4, messages ended by a zero byte).
 * A driver library would do, but it switches on domains of its own, and what it does with workers
 * comes after their first request.
 */
class Pipe {
  private last = 0;
  private rest = '';
  private readonly waiting = new Map<number, { resolve(result: Answer): void; reject(error: Error): void }>();
  private readonly listeners = new Map<string, Listen[]>();
  private readonly into: Writable;

  constructor(into: Writable, from: Readable) {
    this.into = into;
    from.setEncoding('utf8').on('data', (chunk: string) => this.read(chunk));
    from.once('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the browser is gone'));
    });
    // A browser that has ended is noticed by what is waited for.
    into.on('error', () => undefined);
  }

  send(method: string, given: object = {}, sessionId?: string): Promise<Answer> {
    const id = ++this.last;
    const answered = new Promise<Answer>((resolve, reject) => {
      const fail = (error: Error) => reject(new Error(`${method}: ${error.message}`));
      this.waiting.set(id, { resolve, reject: fail });
    });
    this.into.write(`${JSON.stringify({ id, method, params: given, ...(sessionId && { sessionId }) })}\0`);
    return answered;
  }

  on(sessionId: string, event: string, listen: Listen): void {
    const key = `${sessionId} ${event}`;
    this.listeners.set(key, [...(this.listeners.get(key) ?? []), listen]);
  }

  private read(chunk: string): void {
    const parts = (this.rest + chunk).split('\0');
    this.rest = parts.pop() ?? '';
    for (const part of parts) this.hear(JSON.parse(part) as Message);
  }

  private hear({ id, sessionId = '', method, params = {}, result = {}, error }: Message): void {
    if (method) for (const listen of this.listeners.get(`${sessionId} ${method}`) ?? []) listen(params);
    if (id === undefined) return;
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string; readonly url: string };
}

function sessionOver(pipe: Pipe, { sessionId, targetInfo }: Attached): Session {
  return {
    kind: targetInfo.type,
    url: targetInfo.url,
    send: <T>(method: string, given?: object) => pipe.send(method, given, sessionId) as Promise<T>,
    on: (event, listen) => pipe.on(sessionId, event, listen),
  };
}

/** A new process on a profile, with one empty tab. */
export async function launchChromium({ profile, fingerprint, prepare }: Options): Promise<Chromium> {
  const args = [
    ...quietChromium(),
    ...['--headless=new', '--hide-scrollbars', '--mute-audio', '--no-default-browser-check'],
    ...['--disable-extensions', '--disable-default-apps', '--disable-field-trial-config'],
    ...['--password-store=basic', '--force-color-profile=srgb', '--window-size=360,780'],
    `--ignore-certificate-errors-spki-list=${fingerprint}`,
    `--user-data-dir=${profile}`,
    ...['--remote-debugging-pipe', '--no-startup-window'],
  ];
  const { child, pid } = await startGroup(pathOf('chromium'), args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const pipe = new Pipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const page = await openTab(pipe, prepare);
  return {
    page,
    close: async () => {
      const insist = setTimeout(() => void endGroup(pid), 10_000);
      await pipe.send('Browser.close').catch(() => undefined);
      await ended;
      clearTimeout(insist);
      forget(pid);
    },
  };
}

async function openTab(pipe: Pipe, prepare: Options['prepare']): Promise<Session> {
  const tab = new Promise<Session>((resolve, reject) => {
    pipe.on('', 'Target.attachedToTarget', (event) => {
      const session = sessionOver(pipe, event as unknown as Attached);
      prepare(session)
        .then(() => session.send('Runtime.runIfWaitingForDebugger'))
        .then(() => session.kind === 'page' && resolve(session))
        // A worker may end while it is being prepared; the tab may not.
        .catch((error: unknown) => session.kind === 'page' && reject(error));
    });
  });
  await pipe.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }, { type: 'service_worker' }, { exclude: true }],
  });
  await pipe.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  return tab;
}
