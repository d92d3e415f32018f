import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { schema } from '../../src/core/records';
import type { OpenBrowser } from '../support/browsers';
import { freshFolder } from '../support/run-folder';
import { servedSite } from '../support/served';
import { until } from '../support/until';
import { type Fixture, plant, recordsOf, untilKept } from './kept';
import {
  article,
  engines,
  readTo,
  statusOf,
  type Tab,
  tabEngines,
  tabOver,
  topOf,
  untilHydrated,
  untilLanguage,
} from './support';

const site = await servedSite();
const address = `${site.url}zh/${article}/`;

const place = `place:${article}`;

/** A page of the site that runs none of the reader's scripts. */
const blank = () => `${site.url}robots.txt`;

/** Engines scroll by whole pixels or by parts of them. */
const about = (offset: number) => expect.closeTo(offset, -0.5);

const unkeptWords = /本机无法保存阅读位置和设置/g;

async function readAndKeep(tab: Tab, card: string): Promise<void> {
  await readTo(tab, card, 90);
  await untilKept(tab, `${place}=${card}`);
}

const switchTo = async (tab: Tab, language: 'zh' | 'en') => {
  await tab.click(`[data-switch=${language}]`);
  // Not `data-kept`, which names the place soon after: a driver that asks late would miss the language.
  await until(async () => (await recordsOf(tab)).language === language, {
    what: `${language} to be on the disk`,
  });
};

/** As the release before this one left it: two plain words in one store, database version 1. */
const schema1: Fixture = { version: 1, stores: { settings: { language: 'en', install: 'dismissed' } } };

