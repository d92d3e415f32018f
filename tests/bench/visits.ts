import { type Language, otherThan, tagOf } from '../../src/core/language';
import { freshFolder, removeFolder } from '../support/run-folder';
import { until } from '../support/until';
import type { Readings, Side } from './figures';
import type { SecureSite } from './secureSite';
import { openTab, type Tab } from './tab';
import { brotliOf } from './weights';
import { bytesOf, type Exchange, kindOf } from './wire';

/** One served folder and how to reach its article. */
export interface Place {
  readonly side: Side;
  readonly language: Language;
  readonly site: SecureSite;
  readonly root: string;
  readonly url: string;
  readonly fingerprint: string;
}

type Speed = Pick<Parameters<typeof openTab>[0], 'slowLine' | 'slowProcessor'>;

const slow: Speed = { slowLine: true, slowProcessor: true };

/** Opens a browser on a profile, does something with its tab and closes it again, whatever happens. */
async function inTab<T>(place: Place, profile: string, speed: Speed, work: (tab: Tab) => Promise<T>) {
  place.site.clear();
  const tab = await openTab({ profile, fingerprint: place.fingerprint, ...speed });
  try {
    return await work(tab);
  } finally {
    await tab.close();
  }
}

/** The same with a profile that nobody used before and nobody uses again. */
async function inFreshTab<T>(place: Place, speed: Speed, work: (tab: Tab) => Promise<T>): Promise<T> {
  const profile = freshFolder('profile');
  try {
    return await inTab(place, profile, speed, work);
  } finally {
    await removeFolder(profile);
  }
}

/**
 * The worker's own script is fetched by the browser itself, before its session can be listened to or
 * halfway through it; the server saw it all the same. Its body is counted, its compressed headers
 * (some 60 bytes) are not.
 */
