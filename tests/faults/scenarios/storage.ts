import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schema } from '../../../src/core/records';
import { recordsOf as kept, plant, untilKept } from '../../journeys/kept';
import { addresses, article, isMarked, markWindow, readTo, untilLanguage } from '../../journeys/support';
import { freshFolder } from '../../support/run-folder';
import { until } from '../../support/until';
import type { FaultTab } from '../drivers';
import { recordsOf } from '../oracles';
import {
  breakingConnection,
  deafPersist,
  deniedStorage,
  endlessMigration,
  failingWrites,
  fullLocalStorage,
  nullLocalStorage,
  shiftedClock,
} from '../preludes';
import type { Rig, Scenario } from '../scenario';
import {
  enArticle,
  install,
  installAndReturn,
  reads,
  saveCard,
  untilHydrated,
  untilOffline,
  zhArticle,
} from '../steps';

/** A profile of Chromium in which no site may keep anything. */
const profileWithoutCookies = (): string => profileWith({ cookies: 2 });

function profileWith(settings: Readonly<Record<string, number>>): string {
  const profile = freshFolder('settings');
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { default_content_setting_values: settings } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

async function readsAndSwitches(rig: Rig): Promise<void> {
  for (const address of addresses) await reads(rig, address);
  await rig.goto(zhArticle);
  await untilHydrated(rig.tab);
  await rig.tab.click('[data-switch]');
  await untilLanguage(rig.tab, 'en');
}

export const storageScenarios: readonly Scenario[] = [
  {
    id: 'D02',
    title: 'where storage is denied everything is read and switched, and nothing is promised',
    level: 'must',
    engines: 'CFW',
    smoke: 'CW',
    // There is nothing to look into.
    except: ['kept', 'own'],
    launch: (engine) => ({
      ...(engine === 'chromium' && { profile: profileWithoutCookies() }),
      ...(engine === 'firefox' && { prefs: { 'network.cookie.cookieBehavior': 2 } }),
    }),
    prelude: (engine) => (engine === 'webkit' ? { page: deniedStorage } : {}),
    async run(rig) {
      await rig.goto(zhArticle);
      await untilOffline(rig.tab, 'unavailable');
      const isDenied = await rig.tab.ask(() => {
        try {
          return localStorage === null;
        } catch {
          return true;
        }
      });
      assert.ok(isDenied, 'storage is not denied at all');
      await readsAndSwitches(rig);
      await rig.goto('');
      await rig.tab.waitFor('the start to lead on', () => /^\/(zh|en)\/$/.test(location.pathname));
    },
    reloads: 1,
  },
  {
    id: 'D03',
    title: 'without localStorage all the rest works, the stored edition too',
    level: 'must',
    engines: 'CFW',
    launch: (engine) => ({
      ...(engine === 'chromium' && { args: ['--disable-local-storage'] }),
      ...(engine === 'firefox' && { prefs: { 'dom.storage.enabled': false } }),
    }),
    prelude: (engine) => (engine === 'webkit' ? { page: nullLocalStorage } : {}),
    reloads: 1,
    async run(rig) {
      await install(rig);
      assert.ok(await rig.tab.ask(() => localStorage === null), 'localStorage is there');
      await readsAndSwitches(rig);
      await rig.remember();
      await rig.site.stop();
      await reads(rig, 'en/terms/');
      await untilOffline(rig.tab);
      // The language last used is known without the mirror.
      await rig.goto('');
      await rig.tab.waitFor('the start to lead on', () => location.pathname === '/en/');
      await untilHydrated(rig.tab);
    },
  },
  {
    id: 'D04',
    title: 'where writing fails, in whatever way, the old value stays, and it is said once',
    level: 'must',
    engines: 'CFW',
    prelude: () => ({ page: failingWrites }),
    async run(rig) {
      await installAndReturn(rig);
      await saveCard(rig.tab);
      await readTo(rig.tab, 'digital', 90);
      await untilKept(rig.tab, `place:${article}=digital`);
      const before = await recordsOf(rig.tab);
      await rig.remember();
      for (const how of ['QuotaExceededError', 'UnknownError', 'DataError', 'InvalidStateError', 'abort']) {
        await rig.tab.ask((how) => sessionStorage.setItem('fail', how), how);
        await rig.goto(zhArticle);
        await untilOffline(rig.tab);
        const said = () => document.body.innerText.match(/本机无法保存/g)?.length;
        for (const card of ['business', 'digital', 'crime']) await readTo(rig.tab, card, 50);
        await rig.tab.waitFor('the sentence', said);
        for (const card of ['business', 'digital', 'crime']) await readTo(rig.tab, card, 50);
        const { times, writes } = await rig.tab.ask(() => ({
          times: document.body.innerText.match(/本机无法保存/g)?.length,
          writes: (window as unknown as { writes: number }).writes,
        }));
        assert.equal(times, 1, how);
        assert.ok(writes > 0, `${how}: nothing was tried`);
        assert.deepEqual(await recordsOf(rig.tab), before, how);
        await rig.check();
      }
      await rig.tab.ask(() => sessionStorage.removeItem('fail'));
    },
  },
  {
    id: 'D06',
    title: 'what each release before this one has kept is there, though the browser is killed on the way',
    level: 'must',
    engines: 'CF',
    prelude: () => ({ page: endlessMigration }),
    async run(rig) {
      for (const [release, settings] of Object.entries(releases)) {
        await rig.variant(release, async () => {
          await rig.goto('robots.txt');
          await plant(rig.tab, { version: 1, stores: { settings } });
          await rig.tab.ask(() => sessionStorage.setItem('stall', '1'));
          if (settings.schema !== schema) {
            await rig.goto(zhArticle);
            await untilHydrated(rig.tab);
            await readTo(rig.tab, 'digital', 90);
            await rig.tab.waitFor('the middle of it', () => 'migrating' in window);
            await rig.driver.killAndRestart?.();
            await rig.goto('robots.txt');
            assert.deepEqual(await kept(rig.tab), settings, 'half of it was done');
          }
          await rig.tab.ask(() => sessionStorage.clear());
          await rig.goto(zhArticle);
          await untilOffline(rig.tab);
          await readTo(rig.tab, 'business', 90);
          await untilKept(rig.tab, `place:${article}=business`);
          const once = await kept(rig.tab);
          const { [`place:${article}`]: place, sequence, ...rest } = once;
          assert.equal(typeof sequence, 'number');
          const { [`place:${article}`]: _, ...made } = settings;
          assert.deepEqual(rest, { ...made, schema });
          assert.equal((place as { card: string }).card, 'business');
          await rig.goto('en/about/');
          await rig.tab.waitFor('the copy', () => document.querySelector('[data-copy]'));
          assert.deepEqual({ ...(await kept(rig.tab)), [`place:${article}`]: place }, once, 'a second time');
        });
      }
    },
  },
  {
    id: 'D11',
    title: 'an origin whose every byte was evicted starts cleanly, and a copy made before brings all back',
    level: 'must',
    engines: 'CFW',
    // What was kept is what the fault took away.
    except: ['kept'],
    launch: (engine) => (engine === 'firefox' ? { profile: freshFolder('evicted') } : {}),
    async run(rig) {
      await installAndReturn(rig);
      await saveCard(rig.tab, 'crime');
      const copy = await copyMade(rig);
      await evict(rig);
      rig.site.clear();
      await rig.goto(enArticle);
      await untilOffline(rig.tab);
      assert.deepEqual(await savedCards(rig.tab), [], 'what was evicted is there');
      // From the first page there is a link to where a copy can be taken in.
      const about = 'footer a[href$="/about/"]';
      await rig.tab.ask(
        (about) => document.querySelector(about)?.scrollIntoView({ behavior: 'instant' }),
        about,
      );
      await rig.tab.follow(about);
      await takeIn(rig.tab, copy);
      const answer = () => document.querySelector('main [data-live=data] [role=status]')?.textContent ?? '';
      await rig.tab.waitFor('an answer about the copy', answer);
      assert.match(await rig.tab.ask(answer), /^Imported: [1-9]/);
      assert.deepEqual(await savedCards(rig.tab), ['crime']);
      await rig.site.stop();
      await reads(rig, zhArticle);
    },
  },
  {
    id: 'D13',
    title:
      'a browser that forgets everything when it ends is a first visit each time, with nothing promised twice',
    level: 'should',
    engines: 'CF',
    except: ['kept'],
    launch: (engine) =>
      engine === 'firefox'
        ? {
            prefs: {
              'privacy.sanitize.sanitizeOnShutdown': true,
              'privacy.clearOnShutdown.offlineApps': true,
              'privacy.clearOnShutdown_v2.cookiesAndStorage': true,
            },
          }
        : { profile: profileWith({ cookies: 4 }) },
    async run(rig) {
      await install(rig);
      await rig.driver.restart();
      await reads(rig, enArticle);
      await untilOffline(rig.tab);
      await rig.site.stop();
      await reads(rig, zhArticle);
    },
  },
  {
    id: 'D14',
    title:
      'the browser is asked to keep the data once, after the first card is saved, and delays nothing by not answering',
    level: 'should',
    engines: 'CFW',
    prelude: () => ({ page: deafPersist }),
    async run(rig) {
      await install(rig);
      await reads(rig, enArticle);
      const asked = () => rig.tab.ask(() => (window as unknown as { asked: number }).asked);
      // WebKitGTK has nothing to ask.
      const once = (await rig.tab.ask(() => 'storage' in navigator)) ? 1 : 0;
      assert.equal(await asked(), 0);
      await saveCard(rig.tab, 'crime');
      await until(async () => (await asked()) === once, { what: 'the browser to be asked' });
      await saveCard(rig.tab, 'business');
      assert.equal(await asked(), once);
    },
  },
  {
    id: 'D15',
    title: 'a clock ten years ahead or behind ends nothing and begins nothing anew',
    level: 'should',
    engines: 'CFW',
    prelude: () => ({ page: shiftedClock, worker: shiftedClock }),
    async run(rig) {
      await installAndReturn(rig);
      await rig.site.stop();
      for (const years of [10, -10]) {
        await rig.tab.ask((years) => sessionStorage.setItem('years', String(years)), years);
        for (const address of addresses) await reads(rig, address);
        await untilOffline(rig.tab);
        const seen = await rig.tab.ask(() => new Date(Date.now()).getFullYear());
        assert.ok(Math.abs(seen - new Date().getFullYear()) >= 9);
        await rig.check();
      }
    },
  },
  {
    id: 'D16',
    title: 'ten thousand saved cards hold up neither the start nor their list',
    level: 'should',
    engines: 'CF',
    async run(rig) {
      await installAndReturn(rig);
      const startTimes = async () => {
        const times: number[] = [];
        for (let round = 0; round < 5; round++) {
          await rig.goto(zhArticle);
          const time = () => performance.now();
          await untilHydrated(rig.tab);
          times.push(await rig.tab.ask(time));
          await untilOffline(rig.tab);
        }
        return times.sort((one, other) => one - other)[2] as number;
      };
      const before = await startTimes();
      await rig.goto('robots.txt');
      const saved = Array.from({ length: 10_000 }, (_, at) => [
        `saved:${article}/${at < 3 ? ['crime', 'digital', 'business'][at] : `x${at}`}`,
        { saved: true, at: 1_700_000_000_000 + at },
      ]);
      await plant(rig.tab, { version: 1, stores: { settings: { schema, ...Object.fromEntries(saved) } } });
      await rig.goto('zh/saved/');
      await rig.tab.waitFor('the list', () => document.querySelectorAll('main li').length > 9_000);
      await rig.remember();
      const after = await startTimes();
      // Medians of one run, far apart: a start that reads the whole list takes many times as long.
      assert.ok(after <= 4 * before, `the start took ${Math.round(before)} and then ${Math.round(after)} ms`);
    },
  },
  {
    id: 'D20',
    title: 'a tab of the first release that writes beside this one loses nothing and is believed',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      await saveCard(rig.tab);
      await readTo(rig.tab, 'digital', 90);
      await untilKept(rig.tab, `place:${article}=digital`);
      // As schema 1 wrote: a plain word in the same store, and the mirror; it knew nothing else.
      await rig.tab.ask(
        () =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.open('yaolan', 1);
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {
              const db = request.result;
              const writing = db.transaction('settings', 'readwrite');
              writing.objectStore('settings').put('en', 'language');
              writing.oncomplete = () => {
                db.close();
                localStorage.setItem('yaolan:language', 'en');
                resolve();
              };
            };
          }),
      );
      await rig.remember();
      await readTo(rig.tab, 'business', 90);
      await untilKept(rig.tab, `place:${article}=business`);
      await rig.goto('');
      await rig.tab.waitFor('the start to lead on', () => location.pathname === '/en/');
      await untilOffline(rig.tab);
      assert.deepEqual(await savedCards(rig.tab), ['crime']);
      assert.equal((await kept(rig.tab)).language, 'en');
    },
    reloads: 1,
  },
  {
    id: 'D17',
    title: 'messages and storage events that mean nothing are not listened to',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      await markWindow(rig.tab);
      await rig.tab.ask(async () => {
        const { active } = await navigator.serviceWorker.ready;
        const channel = new BroadcastChannel('yaolan');
        const nonsense = [
          null,
          'SKIP_WAITING',
          7,
          [],
          { type: 'AUDIT' },
          { type: null },
          { type: 'x'.repeat(1e4) },
        ];
        for (let round = 0; round < 200; round++) {
          for (const message of nonsense) {
            active?.postMessage(message);
            channel.postMessage(message);
            dispatchEvent(new StorageEvent('storage', { key: 'yaolan:language', newValue: String(message) }));
            dispatchEvent(new MessageEvent('message', { data: message }));
          }
        }
        channel.close();
      });
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'en');
      assert.ok(await isMarked(rig.tab));
      await rig.remember();
      await rig.goto(zhArticle);
      await untilOffline(rig.tab);
    },
  },
  {
    id: 'K1b',
    title: 'under a base path a reader has records of its own, and takes over what all readers once shared',
    level: 'must',
    engines: 'CFW',
    base: '/a/',
    async run(rig) {
      await rig.goto('robots.txt');
      await plant(rig.tab, { version: 1, stores: { settings: releases['schema 3'] ?? {} } });
      await rig.tab.ask(() => localStorage.setItem('yaolan:theme', 'dark'));
      await rig.remember();
      await installAndReturn(rig);
      await rig.tab.waitFor('the theme', () => document.documentElement.dataset.theme === 'dark');
      await rig.tab.waitFor(
        'the saved card',
        () => document.querySelector('#crime > [data-tools] [data-save]')?.ariaPressed === 'true',
      );
      await saveCard(rig.tab, 'business');
      const records = await recordsOf(rig.tab);
      const own = Object.keys(records).filter((key) => key.startsWith('yaolan/a//settings/saved:'));
      assert.deepEqual(
        own.map((key) => key.replace(/.*\//, '')),
        ['business', 'crime', 'digital'],
      );
      assert.ok(
        !(`yaolan/settings/saved:${article}/business` in records),
        'the other reader’s records changed',
      );
    },
  },
  {
    id: 'K7',
    title: 'two tabs and the database agree after cards were saved and taken out in bursts, and on the look',
    level: 'must',
    engines: 'CF',
    async run(rig) {
      await installAndReturn(rig);
      const second = await rig.driver.newTab?.();
      assert.ok(second);
      await second.goto(`${rig.site.url}${zhArticle}`);
      await untilOffline(second);
      const tabs = [rig.tab, second];
      const choices = Array.from({ length: 40 }, () => [rig.random(), rig.random()] as const);
      const burst = (tab: FaultTab) =>
        tab.ask(
          (choices) => {
            const controls = [
              ...document.querySelectorAll<HTMLElement>('[data-card] > [data-tools] [data-save]'),
            ];
            for (const [which] of choices) controls[Math.floor(which * controls.length)]?.click();
          },
          choices.filter(([, half]) => half < 0.5 === (tab === rig.tab)),
        );
      for (let round = 0; round < 3; round++) await Promise.all(tabs.map(burst));
      for (const tab of tabs)
        await until(
          async () => {
            const shown = await tab.ask(() =>
              [...document.querySelectorAll('[data-card]')]
                .filter(
                  (card) => card.querySelector(':scope > [data-tools] [data-save]')?.ariaPressed === 'true',
                )
                .map(({ id }) => id),
            );
            return String(shown.sort()) === String((await savedCards(tab)).sort());
          },
          { what: 'a tab to show what the database has' },
        );
      await rig.tab.click('[data-large]');
      await second.waitFor('the large type', () => document.documentElement.dataset.edition === 'large');
      await second.close();
    },
  },
  {
    id: 'K8',
    title: 'a connection to the database that breaks once is opened anew, and nothing is said',
    level: 'must',
    engines: 'CFW',
    prelude: () => ({ page: breakingConnection }),
    async run(rig) {
      await installAndReturn(rig);
      const breakNext = () => rig.tab.ask(() => (window as unknown as { breakNext(): void }).breakNext());
      await breakNext();
      await saveCard(rig.tab, 'crime');
      await breakNext();
      // The entry is out of sight by now.
      await rig.tab.ask(() => document.querySelector<HTMLElement>('[data-large]')?.click());
      // Not by the page's own word: where the reader is may be kept a moment later, and is then what it names.
      await until(async () => (await kept(rig.tab)).edition === 'large', { what: 'the choice to be kept' });
      assert.doesNotMatch(await rig.tab.ask(() => document.body.innerText), /本机无法保存/);
      await rig.remember();
      assert.deepEqual(await savedCards(rig.tab), ['crime']);
      await reads(rig, enArticle);
      assert.equal(await rig.tab.ask(() => document.documentElement.dataset.edition), 'large');
    },
  },
  {
    id: 'K9',
    title: 'garbage among what is saved hides nothing good, and what is gone is named and can be taken out',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      await rig.goto('robots.txt');
      const saved = { saved: true, at };
      const settings = {
        schema: 'three',
        [`saved:${article}/crime`]: saved,
        [`saved:${article}/taken-away`]: { saved: true, at: at + 1 },
        'saved:another-report/card': { saved: true, at: at + 2 },
        'saved:nowhere': saved,
        [`saved:${article}/digital`]: 'yes',
        [`saved:${article}/business`]: { saved: 'yes', at },
      };
      await plant(rig.tab, { version: 1, stores: { settings } });
      await rig.goto('zh/saved/');
      await rig.tab.waitFor('the list', () => document.querySelectorAll('main ol li').length === 3);
      const links = await rig.tab.ask(() => document.querySelectorAll('main ol a').length);
      assert.equal(links, 1, 'the good one is a link, the others are not');
      await rig.tab.click('main ol li:first-child button');
      await rig.tab.waitFor('it to go', () => document.querySelectorAll('main ol li').length === 2);
      const records = await kept(rig.tab);
      assert.equal(records.schema, schema);
      const aside = Object.entries(records).find(([key]) => key.startsWith('aside:schema:'));
      assert.equal(aside?.[1], 'three');
    },
  },
  {
    id: 'K10b',
    title: 'what is saved stands in its order and the last place counts, whatever the clock says',
    level: 'must',
    engines: 'CFW',
    prelude: () => ({ page: shiftedClock }),
    async run(rig) {
      await installAndReturn(rig);
      const setYears = (years: number) =>
        rig.tab.ask((years) => sessionStorage.setItem('years', String(years)), years);
      for (const [card, years] of [
        ['crime', 10],
        ['digital', -10],
        ['business', 0],
      ] as const) {
        await setYears(years);
        await saveCard(rig.tab, card);
      }
      await setYears(10);
      await readTo(rig.tab, 'digital', 90);
      await untilKept(rig.tab, `place:${article}=digital`);
      await setYears(-10);
      await readTo(rig.tab, 'business', 40);
      await rig.goto('zh/saved/');
      await rig.tab.waitFor('the list', () => document.querySelectorAll('main ol a').length === 3);
      const hashes = await rig.tab.ask(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('main ol a')].map(({ hash }) => hash),
      );
      assert.deepEqual(hashes, ['#business', '#digital', '#crime']);
      const place = async () => (await kept(rig.tab))[`place:${article}`] as { card?: string };
      await until(async () => (await place()).card === 'business', { what: 'the place that was left' });
    },
  },
  {
    id: 'K12',
    title: 'where localStorage is full, what was chosen holds on the next page and in the next tab',
    level: 'must',
    engines: 'CFW',
    prelude: () => ({ page: fullLocalStorage }),
    async run(rig) {
      await installAndReturn(rig);
      await rig.tab.click('[data-large]');
      await until(async () => (await kept(rig.tab)).edition === 'large', { what: 'the choice to be kept' });
      const isLarge = () => document.documentElement.dataset.edition === 'large';
      await rig.goto(enArticle);
      assert.ok(await rig.tab.ask(isLarge), 'not on the next page');
      const second = await rig.driver.newTab?.();
      await second?.goto(`${rig.site.url}${enArticle}`);
      await second?.waitFor('the large type', isLarge);
      await second?.close();
    },
  },
];

