import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { article, twoFrames } from '../../journeys/support';
import { until } from '../../support/until';
import { builds, manifestOf } from '../builds';
import type { FaultTab } from '../drivers';
import { cut, type Fault, from, hdr, mutate, redirect, status } from '../faultd';
import { storedIn } from '../oracles';
import { advance, ownClock, translator } from '../preludes';
import type { Rig, Scenario } from '../scenario';
import {
  enArticle,
  faultAtInstall,
  install,
  installAndReturn,
  lookForUpdate,
  pressShare,
  reads,
  untilHydrated,
  untilOffered,
  untilOffline,
  versionShown,
  workerStates,
  zhArticle,
} from '../steps';

/** A page of the origin that is none of ours, and lets scripts register workers. */
const foreignPage: Fault = () => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: Buffer.from('<!doctype html><title>old</title>'),
});

/** A worker of the origin that says, to whoever speaks to it, what only ours may say. */
const foreignWorker: Fault = () => ({
  status: 200,
  headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  body: Buffer.from(
    `onmessage = ({ source }) => source.postMessage({ type: 'FAILED', why: 'FOREIGN', isFull: true });`,
  ),
});

/** What an installing host may say beside its pages, and must not be obeyed for ever after. */
const badHeaders: Readonly<Record<string, Record<string, string>>> = {
  'a policy that forbids scripts': { 'Content-Security-Policy': "script-src 'none'; style-src 'none'" },
  'a sandbox': { 'Content-Security-Policy': 'sandbox' },
  'a download': { 'Content-Disposition': 'attachment; filename=page.html' },
  'another address': { Refresh: '0; url=/nowhere/' },
};

/** What only the worker in force and the one that waits may be told, each wrong in one way. */
const wrongMessages = [
  { type: 'SKIP_WAITING', force: true },
  { type: 'SKIP_WAITING', version: 'any' },
  { type: 'TIDY', keep: [] },
  { type: 'TIDY', newest: [] },
  { type: 'CACHE_URLS', payload: { urlsToCache: ['/nowhere/'] } },
];