function exchangesOf({ site }: Place, tab: Tab): Exchange[] {
  const seen = tab.wire.remote.filter(({ kind }) => kind !== 'worker script');
  const left = seen.map(({ url }) => new URL(url).pathname);
  const unseen = site.answered.filter(({ path }) => {
    const at = left.indexOf(path);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...seen,
    ...unseen.map(({ path, bytes }) => ({
      ...{ url: new URL(path, site.url).href, by: 'worker' as const, bytes },
      ...{ kind: kindOf(path), isLocal: false },
      ...{ sent: Number.POSITIVE_INFINITY, ended: Number.POSITIVE_INFINITY },
    })),
  ];
}

interface Heap {
  readonly usedSize: number;
}

async function heapOf({ page }: Tab): Promise<Readings> {
  // Twice: what the first round finds dead may hold more.
  for (let round = 0; round < 2; round++) await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.send<Heap>('Runtime.getHeapUsage');
  const { nodes } = await page.send<{ nodes: number }>('Memory.getDOMCounters');
  return { heap: usedSize, nodes };
}

/** Files that the browser is told to have before it paints. */
const blockingInPage = () =>
  performance
    .getEntriesByType('resource')
    .filter(
      (entry) =>
        (entry as PerformanceEntry & { renderBlockingStatus?: string }).renderBlockingStatus === 'blocking',
    )
    .map(({ name }) => name);

function wireReadings(exchanges: readonly Exchange[], root: string): Readings {
  const kinds = new Set(exchanges.map(({ kind }) => kind));
  const scripts = exchanges.filter(({ by, kind }) => by === 'page' && kind === 'script');
  return {
    'rest requests': exchanges.length,
    'rest bytes': bytesOf(exchanges),
    'script bodies': scripts.reduce((sum, { url }) => sum + brotliOf(root, new URL(url).pathname), 0),
    ...Object.fromEntries(
      [...kinds].flatMap((kind) => {
        const some = exchanges.filter((exchange) => exchange.kind === kind);
        return [
          [`${kind} requests`, some.length],
          [`${kind} bytes`, bytesOf(some)],
        ];
      }),
    ),
  };
}

/** A first visit by a reader who has never been here, until everything is stored. */
export const firstVisit = (place: Place, speed: Speed = slow): Promise<Readings> =>
  inFreshTab(place, speed, async (tab) => {
    await tab.goto(place.url);
    await tab.rest();
    const seen = await tab.seen();
    const exchanges = exchangesOf(place, tab);
    const start = await tab.startOnWire();
    const by = (milliseconds: number) =>
      exchanges.filter(({ ended, by }) => by === 'page' && (ended - start) * 1000 <= milliseconds);
    const blocking = [place.url, ...(await tab.ask(blockingInPage))];
    const needed = exchanges.filter(({ url, by }) => by === 'page' && blocking.includes(url));
    const { fcp, lcp, lcpElement, sight, cls, tbt, interactive, elements } = seen;
    return {
      'sight requests': needed.length,
      'sight answered': by(sight).length,
      'sight answered bytes': bytesOf(by(sight)),
      'load requests': by(seen.load).length,
      'load bytes': bytesOf(by(seen.load)),
      'lcp after fcp': lcp - fcp,
      'lcp not text': Number(lcpElement === 'img' || lcpElement === 'gone' || lcpElement === ''),
      cls: cls * 1000,
      ...{ sight, fcp, lcp, tbt, interactive, elements },
      ...wireReadings(exchanges, place.root),
      ...(await heapOf(tab)),
    };
  });

/** A profile whose owner has been here before: everything is stored and the worker answers. */
export async function keepProfile(place: Place): Promise<string> {
  const profile = freshFolder('kept');
  await inTab(place, profile, {}, async (tab) => {
    await tab.goto(place.url);
    await tab.rest();
  });
  return profile;
}

const keptInPage = async () => {
  const names = await caches.keys();
  const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return keys.flat().map(({ url }) => new URL(url).pathname);
};

/** What the worker has stored, read from its own cache. */
export async function storedFiles(place: Place, profile: string): Promise<Readings> {
  const paths = await inTab(place, profile, {}, async (tab) => {
    await tab.goto(place.url);
    await tab.rest();
    return tab.ask(keptInPage);
  });
  const icons = paths.filter((path) => /^\/(?:icons|screenshots)\//.test(path));
  const others = paths.filter((path) => !icons.includes(path));
  const weigh = (some: readonly string[]) => some.reduce((sum, path) => sum + brotliOf(place.root, path), 0);
  return {
    'offline files': others.length,
    'offline bytes': weigh(others),
    'offline icons': icons.length,
    'offline icon bytes': weigh(icons),
  };
}

/** The next visit, in a new process. */
export const returnVisit = (place: Place, profile: string, speed: Speed = slow): Promise<Readings> =>
  inTab(place, profile, speed, async (tab) => {
    await tab.goto(place.url);
    await tab.rest();
    const { sight } = await tab.seen();
    const start = await tab.startOnWire();
    const exchanges = exchangesOf(place, tab);
    return {
      'return before': exchanges.filter(({ ended }) => (ended - start) * 1000 <= sight).length,
      'return other': exchanges.filter(({ kind }) => kind !== 'worker script').length,
      'return bytes': bytesOf(exchanges),
      'return sight': sight,
    };
  });

/** A new process with the server gone: there is no network to fall back on. */
export async function offlineStart(place: Place, profile: string): Promise<Readings> {
  await place.site.stop();
  try {
    return await inTab(place, profile, slow, async (tab) => {
      await tab.goto(place.url);
      await tab.rest();
      const { sight, interactive } = await tab.seen();
      return { 'cold sight': sight, 'cold interactive': interactive };
    });
  } finally {
    await place.site.start();
  }
}

/** What the page notes of a switch: times in ms from the click's own time stamp. */
interface Switched {
  /** The frame that shows the new words in the middle of the window is through. */
  sight: number;
  /** The last change of a word. */
  last: number;
  /** CSS px between where the card in the middle of the window stood and where it stands. */
  moved: number;
}

function watchSwitch(): void {
  const switched: Switched = { sight: 0, last: 0, moved: 0 };
  Object.assign(window, { switched });
  addEventListener(
    'click',
    (event) => {
      sessionStorage.setItem('clicked', String(performance.timeOrigin + event.timeStamp));
    },
    { capture: true },
  );
  const sinceClick = () =>
    performance.timeOrigin + performance.now() - Number(sessionStorage.getItem('clicked'));
  const seen = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('[data-card]');
  const top = () => seen?.getBoundingClientRect().top ?? 0;
  const before = top();
  let isSeen = false;
  const noteFrame = () =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        switched.sight = sinceClick();
      };
      port2.postMessage('');
    });
  new MutationObserver((changes) => {
    switched.last = sinceClick();
    // Read in a later task, so that the observer does not lay the page out.
    setTimeout(() => {
      switched.moved = Math.abs(top() - before);
    });
    if (isSeen || !changes.some(({ target }) => seen?.contains(target))) return;
    isSeen = true;
    noteFrame();
  }).observe(document.getElementById('app') as Element, {
    childList: true,
    characterData: true,
    subtree: true,
  });
}