const at = 1_700_000_000_000;

/** What a reader had made with each release, as it stood in the database; these never change. */
const releases: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'schema 1': { language: 'en', install: 'dismissed' },
  'schema 2': {
    schema: 2,
    language: 'en',
    install: 'dismissed',
    times: { language: at, install: at },
    [`place:${article}`]: { card: 'crime', offset: 12, at },
  },
  'schema 3': {
    schema: 3,
    language: 'en',
    theme: 'dark',
    times: { language: at, theme: at },
    [`place:${article}`]: { card: 'crime', offset: 12, at, read: ['overview', 'crime'] },
    [`saved:${article}/crime`]: { saved: true, at },
    [`saved:${article}/digital`]: { saved: false, at },
  },
};

/** The text of the copy that the about page makes. */
async function copyMade(rig: Rig): Promise<string> {
  await rig.goto('zh/about/');
  await rig.tab.waitFor('the way to copy', () => document.querySelector('[data-copy]'));
  await rig.tab.ask(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      // The page in the other language comes this way too.
      if ((blob as Blob).type.includes('json')) Object.assign(window, { copy: (blob as Blob).text() });
      return createObjectURL.call(URL, blob);
    };
    document.querySelector<HTMLElement>('[data-copy]')?.click();
  });
  await rig.tab.waitFor('the copy', () => 'copy' in window);
  return rig.tab.ask(() => (window as unknown as { copy: Promise<string> }).copy);
}

