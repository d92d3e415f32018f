import { until } from '../support/until';
import { type Answer, type Chromium, launchChromium, type Session } from './chromium';
import { observe, readSeen, type Seen } from './observe';
import { cpuSlowdown, phone, slow4G } from './profile';
import { Wire } from './wire';

export interface OpenTabOptions {
  readonly profile: string;
  readonly fingerprint: string;
  readonly slowLine?: boolean;
  /** Without it, and the line, only what can be counted is worth reading. */
  readonly slowProcessor?: boolean;
}

export interface Tab {
  readonly page: Session;
  readonly wire: Wire;
  /** Sets out for an address and does not wait for it to load. */
  open(url: string): Promise<void>;
  goto(url: string): Promise<void>;
  /** Runs a function in the page; it is sent as text and sees nothing but its argument. */
  ask<T, A = undefined>(inPage: (given: A) => T, given?: A): Promise<Awaited<T>>;
  waitFor<A = undefined>(what: string, inPage: (given: A) => unknown, given?: A): Promise<void>;
  /** The page is stored for offline reading and nothing more is asked for. */
  rest(): Promise<void>;
  seen(): Promise<Seen>;
  /** The page's start by the clock of its requests, in seconds. */
  startOnWire(): Promise<number>;
  close(): Promise<void>;
}

interface Metrics {
  readonly metrics: readonly { readonly name: string; readonly value: number }[];
}

/** A function as the page can run it: the loader wraps functions in a helper that only exists here. */
const inPageText = (inPage: (given: never) => unknown): string =>
  `(()=>{const __name=(f)=>f;return ${inPage}})()`;

const metricOf = async (page: Session, wanted: string): Promise<number> =>
  (await page.send<Metrics>('Performance.getMetrics')).metrics.find(({ name }) => name === wanted)?.value ??
  Number.NaN;

async function preparePage(page: Session, isSlow: boolean): Promise<void> {
  await page.send('Page.enable');
  await page.send('Runtime.enable');
  await page.send('Performance.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `${inPageText(observe)}()` });
  await page.send('Emulation.setDeviceMetricsOverride', phone);
  if (isSlow) await page.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
}

/** A process of its own on the profile; everything but the engine is as on any other opening. */
export async function openTab(options: OpenTabOptions): Promise<Tab> {
  const { profile, fingerprint, slowLine = false, slowProcessor = false } = options;
  const wire = new Wire();
  const prepare = async (session: Session): Promise<void> => {
    await wire.follow(session);
    if (slowLine) await session.send('Network.emulateNetworkConditions', slow4G);
    if (session.kind === 'page') await preparePage(session, slowProcessor);
  };
  const browser: Chromium = await launchChromium({ profile, fingerprint, prepare });
  return tabOn(browser, wire);
}

function tabOn({ page, close }: Chromium, wire: Wire): Tab {
  async function ask<T, A = undefined>(inPage: (given: A) => T, given?: A): Promise<Awaited<T>> {
    const expression = `${inPageText(inPage)}(${JSON.stringify(given) ?? ''})`;
    const { result, exceptionDetails } = await page.send<{
      result: { value: Awaited<T> };
      exceptionDetails?: { exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'the page threw');
    return result.value;
  }

  async function waitFor<A>(what: string, inPage: (given: A) => unknown, given?: A): Promise<void> {
    await until(async () => Boolean(await ask(inPage, given)), { what });
  }

  async function open(url: string): Promise<void> {
    const { errorText } = await page.send<{ errorText?: string }>('Page.navigate', { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
  }

  async function goto(url: string): Promise<void> {
    const loaded = new Promise<Answer>((resolve) => page.on('Page.loadEventFired', resolve));
    await open(url);
    await loaded;
  }

  async function rest(): Promise<void> {
    await waitFor('the page to be stored', async () => {
      const { offline, hydrated } = document.documentElement.dataset;
      if (offline === 'unavailable') throw new Error('the page says that it cannot be stored');
      const registration = await navigator.serviceWorker.getRegistration();
      // The floor says nothing of itself: for it, an active worker is all there is to come.
      return hydrated === undefined ? registration?.active?.state === 'activated' : offline === 'saved';
    });
    await until(() => wire.isQuietFor(700), { what: 'the line to fall silent' });
    await ask(() => new Promise<void>((done) => requestIdleCallback(() => done())));
  }

  return {
    page,
    wire,
    open,
    goto,
    ask,
    waitFor,
    rest,
    seen: () => ask(readSeen),
    startOnWire: () => metricOf(page, 'NavigationStart'),
    close,
  };
}
