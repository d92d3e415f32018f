import { setMaxListeners } from 'node:events';
import { vi } from 'vitest';
import { aDatabase } from '../platform/aDatabase';

/** A localStorage or sessionStorage; its keys are its own, as in browsers. */
export function aStorage(
  entries: Readonly<Record<string, string>> = {},
  isFull = (): boolean => false,
): Record<string, string> {
  const items: Record<string, string> = { ...entries };
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      if (isFull()) throw new DOMException('full', 'QuotaExceededError');
      items[key] = value;
    },
    removeItem: (key: string) => void delete items[key],
  };
  return Object.defineProperties(
    items,
    Object.fromEntries(Object.entries(methods).map(([name, value]) => [name, { value }])),
  );
}

/** Also where the browser of a test has none. */
const { BroadcastChannel: Channel } = globalThis;

/** Resolves once what tabs have told one another is heard: a message that is sent later comes later. */
function messagesHeard(): Promise<void> {
  const [from, to] = [new Channel('last'), new Channel('last')];
  return new Promise((resolve) => {
    to.onmessage = () => {
      from.close();
      to.close();
      resolve();
    };
    from.postMessage(null);
  });
}

/** One browser with what the reader has kept in it, in which tabs are opened one after another. */
export function aBrowser({
  base = '/',
  kept = {} as Readonly<Record<string, unknown>>,
  mirror = {} as Readonly<Record<string, string>>,
  beside = {} as Readonly<Record<string, ReadonlyMap<string, unknown>>>,
  hasChannels = true,
  isFull = (): boolean => false,
} = {}) {
  const database = aDatabase({ kept: new Map(Object.entries(kept)), beside });
  const page = new EventTarget();
  setMaxListeners(0, page);
  const html: Record<string, string | undefined> = {};
  const local = aStorage(mirror, isFull);
  vi.stubEnv('BASE_URL', base);
  const globals = {
    indexedDB: database,
    localStorage: local,
    sessionStorage: aStorage(),
    scrollY: 0,
    navigator: { serviceWorker: { controller: {} } },
    addEventListener: page.addEventListener.bind(page),
    document: {
      documentElement: { dataset: html },
      visibilityState: 'visible',
      addEventListener: page.addEventListener.bind(page),
      querySelector: () => null,
      querySelectorAll: () => [],
    },
    ...(!hasChannels && { BroadcastChannel: undefined }),
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);

  /** A page of the reader: modules of its own over the same storage. */
  async function open() {
    vi.resetModules();
    const [saved, settings, progress, myData, look, tabs, kept, { withKeeper }] = await Promise.all([
      import('../../../src/app/state/saved'),
      import('../../../src/app/state/settings'),
      import('../../../src/app/state/progress'),
      import('../../../src/app/state/myData'),
      import('../../../src/app/state/look'),
      import('../../../src/app/state/tabs'),
      import('../../../src/app/state/kept'),
      import('../../../src/app/state/keeper'),
    ]);
    look.followLook();
    // Now, since a later import would be another tab's.
    const keeping = await withKeeper((keeper) => keeper);
    if (!keeping) throw new Error('the keeper cannot be fetched');
    return { ...saved, ...settings, ...progress, ...myData, ...look, ...tabs, ...kept, keeping };
  }
  /** Ends all tabs, once nothing is asked of the database any more. */
  async function close() {
    page.dispatchEvent(new Event('pagehide'));
    for (let begun = -1; begun !== database.seen.begun; ) {
      begun = database.seen.begun;
      await database.settled();
      await messagesHeard();
    }
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  }
  return { database, page, html, local, open, close };
}