/** Chooses a copy on the about page, as a reader does with the browser's own dialogue. */
async function takeIn(tab: FaultTab, copy: string): Promise<void> {
  await tab.waitFor('the place for a copy', () => document.querySelector('input[type=file]'));
  await tab.ask((copy) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
    const chosen = new DataTransfer();
    chosen.items.add(new File([copy], 'copy.json', { type: 'application/json' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, copy);
}

/** The cards that are saved, as the database has it. */
async function savedCards(tab: FaultTab): Promise<string[]> {
  return Object.entries(await recordsOf(tab)).flatMap(([key, value]) => {
    const [, card] = /saved:[^/]*\/(.*)$/.exec(key) ?? [];
    return card && (JSON.parse(value) as { saved: boolean }).saved ? [card] : [];
  });
}

/** As a browser does that needs the room: all of the origin at once. WebKit has no hand for it but the page's own. */
async function evict(rig: Rig): Promise<void> {
  const { origin } = new URL(rig.site.url);
  const cdp = await rig.driver.cdp?.();
  if (cdp) {
    // No browser evicts what a page has open, and Chromium's database can hang for good where that is done.
    await rig.tab.goto('about:blank');
    await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    return;
  }
  if (rig.engine === 'firefox') {
    await rig.driver.restart(({ profile }) => {
      const storage = join(profile, 'storage', 'default');
      const own = readdirSync(storage).filter((name) => name.includes(new URL(origin).port));
      assert.equal(own.length, 1, `the origin is not in ${storage}`);
      for (const name of own) rmSync(join(storage, name), { recursive: true });
    });
    return;
  }
  await rig.tab.ask(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    await Promise.all(registrations.map((registration) => registration.unregister()));
    const names = await caches.keys();
    await Promise.all(names.map((name) => caches.delete(name)));
    // Emptied, not deleted: WebKit lets no page do that while one that was left stands ready for Back.
    await new Promise((resolve, reject) => {
      const request = indexedDB.open('yaolan');
      request.onerror = reject;
      request.onsuccess = () => {
        const clearing = request.result.transaction('settings', 'readwrite');
        clearing.objectStore('settings').clear();
        clearing.oncomplete = () => {
          request.result.close();
          resolve(undefined);
        };
        clearing.onabort = reject;
      };
    });
    localStorage.clear();
  });
}