/** Rows for faults that nobody had listed, each standing for its kind. */
export const secondTrialScenarios: readonly Scenario[] = [
  {
    id: 'K1',
    title:
      'two readers of one origin leave each other’s files alone, also those of the name they once shared',
    level: 'must',
    engines: 'CFW',
    base: '/a/',
    reloads: 1,
    async run(rig) {
      const neighbour = '/b/';
      rig.site.when(/^\/b\//, from(await builds.first(neighbour), neighbour));
      const readsBoth = async () => {
        for (const path of [`/b/${zhArticle}`, '/b/en/terms/', 'en/terms/', zhArticle]) {
          await reads(rig, path);
          await untilOffline(rig.tab);
        }
      };
      await rig.goto('robots.txt');
      await rig.tab.ask(async () => {
        const shared = await caches.open('yaolan-precache-v2-v1');
        for (const path of ['/a/zh/', '/b/zh/'])
          await shared.put(`${path}?__WB_REVISION__=1`, new Response(path));
      });
      await installAndReturn(rig);
      await untilShared(rig.tab, ['/b/zh/']);
      for (let visit = 1; visit <= 2; visit++) {
        await rig.goto(`/b/${zhArticle}`);
        await untilOffline(rig.tab);
      }
      await untilShared(rig.tab, []);
      await rig.site.stop();
      await readsBoth();
      await rig.site.start();
      await rig.goto(zhArticle);
      await untilOffline(rig.tab);
      await rig.deploy('second');
      await lookForUpdate(rig.tab);
      await accept(rig, 'second');
      await rig.site.stop();
      await readsBoth();
      await rig.site.start();
      await rig.goto('reset/');
      await rig.tab.click('[data-reset]');
      await rig.tab.waitFor('the page to say what it did', () =>
        [...document.querySelectorAll<HTMLElement>('[data-done]')].some(({ offsetHeight }) => offsetHeight),
      );
      await rig.site.stop();
      await reads(rig, '/b/en/terms/');
      await untilOffline(rig.tab);
      await rig.site.start();
      await install(rig);
    },
  },
  {
    id: 'K2',
    title:
      'what was altered or cut once on its way is asked for anew past the browser’s cache, or the page says so',
    level: 'must',
    engines: 'CFW',
    // Firefox asks for a script that it was refused only after the page has been loaded again: once in each part.
    reloads: 6,
    async run(rig) {
      for (const [what, where, fault] of spoiledFiles)
        await rig.variant(`${what}, once`, async () => {
          rig.site.when(onceEach(where), fault);
          await rig.goto(zhArticle);
          await untilHydrated(rig.tab);
          rig.site.calm();
          await switchTo(rig.tab, 'en');
          await untilOffline(rig.tab);
          await isWhole(rig.tab, true);
          await rig.goto(zhArticle);
          await untilOffline(rig.tab);
          await isWhole(rig.tab, true);
        });
      await rig.variant('the first script, each time', async () => {
        await saysSoUntilCalm(rig, /\/assets\/entry-/);
      });
    },
  },
  {
    id: 'K3',
    title: 'no altered script runs, on the first visit either',
    level: 'must',
    engines: 'CFW',
    // In Firefox, as above.
    reloads: 1,
    async run(rig) {
      await rig.variant('scripts that the page begins with', async () => {
        await saysSoUntilCalm(rig, isChunk);
      });
      await rig.variant('a script that comes later', async () => {
        // Without a worker it comes from the network.
        rig.site.when('/sw.js', status(404));
        await rig.goto(enArticle);
        await untilHydrated(rig.tab);
        const altering = rig.site.when(isChunk, mutate(addition));
        await pressShare(rig.tab);
        await rig.tab.waitFor('the page to say that it could not be fetched', () =>
          /Try again when you are online/.test(document.querySelector('[data-panel]')?.textContent ?? ''),
        );
        await isWhole(rig.tab);
        altering();
      });
    },
  },
  {
    id: 'K4',
    title: 'what a host says beside its pages in the hour of installing is not obeyed from then on',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      for (const [what, headers] of Object.entries(badHeaders)) {
        await rig.variant(what, async () => {
          faultAtInstall(rig, /\/$/, hdr(headers));
          await install(rig);
          rig.site.calm();
          for (const address of ['zh/terms/', enArticle]) {
            await rig.goto(address);
            await untilHydrated(rig.tab);
            await untilOffline(rig.tab);
            await rig.check();
          }
        });
      }
    },
  },
  {
    id: 'K5',
    title: 'a missing page is mended from a host that redirects to its file, and opens',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      const file = join(await rig.build('first'), 'zh/terms/index.html');
      rig.site.when('/zh/terms/', redirect('/zh/terms/index.html'));
      rig.site.when('/zh/terms/index.html', () => ({ ...html, body: readFileSync(file) }));
      await forget(rig.tab, '/zh/terms/');
      await rig.goto(zhArticle);
      await untilOffline(rig.tab);
      const entry = (await storedIn(rig.tab)).find(({ url }) => url === 'zh/terms/');
      assert.equal(entry?.redirected, false, 'the page is not stored as it should be');
      for (const network of ['online', 'offline']) {
        if (network === 'offline') await rig.site.stop();
        await reads(rig, 'zh/terms/');
        await untilOffline(rig.tab);
      }
    },
  },
  {
    id: 'K6',
    title: 'without a network a page that is gone from the device is named, and the way on leads on',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      const isNamed = async (address: string, lang: string) => {
        await rig.goto(address);
        const shown = await rig.tab.ask(() => ({
          lang: document.documentElement.lang,
          text: document.querySelector('main p')?.textContent ?? '',
          links: [...document.querySelectorAll('a')].map(({ pathname }) => pathname),
        }));
        assert.equal(shown.lang, lang);
        assert.ok(shown.text.includes(`/${address}`), `“${shown.text}” does not name /${address}`);
        assert.ok(shown.links.includes(`/${address}`), 'nothing leads to another try');
        assert.ok(shown.links.includes(`/${address.slice(0, 3)}`), 'nothing leads home');
      };
      await forget(rig.tab, '/en/terms/');
      await rig.site.stop();
      await isNamed('en/terms/', 'en');
      await rig.tab.follow('a[data-switch]');
      await untilOffline(rig.tab, 'unavailable');
      await rig.goto('en/');
      await untilHydrated(rig.tab);
      await forget(rig.tab, '');
      await isNamed(zhArticle, 'zh-Hans');
      await rig.site.start();
      for (const address of [zhArticle, 'en/terms/']) {
        await rig.goto(address);
        await untilOffline(rig.tab);
      }
      await rig.site.stop();
      await reads(rig, 'en/terms/');
      await untilOffline(rig.tab);
    },
  },
  {
    id: 'K10',
    title: 'an open page goes on looking for newer versions when the clock has jumped back',
    level: 'must',
    engines: 'CFW',
    prelude: () => ({ page: ownClock }),
    async run(rig) {
      await installAndReturn(rig);
      await rig.tab.ask(() => {
        Date.now = () => 0;
      });
      await rig.deploy('second');
      await advance(rig.tab, 11 * 60);
      await untilOffered(rig.tab);
    },
  },
  {
    id: 'K18',
    title:
      'what is thrown away while a page stays open is no longer called stored, and comes back with a network',
    level: 'should',
    engines: 'CFW',
    prelude: () => ({ page: ownClock }),
    async run(rig) {
      await installAndReturn(rig);
      await forget(rig.tab, '/zh/terms/');
      await rig.site.stop();
      await advance(rig.tab, 11 * 60);
      await untilOffline(rig.tab, 'unavailable');
      await rig.site.start();
      await advance(rig.tab, 11 * 60);
      await untilOffline(rig.tab);
    },
  },
  {
    id: 'K11',
    title: 'a tab whose version another tab has replaced says so, and what it still asks for is there',
    level: 'must',
    engines: 'CF',
    reloads: 1,
    async run(rig) {
      // Or the browser's own cache would have the files still.
      rig.site.when(/^\/assets\//, hdr({ 'Cache-Control': 'no-store' }));
      // What is released is the newer one here: the worker that takes over keeps the files of the version before it.
      await rig.deploy('third');
      await installAndReturn(rig);
      const other = await rig.driver.newTab?.();
      assert.ok(other);
      await other.goto(rig.site.url + enArticle);
      await untilOffline(other);
      await rig.deploy('first');
      await lookForUpdate(rig.tab);
      await untilOffered(other);
      await accept(rig, 'first');
      await other.waitFor('the one line', () => document.querySelectorAll('[data-replaced]').length === 1);
      assert.equal(await versionShown(other), 'third');
      await pressShare(other);
      await other.waitFor('what a late script shows', () => document.querySelector('[data-copy-link]'));
      assert.deepEqual(await other.troubles(), []);
      await other.follow('[data-replaced]');
      assert.equal(await versionShown(other), 'first');
      await other.close();
      await rig.goto(zhArticle);
      const released = new Set(manifestOf(await rig.build('third')).map(({ url }) => url));
      await rig.tab.waitFor(
        'the files of the earlier version to be gone',
        async (count) => {
          const caught = await Promise.all(
            (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
          );
          return caught.flat().length === count;
        },
        released.size,
      );
    },
  },
  {
    id: 'K13',
    title: 'what changes on a page goes on changing while a translator replaces its texts by elements',
    level: 'must',
    engines: 'CFW',
    prelude: () => ({ page: translator }),
    async run(rig) {
      for (const way of ['replaced', 'before', 'after', 'wrapped'])
        for (const time of ['before the page is taken over', 'once', 'on and on'])
          await rig.variant(`${way}, ${time}`, async () => {
            await rig.goto('robots.txt');
            await rig.tab.ask(
              ([way, goesOn]) => {
                sessionStorage.setItem('translator', way as string);
                sessionStorage.setItem('goesOn', goesOn as string);
              },
              [time === 'once' ? '' : way, time === 'on and on' ? 'yes' : ''],
            );
            await rig.goto(zhArticle);
            await untilHydrated(rig.tab);
            if (time === 'once')
              await rig.tab.ask(
                (way) => (window as unknown as { __translate(way: string): void }).__translate(way),
                way,
              );
            await everythingChanges(rig.tab);
          });
    },
  },
  {
    id: 'K14',
    title: 'the worker obeys exact messages of its own pages, and a page hears its own worker only',
    level: 'must',
    engines: 'CFW',
    base: '/some/reader/',
    async run(rig) {
      rig.site.when('/old/', foreignPage);
      rig.site.when('/old/worker.js', foreignWorker);
      await rig.goto('/old/');
      await rig.tab.ask(async () => {
        const { installing } = await navigator.serviceWorker.register('/old/worker.js');
        await new Promise((resolve) =>
          installing?.addEventListener('statechange', () => installing.state === 'activated' && resolve(0)),
        );
      });
      await installAndReturn(rig);
      await rig.deploy('second');
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
      const before = (await storedIn(rig.tab)).length;
      const isUntouched = async (who: string) => {
        // The answers come after whatever was told before; the next page gives a worker the moment to take over.
        for (const which of ['waiting', 'active'] as const) await askAudit(rig.tab, which);
        await rig.goto('zh/terms/');
        await untilOffline(rig.tab);
        assert.equal((await workerStates(rig.tab)).waiting, 'installed', `${who}: it waits no more`);
        assert.equal((await storedIn(rig.tab)).length, before, `${who}: files are gone`);
      };
      for (const message of wrongMessages) {
        await tell(rig.tab, [message]);
        await isUntouched(`a page of ours, ${JSON.stringify(message)}`);
      }
      const outside = await rig.driver.newTab?.();
      if (outside) {
        await outside.goto(new URL('/old/', rig.site.url).href);
        await tell(outside, [{ type: 'SKIP_WAITING' }, ...wrongMessages]);
        await isUntouched('a page outside our scope');
        await outside.close();
      }
      await rig.tab.ask(async () => {
        const foreign = (await navigator.serviceWorker.getRegistration('/old/'))?.active;
        const heard = new Promise((resolve) =>
          navigator.serviceWorker.addEventListener('message', resolve, { once: true }),
        );
        foreign?.postMessage('speak');
        await heard;
      });
      await twoFrames(rig.tab);
      await rig.goto('en/about/');
      await untilOffline(rig.tab);
      assert.ok(
        !(await rig.tab.ask(() => document.body.textContent?.includes('FOREIGN'))),
        'it was believed',
      );
    },
  },
  {
    id: 'K16',
    title: 'each load asks for the worker’s script, however long pages may be kept',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      rig.site.when(/\/$|sw\.js$/, hdr({ 'Cache-Control': 'public, max-age=31536000' }));
      await installAndReturn(rig);
      for (const address of ['zh/terms/', zhArticle]) {
        rig.site.clear();
        await rig.goto(address);
        await untilOffline(rig.tab);
        await until(async () => rig.site.paths().includes('/sw.js'), { what: 'the question for the worker' });
      }
      await rig.deploy('second');
      await rig.goto('en/terms/');
      await untilOffered(rig.tab);
    },
  },
];