/** As some later release may leave it: a store, records and fields that this one has never heard of. */
const schema9: Fixture = {
  version: 9,
  stores: {
    settings: {
      schema: 9,
      language: 'en',
      install: 'someday',
      times: { language: 5, weather: 6 },
      weather: { name: 'dusk' },
      [place]: { card: 'digital', offset: 12, at: 1_700_000_000_000, paragraph: 3, marks: ['a'] },
    },
    shelf: { 'card:digital': { note: 'n' } },
  },
};

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  afterEach(() => tab.close());

  const start = async (fixture?: Fixture) => {
    tab = await open();
    await tab.goto(blank());
    if (fixture) await plant(tab, fixture);
    await tab.goto(address);
    await untilHydrated(tab);
  };

  it('the place is recorded while reading and once more when the page is left', async () => {
    await start();
    expect(await recordsOf(tab)).toEqual({});
    await readAndKeep(tab, 'digital');
    expect((await recordsOf(tab))[place]).toEqual({
      card: 'digital',
      offset: about(90),
      at: expect.any(Number),
      sequence: expect.any(Number),
      read: expect.arrayContaining(['digital']),
    });
    await readTo(tab, 'business', 40);
    await tab.goto(`${site.url}zh/about/`);
    await untilHydrated(tab);
    await switchTo(tab, 'en');
    expect((await recordsOf(tab))[place]).toMatchObject({ card: 'business', offset: about(40) });
    expect(await tab.ask(() => Object.keys(localStorage).sort())).toEqual([
      'yaolan:language',
      'yaolan:read',
      'yaolan:sequence',
    ]);
  });

  it('a database that answers late is said not to answer until it does', async () => {
    await start();
    await readAndKeep(tab, 'digital');
    await tab.ask(occupyDatabase);
    await readTo(tab, 'business', 50);
    await tab.waitFor('the sentence', () => /本机无法保存/.test(document.body.innerText));
    await tab.ask(() => {
      (window as { isReleased?: true }).isReleased = true;
    });
    await untilKept(tab, `${place}=business`);
    await tab.waitFor('the sentence to go', () => !/本机无法保存/.test(document.body.innerText));
    await readAndKeep(tab, 'groups');
  });

  it('what schema 1 kept is there, once and for all', async () => {
    await start(schema1);
    await readAndKeep(tab, 'digital');
    const first = await recordsOf(tab);
    expect(first).toMatchObject({ schema, language: 'en', install: 'dismissed' });
    expect(await tab.ask(() => ({ ...localStorage }))).toMatchObject({
      'yaolan:language': 'en',
      'yaolan:install': 'dismissed',
    });
    await tab.goto(address);
    await untilHydrated(tab);
    await readAndKeep(tab, 'business');
    expect(await recordsOf(tab)).toEqual({
      ...first,
      sequence: expect.any(Number),
      [place]: expect.objectContaining({ card: 'business' }),
    });
  });

  it('a value that cannot be read is set aside, not deleted and not believed', async () => {
    const bad = { version: 1, stores: { settings: { language: '<b>', [place]: ['?'] } } };
    await start(bad);
    await readAndKeep(tab, 'digital');
    const records = Object.entries(await recordsOf(tab));
    const aside = Object.fromEntries(records.map(([key, value]) => [key.replace(/:\d+$/, ''), value]));
    expect(aside).toEqual({
      schema,
      'aside:language': '<b>',
      [`aside:${place}`]: ['?'],
      sequence: expect.any(Number),
      [place]: expect.objectContaining({ card: 'digital' }),
    });
  });

  it('what a newer version wrote is used where it is known and left where it is not', async () => {
    await start(schema9);
    await readAndKeep(tab, 'business');
    await switchTo(tab, 'en');
    expect(await recordsOf(tab)).toEqual({
      ...schema9.stores.settings,
      times: { language: expect.any(Number), weather: 6 },
      sequence: expect.any(Number),
      sequences: { language: expect.any(Number) },
      [place]: {
        card: 'business',
        // It may be written down again while the cards change their language, and change their height.
        offset: expect.any(Number),
        at: expect.any(Number),
        sequence: expect.any(Number),
        read: expect.arrayContaining(['business']),
        paragraph: 3,
        marks: ['a'],
      },
    });
    const rest = await tab.ask(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('yaolan');
          request.onsuccess = () => {
            const db = request.result;
            const shelf = db.transaction('shelf').objectStore('shelf').get('card:digital');
            shelf.onsuccess = () => {
              resolve([db.version, shelf.result]);
              db.close();
            };
          };
        }),
    );
    expect(rest).toEqual([9, { note: 'n' }]);
  });

  it('a newer version in another tab does not have to wait for this one', async () => {
    await start();
    await readAndKeep(tab, 'digital');
    const opened = await tab.ask(
      () =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open('yaolan', 5);
          request.onblocked = () => reject(new Error('blocked'));
          request.onupgradeneeded = () => request.result.createObjectStore('next');
          request.onsuccess = () => {
            request.result.close();
            resolve(request.result.version);
          };
        }),
    );
    expect(opened).toBe(5);
    await readAndKeep(tab, 'business');
    expect((await recordsOf(tab))[place]).toMatchObject({ card: 'business' });
  });

  it('a tab that holds the database in the way of ours is not waited for: the reader is told', async () => {
    await start({ version: 1, stores: { other: {} } });
    await tab.ask(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('yaolan');
          request.onsuccess = () => {
            Object.assign(window, { holding: request.result });
            resolve();
          };
        }),
    );
    await readTo(tab, 'digital', 90);
    await tab.waitFor('the sentence', () => /本机无法保存/.test(document.body.innerText));
    await tab.ask(() => (window as unknown as { holding: IDBDatabase }).holding.close());
    await readTo(tab, 'crime', 90);
    await tab.waitFor('the sentence to go', () => !/本机无法保存/.test(document.body.innerText));
    await readTo(tab, 'crime', 90);
    expect(await topOf(tab, 'crime')).toEqual(about(90));
  });

  it('what is saved stays saved where the database does not answer', async () => {
    const crime = `saved:${article}/crime`;
    await start({ version: 1, stores: { settings: { schema, [crime]: { saved: true, at: 1 } } } });
    await tab.ask((item) => localStorage.setItem('yaolan:saved', JSON.stringify([item])), `${article}/crime`);
    await tab.goto(address);
    await untilHydrated(tab);
    await tab.ask(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('yaolan');
          request.onsuccess = () => {
            const store = request.result.transaction('settings', 'readwrite').objectStore('settings');
            const again = () => {
              store.get('schema').onsuccess = again;
              resolve();
            };
            again();
          };
        }),
    );
    await readTo(tab, 'digital', 90);
    const isSaved = (card: string) =>
      document.querySelector(`#${card} > [data-tools] [data-save]`)?.textContent === '已收藏';
    await tab.waitFor('what is saved to be shown', isSaved, 'crime');
    await tab.ask(() => document.querySelector<HTMLElement>('#digital > [data-tools] [data-save]')?.click());
    await tab.waitFor('the one just saved to be shown', isSaved, 'digital');
    expect(await tab.ask(isSaved, 'crime')).toBe(true);
  });
});

