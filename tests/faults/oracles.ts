import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pagesOf } from '../support/pages';
import { manifestOf } from './builds';
import type { FaultTab } from './drivers';
import { portalText } from './faultd';

/**
 * What must be true after every scenario, whatever the fault was:
 * - `text`: the page's heading and text are to be seen (O1)
 * - `kept`: nothing that the reader made is lost (O2)
 * - `onward`: there is a visible way on that a keyboard reaches, in either language (O3)
 * - `oneBuild`: the page and all it loaded are of one build (O4)
 * - `quiet`: no uncaught error, no violation of the policy, no reload nobody asked for (O5)
 * - `own`: every byte in every cache is a released one, and "saved" is said only of a whole edition (O6)
 */
const oracles = ['text', 'kept', 'onward', 'oneBuild', 'quiet', 'own'] as const;
export type Oracle = (typeof oracles)[number];

/** O1, at once: whether the reader sees the page's heading and its text. */
export async function checkText(tab: FaultTab): Promise<void> {
  const { heading, text, body } = await tab.ask(() => {
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
    };
    const seen = [...document.querySelectorAll('main p, main dd, main dt, main td, main li')].filter(isSeen);
    const heading = document.querySelector('h1');
    return {
      heading: heading && isSeen(heading) ? (heading.textContent ?? '') : '',
      text: seen.reduce((sum, element) => sum + (element.textContent ?? '').length, 0),
      body: document.body?.textContent?.slice(0, 200) ?? '',
    };
  });
  assert.ok(heading.trim(), `no heading is to be seen, only “${body}”`);
  assert.ok(text > 40, `hardly any text is to be seen under “${heading}”: ${text} characters`);
  assert.ok(!body.includes(portalText), 'the words of a sign-in page are shown');
}

/** Every record of every database of the origin, by database, store and key. */
export type Records = Readonly<Record<string, string>>;

export const recordsOf = (tab: FaultTab): Promise<Records> =>
  tab.ask(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const records: Record<string, string> = {};
    const names = await indexedDB.databases().catch(() => []);
    for (const { name = '' } of names) {
      const db = await answer(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([answer(all.getAllKeys()), answer(all.getAll())]);
        keys.forEach((key, at) => {
          records[`${name}/${store}/${String(key)}`] = JSON.stringify(values[at]);
        });
      }
      db.close();
    }
    return records;
  });

/** O2: what was there is there still, as it was. Where the reader is, and the count of changes, may have moved on. */
export async function checkKept(tab: FaultTab, before: Records): Promise<void> {
  const after = await recordsOf(tab);
  for (const [key, value] of Object.entries(before)) {
    if (/place|progress|\/sequence$/i.test(key)) assert.ok(key in after, `the record ${key} is gone`);
    else assert.equal(after[key], value, `the record ${key} is no longer what it was`);
  }
}

/** O3: the way home and the way to the other language. */
export async function checkOnward(tab: FaultTab): Promise<void> {
  const ways = await tab.ask(() => {
    const isUsable = (link: HTMLAnchorElement) => {
      const { width, height } = link.getBoundingClientRect();
      return width > 0 && height > 0 && link.tabIndex >= 0 && !link.closest('[inert], [aria-hidden=true]');
    };
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(isUsable);
    return {
      home: links.some((link) => /\/(zh|en)\/$/.test(link.pathname)),
      language: links.some((link) => 'switch' in link.dataset),
      address: location.pathname,
    };
  });
  assert.ok(ways.home, `no link leads on from ${ways.address}`);
  assert.ok(ways.language, `no link leads to the other language from ${ways.address}`);
}

interface Marks {
  readonly cards: ReadonlySet<string>;
  readonly canonicals: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

const marks = new Map<string, Marks>();

/** By what a page of a build is known: the data in it and its canonical address. */
function marksOf(root: string): Marks {
  const known = marks.get(root);
  if (known) return known;
  const pages = pagesOf(root).map(({ file }) => readFileSync(file, 'utf8'));
  const all = (pattern: RegExp) =>
    new Set(pages.flatMap((html) => [...html.matchAll(pattern)].map(([, found]) => found ?? '')));
  const made: Marks = {
    cards: all(/<script type="application\/json" id="page">(.*?)<\/script>/gs),
    canonicals: all(/<link rel="canonical" href="([^"]*)"/g),
    files: new Set(manifestOf(root).map(({ url }) => `/${url}`)),
  };
  marks.set(root, made);
  return made;
}