/** Code in a script that was not released. */
const addition = (code: string) => `${code};window.altered = true;`;

const isChunk = /\/assets\/(?!entry-|reset-|style-)[^/]*\.js$/;

/** What may come wrong once, each the first time that it is asked for. */
const spoiledFiles: readonly (readonly [what: string, where: RegExp, fault: Fault])[] = [
  ['the first script, altered', /\/assets\/entry-/, mutate(addition)],
  ['the first script, cut', /\/assets\/entry-/, cut(0.5, 'close')],
  ['all other scripts, altered', isChunk, mutate(addition)],
  ['all other scripts, cut', isChunk, cut(0.5, 'close')],
  [
    'the words, altered',
    new RegExp(`/assets/(site|${article})-`),
    mutate((words) => words.replaceAll('案', '件件')),
  ],
  ['the styles, altered', /\/assets\/style-/, mutate((styles) => `${styles} body { display: none }`)],
];

/** Matches each path at its first request only. */
function onceEach(where: RegExp): (request: IncomingMessage) => boolean {
  const met = new Set<string>();
  return ({ url = '' }) => {
    const isFirst = where.test(url) && !met.has(url);
    met.add(url);
    return isFirst;
  };
}

/** Nothing ran that was not released, and nothing took the text away. */
async function isWhole(tab: FaultTab, isStyled = false): Promise<void> {
  const shown = await tab.ask(() => ({
    altered: 'altered' in window,
    height: document.querySelector('h1')?.getBoundingClientRect().height ?? 0,
    text: document.body.textContent ?? '',
    sheets: [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
      ({ sheet }) => !sheet,
    ),
  }));
  assert.equal(shown.altered, false, 'altered code ran');
  assert.ok(shown.height > 0, 'the text is gone');
  assert.ok(!shown.text.includes('件件'), 'altered words are shown');
  if (isStyled) assert.deepEqual(shown.sheets, [false], 'the styles are not there');
}