/** What a reader's first scroll sets going is over long before a switch: the eyes rest for a second first. */
function scrollHalfWay(): Promise<void> {
  scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
  return new Promise((done) => setTimeout(() => requestIdleCallback(() => done()), 1000));
}

function middleOfSwitch(): { x: number; y: number } {
  const box = document.querySelector('[data-switch]')?.getBoundingClientRect();
  if (!box || box.bottom < 0) throw new Error('the language switch is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** On the floor, where a switch is another page, its first sight of the text. */
const switchedInPage = () => {
  const { switched, bench } = window as unknown as { switched?: Switched; bench?: { sight: number } };
  if (switched?.sight) return switched;
  const clicked = Number(sessionStorage.getItem('clicked'));
  const isOther = !switched && bench?.sight && clicked && clicked < performance.timeOrigin;
  return isOther
    ? { sight: performance.timeOrigin + bench.sight - clicked, last: Number.NaN, moved: Number.NaN }
    : undefined;
};

async function switchLanguage(tab: Tab, language: Language): Promise<Switched> {
  await tab.ask(watchSwitch);
  const { x, y } = await tab.ask(middleOfSwitch);
  const mouse = { x, y, button: 'left', clickCount: 1 };
  await tab.page.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse });
  await tab.page.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse });
  await tab.waitFor(
    'the other language',
    (lang) => document.documentElement.lang === lang,
    tagOf[otherThan(language)],
  );
  await until(async () => (await tab.ask(switchedInPage)) ?? null, { what: 'the painted text' });
  // The parts out of sight follow.
  await tab.ask(waitForRest);
  return (await tab.ask(switchedInPage)) as Switched;
}

/** Resolves once nothing has changed for a second. */
const waitForRest = () =>
  new Promise<void>((done) => {
    const look = (last: number) =>
      setTimeout(() => {
        const now = (window as unknown as { switched?: Switched }).switched?.last ?? 0;
        if (now === last) done();
        else look(now);
      }, 1000);
    look(-1);
  });

const calm: Speed = { slowProcessor: true };

/** A reader who has been here before, half-way down the page. */
export const warmSwitch = (place: Place, profile: string): Promise<Readings> =>
  inTab(place, profile, calm, async (tab) => {
    await tab.goto(place.url);
    await tab.rest();
    await tab.ask(scrollHalfWay);
    await tab.rest();
    const { sight, last, moved } = await switchLanguage(tab, place.language);
    return { 'switch warm': sight, 'switch all': last, 'switch moves': moved };
  });

export const firstSwitch = (place: Place): Promise<Readings> =>
  inFreshTab(place, calm, async (tab) => {
    await tab.goto(place.url);
    await tab.rest();
    await tab.ask(scrollHalfWay);
    await tab.rest();
    return { 'switch first': (await switchLanguage(tab, place.language)).sight };
  });

/** A reader who taps as soon as the page answers: the rest of the script and the words are still to come. */
export const hastySwitch = (place: Place): Promise<Readings> =>
  inFreshTab(place, slow, async (tab) => {
    await tab.open(place.url);
    await tab.waitFor('the page to answer', () => {
      const { bench } = window as unknown as { bench?: { sight: number } };
      return bench?.sight;
    });
    return { 'switch at once': (await switchLanguage(tab, place.language)).sight };
  });