describe.each(engines)('in $name', ({ name, open }) => {
  let browser: OpenBrowser;
  let tab: Tab;

  const use = (opened: OpenBrowser) => {
    browser = opened;
    tab = tabOver(opened.page, opened.close);
  };

  afterEach(() => browser.close());

  /** Chromium and Firefox each deny storage by a setting of their own. */
  async function openDenied(): Promise<void> {
    const profile = freshFolder('denied');
    if (name === 'Chromium') {
      const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
      mkdirSync(join(profile, 'Default'));
      writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
    }
    use(await open({ profile, prefs: { 'network.cookie.cookieBehavior': 2 } }));
  }

  it('where all storage is denied everything can be read and done, and one sentence says what is not kept', async () => {
    await openDenied();
    const errors = errorsIn(browser.context);
    await tab.goto(address);
    await untilHydrated(tab);
    await tab.waitFor('the sentence', () => /本机无法保存/.test(document.body.innerText));
    await readTo(tab, 'digital', 90);
    await tab.click('[data-switch=en]');
    await untilLanguage(tab, 'en');
    await tab.click('[data-switch=zh]');
    await untilLanguage(tab, 'zh');
    expect((await statusOf(tab)).match(unkeptWords)).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('where localStorage is null the choice of language is kept all the same', async () => {
    const profile = freshFolder('no-local-storage');
    const without = { args: ['--disable-local-storage'], prefs: { 'dom.storage.enabled': false } };
    use(await open({ profile, ...without }));
    await tab.goto(address);
    await untilHydrated(tab);
    expect(await tab.ask(() => localStorage)).toBeNull();
    await tab.waitFor(
      'the worker',
      () => navigator.serviceWorker.controller || navigator.serviceWorker.ready,
    );
    await switchTo(tab, 'en');
    expect(await statusOf(tab)).not.toMatch(/cannot be kept/);
    await browser.close();
    use(await open({ profile, ...without }));
    await tab.goto(site.url);
    await browser.page.waitForURL(`${site.url}en/`);
  });

  it.each(failures)(
    'when writing fails (%s) the old value stays, the reader is told once and nothing storms',
    async (_how, fail) => {
      use(await open());
      await tab.goto(address);
      await readAndKeep(tab, 'digital');
      const before = (await recordsOf(tab))[place];
      await browser.context.addInitScript(fail);
      // What the page before may have noted in leaving would be tried again each second.
      await browser.context.addInitScript((key) => localStorage.removeItem(key), `yaolan:${place}`);
      const errors = errorsIn(browser.context);
      await tab.goto(address);
      await untilHydrated(tab);
      for (const card of ['business', 'digital', 'crime']) await readTo(tab, card, 50);
      await tab.waitFor('the sentence', () => /本机无法保存/.test(document.body.innerText));
      for (const card of ['business', 'digital', 'crime']) await readTo(tab, card, 50);
      expect((await statusOf(tab)).match(unkeptWords)).toHaveLength(1);
      expect(await tab.ask(() => (window as unknown as { writes: number }).writes)).toBeLessThan(6);
      expect((await recordsOf(tab))[place]).toEqual(before);
      expect(errors).toEqual([]);
    },
  );

  it('two tabs record side by side, and the one read last counts', async () => {
    use(await open());
    await tab.goto(address);
    await untilHydrated(tab);
    await readAndKeep(tab, 'digital');
    const second = tabOver(await browser.context.newPage(), async () => undefined);
    await second.goto(address);
    await untilHydrated(second);
    await switchTo(second, 'en');
    await readAndKeep(second, 'business');
    const records = await recordsOf(second);
    expect(records).toMatchObject({ language: 'en', [place]: { card: 'business' } });
    await tab.goto(blank());
    expect(await recordsOf(tab)).toEqual(records);
  });

  it('a home page that stays open offers the place that another tab has come to', async () => {
    use(await open());
    await tab.goto(address);
    await untilHydrated(tab);
    await readAndKeep(tab, 'digital');
    await tab.goto(`${site.url}zh/`);
    const offer = (card: string) =>
      tab.waitFor(
        `the offer to go on at ${card}`,
        (card) => document.querySelector(`[data-continue][href$="#${card}"]`),
        card,
      );
    await offer('digital');
    const second = tabOver(await browser.context.newPage(), async () => undefined);
    await second.goto(address);
    await untilHydrated(second);
    await readAndKeep(second, 'business');
    await offer('business');
  });

  it('a clock that is set back ten years loses nothing and holds nothing up', async () => {
    use(await open());
    const ten = 10 * 365 * 24 * 3600 * 1000;
    await browser.context.addInitScript(shiftClock, ten);
    await tab.goto(address);
    await untilHydrated(tab);
    await readAndKeep(tab, 'digital');
    const { at } = (await recordsOf(tab))[place] as { at: number };
    expect(at).toBeGreaterThan(Date.now() + ten / 2);
    await browser.context.addInitScript(shiftClock, -2 * ten);
    await tab.goto(address);
    await untilHydrated(tab);
    await readAndKeep(tab, 'business');
    const later = (await recordsOf(tab))[place] as { at: number };
    expect(later).toMatchObject({ card: 'business' });
    // The clock stands twenty years lower, so each later record is a millisecond after the one before.
    expect(later.at - at).toBeGreaterThan(0);
    expect(later.at - at).toBeLessThan(1000);
  });

  it('what was called kept is there after the browser is killed', async () => {
    const profile = freshFolder('killed');
    use(await open({ profile }));
    await tab.goto(address);
    await untilHydrated(tab);
    await readAndKeep(tab, 'digital');
    await switchTo(tab, 'en');
    await browser.kill();
    use(await open({ profile }));
    await tab.goto(blank());
    expect(await recordsOf(tab)).toMatchObject({ language: 'en', [place]: { card: 'digital' } });
  });
});

/** Runs before the page's own scripts: every write to the database fails in one of the ways browsers fail. */
const failures: readonly (readonly [string, () => void])[] = [
  [
    'no room',
    () => {
      const counted = window as unknown as { writes: number };
      counted.writes = 0;
      IDBObjectStore.prototype.put = () => {
        counted.writes += 1;
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
  [
    'the transaction ends without a word',
    () => {
      const counted = window as unknown as { writes: number };
      counted.writes = 0;
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given) {
        counted.writes += 1;
        const request = put.apply(this, given);
        this.transaction.abort();
        return request;
      };
    },
  ],
  [
    'the database is closing',
    () => {
      const counted = window as unknown as { writes: number };
      counted.writes = 0;
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function (...given) {
        if (given[1] !== 'readwrite') return transaction.apply(this, given);
        counted.writes += 1;
        throw new DOMException('closing', 'InvalidStateError');
      };
    },
  ],
];

/** Opens a transaction that all others wait for, as a slow disk or another tab may, until the window says so. */
function occupyDatabase(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('yaolan');
    opening.onsuccess = () => {
      const records = opening.result.transaction('settings', 'readwrite').objectStore('settings');
      const goOn = () => {
        if ((window as { isReleased?: true }).isReleased) opening.result.close();
        else records.get('').onsuccess = goOn;
      };
      goOn();
      resolve();
    };
  });
}

function shiftClock(by: number): void {
  const { now } = Date;
  Date.now = () => now() + by;
}

function errorsIn(context: BrowserContext): string[] {
  const errors: string[] = [];
  const denied = /Storage access is restricted/;
  // Firefox says of a worker that it may not register what the page has caught.
  context.on('weberror', (error) => {
    const { message } = error.error();
    if (!denied.test(message)) errors.push(message);
  });
  return errors;
}