const untilUnreached = (tab: FaultTab): Promise<void> =>
  tab.waitFor('the line that says so', () =>
    [...document.querySelectorAll<HTMLElement>('[data-unreached]')].some(({ offsetHeight }) => offsetHeight),
  );

/** Alters scripts each time: the page says so, the text stays, and the next visit after that has everything. */
async function saysSoUntilCalm(rig: Rig, altered: RegExp): Promise<void> {
  rig.site.when(altered, mutate(addition));
  await rig.goto(zhArticle);
  await untilUnreached(rig.tab);
  await isWhole(rig.tab);
  rig.site.calm();
  await rig.goto(zhArticle);
  await untilOffline(rig.tab);
}

async function switchTo(tab: FaultTab, language: 'zh' | 'en'): Promise<void> {
  await tab.ask(
    (language) => document.querySelector<HTMLElement>(`[data-switch=${language}]`)?.click(),
    language,
  );
  await tab.waitFor(
    'the other language',
    (language) => document.documentElement.lang.startsWith(language),
    language,
  );
}

/** The place, a control and the language change what is shown. */
async function everythingChanges(tab: FaultTab): Promise<void> {
  const textOf = (selector: string) =>
    tab.ask((selector) => document.querySelector(selector)?.textContent?.replace(/[«»]/g, ''), selector);
  const shows = async (selector: string, pattern: RegExp) => {
    await until(async () => pattern.test((await textOf(selector)) ?? ''), {
      what: `${pattern} in ${selector}`,
    });
  };
  const place = '[data-live=place]';
  const save = '#crime > [data-tools] [data-save]';
  const heading = '#crime h3';
  for (const position of [5, 3]) {
    await tab.ask((position) => {
      document.querySelectorAll('[data-card]')[position - 1]?.scrollIntoView({ behavior: 'instant' });
    }, position);
    await shows(place, new RegExp(`^${position} / 14$`));
  }
  await tab.ask((save) => document.querySelector<HTMLElement>(save)?.click(), save);
  await shows(save, /^已收藏/);
  await shows(heading, /^5 打击犯罪/);
  await switchTo(tab, 'en');
  await shows(heading, /^5 Crime/);
  await shows(save, /^Saved/);
  await shows(place, /^\d+ \/ 14$/);
  await switchTo(tab, 'zh');
  await shows(heading, /^5 打击犯罪/);
}