/** The builds that the page on the screen may be of. */
async function buildsShown(tab: FaultTab, builds: readonly string[]): Promise<readonly string[]> {
  const { card, canonical } = await tab.ask(() => ({
    card: document.getElementById('page')?.textContent ?? '',
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '',
  }));
  return builds.filter((root) => {
    const { cards, canonicals } = marksOf(root);
    return cards.has(card) && (canonicals.has(canonical) || canonical === '');
  });
}

/** O4 */
export async function checkOneBuild(tab: FaultTab, builds: readonly string[]): Promise<void> {
  const shown = await buildsShown(tab, builds);
  assert.ok(shown.length > 0, `the page ${await addressOf(tab)} is of no build that was deployed`);
  const loaded = await tab.ask(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => /\/assets\/.*/.exec(new URL(name).pathname)?.[0] ?? '')
      .filter(Boolean),
  );
  const strays = (root: string) => loaded.filter((path) => !marksOf(root).files.has(path));
  const fewest = shown.map(strays).sort((one, other) => one.length - other.length)[0] ?? [];
  assert.deepEqual(fewest, [], 'the page has loaded files of another build');
}

const addressOf = (tab: FaultTab): Promise<string> => tab.ask(() => location.href);

/** O5 */
export async function checkQuiet(tab: FaultTab, reloads: number): Promise<void> {
  assert.deepEqual(await tab.troubles(), [], 'errors or violations of the policy');
  const unasked = await tab.unaskedLoads();
  assert.ok(unasked <= reloads, `the page loaded ${unasked} times by itself, at most ${reloads} are allowed`);
}

export interface Stored {
  /** Whether it is in the cache of the page's own base path. */
  readonly isOurs: boolean;
  /** Below the path that the site stands under. */
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
  readonly redirected: boolean;
}

/** Everything in all caches of the origin, read back and hashed. */
export const storedIn = (tab: FaultTab): Promise<Stored[]> =>
  tab.ask(async () => {
    const stored: Stored[] = [];
    const card = JSON.parse(document.getElementById('page')?.textContent || '{}') as {
      site?: { base: string };
    };
    const base = card.site?.base ?? '/';
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        const body = (await response?.arrayBuffer()) ?? new ArrayBuffer(0);
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
        const url = new URL(request.url);
        stored.push({
          isOurs: name === `yaolan:${location.origin}${base}`,
          url: url.pathname.slice(base.length),
          revision: url.searchParams.get('__WB_REVISION__'),
          integrity: `sha256-${btoa(String.fromCharCode(...hash))}`,
          redirected: response?.redirected ?? false,
        });
      }
    }
    return stored;
  });

const nameOf = ({ url, revision, integrity }: Omit<Stored, 'isOurs' | 'redirected'>): string =>
  `${url.replace(/^\.\//, '')} ${revision} ${integrity}`;

/** O6 */
export async function checkOwn(tab: FaultTab, builds: readonly string[]): Promise<void> {
  // Asked first: what is stored while this reads may be called saved by the end of it.
  const isSaidSaved = await tab.ask(() => document.documentElement.dataset.offline === 'saved');
  // The ids of pages of an earlier version are no file.
  const stored = (await storedIn(tab)).filter(({ isOurs, url }) => isOurs && url !== 'earlier-pages');
  const released = new Map(builds.map((root) => [root, manifestOf(root).map(nameOf)]));
  const known = new Set([...released.values()].flat());
  const foreign = stored.filter((entry) => !known.has(nameOf(entry)));
  assert.deepEqual(foreign, [], 'bytes in the cache that no build has');
  assert.deepEqual(
    stored.filter(({ redirected }) => redirected).map(({ url }) => url),
    [],
    'stored answers that were redirected',
  );
  if (!isSaidSaved) return;
  const names = new Set(stored.map(nameOf));
  const isWhole = [...released.values()].some((entries) => entries.every((entry) => names.has(entry)));
  assert.ok(isWhole, 'the page says that everything is saved, and it is not');
}