const html = { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' } } as const;

async function accept(rig: Rig, version: 'first' | 'second' | 'third'): Promise<void> {
  await untilOffered(rig.tab);
  await rig.tab.follow('[data-update]');
  await untilOffline(rig.tab);
  assert.equal(await versionShown(rig.tab), version);
}

/** Paths in the cache that readers of all base paths once shared. */
const sharedEntries = (tab: FaultTab): Promise<string[]> =>
  tab.ask(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('yaolan-'));
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });

/** The worker tidies up after it has told the page that all is stored. */
async function untilShared(tab: FaultTab, paths: readonly string[]): Promise<void> {
  await until(async () => isDeepStrictEqual(await sharedEntries(tab), paths), {
    what: `the shared name to hold ${paths.join(' and ') || 'nothing'}`,
  });
}

/** Takes what begins with a path out of all caches. */
const forget = (tab: FaultTab, path: string): Promise<void> =>
  tab.ask(async (path) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if (new URL(request.url).pathname.startsWith(path)) await cache.delete(request);
    }
  }, path);

/** Sends messages to the worker in force and to the one that waits. */
const tell = (tab: FaultTab, messages: readonly object[]): Promise<void> =>
  tab.ask(async (messages) => {
    const registration = await navigator.serviceWorker.getRegistration('/some/reader/');
    for (const message of messages)
      for (const worker of [registration?.active, registration?.waiting]) worker?.postMessage(message);
  }, messages);

const askAudit = (tab: FaultTab, which: 'active' | 'waiting'): Promise<void> =>
  tab.ask(async (which) => {
    const worker = (await navigator.serviceWorker.getRegistration())?.[which];
    if (!worker) throw new Error(`there is no ${which} worker to ask`);
    const { port1, port2 } = new MessageChannel();
    const answered = new Promise((resolve) => {
      port1.onmessage = resolve;
    });
    worker.postMessage({ type: 'AUDIT' }, [port2]);
    await answered;
  }, which);
