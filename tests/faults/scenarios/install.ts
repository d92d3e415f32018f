import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { addresses, article, langOf, ownAddresses, statusOf, titleIn } from '../../journeys/support';
import { crawlBuild, fileOf, manifestOf, scriptWith } from '../builds';
import { cut, type Fault, framings, hang, hdr, portal, portalText, redirect, reset, status } from '../faultd';
import { recordsOf, storedIn } from '../oracles';
import type { Rig, Scenario } from '../scenario';
import {
  faultAtInstall,
  install,
  installAndReturn,
  lookForUpdate,
  reads,
  saveCard,
  saveOrBeTold,
  untilHydrated,
  untilOffered,
  untilOffline,
  workerStates,
  zhArticle,
} from '../steps';
import { withFullDisk } from '../tiny';

/** Nothing is called saved, and the next visit, with the fault gone, repairs it. */
async function failsAndRecovers(rig: Rig): Promise<void> {
  await rig.goto(zhArticle);
  await untilOffline(rig.tab, 'unavailable');
  assert.match(await statusOf(rig.tab), /^未能存到本机，联网时可照常阅读/);
  assert.equal((await workerStates(rig.tab)).active, 'none');
  await rig.check();
  rig.site.calm();
  await rig.goto(zhArticle);
  await untilOffline(rig.tab);
}

/** The way out needs a network in any case. */
const notStored = /^\/(?:reset\/|assets\/reset-[\w-]+\.js)$/;

export const installScenarios: readonly Scenario[] = [
  {
    id: 'I01',
    title: 'one file that the server refuses discards the installation whole; the next visit repairs it',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      const root = await rig.build('first');
      const paths = manifestOf(root).map(({ url }) => new URL(url, rig.site.url).pathname);
      // What the page has fetched itself stands in the browser's own cache, and is not asked for again.
      const files = paths.filter((path) => !path.startsWith('/assets/'));
      const [first = '', middle = '', last = ''] = [0, Math.floor(files.length / 2), -1].map((at) =>
        files.at(at),
      );
      const refuses = (path: string, code: number) =>
        rig.variant(`${code} for ${path}`, async () => {
          faultAtInstall(rig, path, status(code));
          await failsAndRecovers(rig);
        });
      for (const code of [404, 403, 500, 503]) await refuses(first, code);
      for (const path of [middle, last, scriptWith(root, 'data-copy-link')]) await refuses(path, 404);
    },
  },
  {
    id: 'I02',
    title: 'a file cut short is never stored, however its length was announced',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      const root = await rig.build('first');
      const entries = manifestOf(root).map(({ url }) => `/${url}`);
      const pick = (pattern: RegExp) => entries.find((url) => pattern.test(url)) ?? '';
      const kinds = {
        HTML: pick(/^\/zh\/terms\/$/),
        // One that the page itself has not fetched, or the browser's cache would have it whole.
        JS: scriptWith(root, 'data-copy-link'),
        JSON: pick(/^\/data\/.*4\.json$/),
      };
      for (const [kind, path] of Object.entries(kinds)) {
        assert.ok(path, `no ${kind} to cut`);
        for (const framing of framings) {
          for (const at of [1, 0.5, -1]) {
            await rig.variant(`${kind}, ${framing}, cut at ${at}`, async () => {
              faultAtInstall(rig, path, cut(at, framing));
              await failsAndRecovers(rig);
            });
          }
        }
      }
    },
  },
  {
    id: 'I09',
    title: 'after one visit every page of both languages opens in a new process without a network',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await install(rig);
      await rig.driver.restart();
      rig.site.when(/./, reset);
      rig.site.clear();
      const root = await rig.build('first');
      for (const address of [...addresses, ...ownAddresses]) {
        await reads(rig, address);
        const shown = await rig.tab.ask(() => [document.documentElement.lang, document.title]);
        assert.deepEqual(shown, [langOf(address), titleIn(root, address)]);
        await untilOffline(rig.tab);
      }
      assert.deepEqual(
        rig.site.paths().filter((path) => path !== '/sw.js'),
        [],
        'requests that reached the network',
      );
    },
  },
  {
    id: 'I03',
    title: 'a captive portal is never stored and never shown as an article',
    level: 'must',
    engines: 'CFW',
    smoke: 'C',
    async run(rig) {
      await rig.variant('at the first installation, the worker script too', async () => {
        faultAtInstall(rig, /./, portal);
        rig.site.when('/sw.js', portal);
        await failsAndRecovers(rig);
      });
      await rig.variant('at the first installation, after the worker script', async () => {
        faultAtInstall(rig, /^(?!\/sw\.js)/, portal);
        await failsAndRecovers(rig);
      });
      await rig.variant('while the page is still fetching its parts', async () => {
        rig.site.when(/\.(json|js)$/, portal);
        await rig.goto(zhArticle);
        await rig.check();
        rig.site.calm();
        await install(rig);
      });
      await rig.variant('when a newer version is looked for', async () => {
        await installAndReturn(rig);
        rig.site.when(/./, portal);
        assert.equal(await lookForUpdate(rig.tab), 'refused');
        for (const address of addresses) {
          await reads(rig, address);
          const title = await rig.tab.ask(() => document.title);
          assert.notEqual(title, portalText, address);
          await untilOffline(rig.tab);
        }
      });
      await rig.variant('when a stored page is to be repaired', async () => {
        await installAndReturn(rig);
        await dropStored(rig, '/zh/terms/');
        rig.site.when(/./, portal);
        await rig.goto(zhArticle);
        await untilOffline(rig.tab, 'unavailable');
        await rig.check();
        rig.site.calm();
        await rig.goto(zhArticle);
        await untilOffline(rig.tab);
      });
    },
  },
  {
    id: 'I05',
    title: 'a browser killed while it installs goes on where it was',
    level: 'must',
    engines: 'CF',
    async run(rig) {
      const entries = manifestOf(await rig.build('first'));
      const late = entries.filter(({ url }) => url.endsWith('/')).at(-1)?.url ?? '';
      faultAtInstall(rig, `/${late}`, hang);
      const hung = rig.site.asked(`/${late}`);
      await rig.goto(zhArticle);
      await hung;
      // Some files come at the same time: those beside the one that hangs go on coming.
      await rig.tab.waitFor(
        'most files to be stored',
        async (most) => {
          const caught = await Promise.all(
            (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
          );
          return caught.flat().length >= most;
        },
        Math.ceil(entries.length * 0.6),
      );
      const before = (await storedIn(rig.tab)).map(({ url }) => `/${url}`);
      await rig.driver.killAndRestart?.();
      rig.site.calm();
      rig.site.clear();
      await install(rig);
      const again = before
        // The page in the window and what it names are fetched for themselves.
        .filter((path) => /(\/|404\.html|data\/[\w-]+\.json)$/.test(path) && !path.endsWith(`/${article}/`))
        .filter((path) => rig.site.paths().includes(path));
      assert.deepEqual(again, [], 'files that had been stored before the kill and were fetched again');
      assert.ok(rig.site.paths().includes(`/${late}`));
    },
  },
  {
    id: 'I07',
    title: 'where there is too little room, reading online goes on and no half edition is left behind',
    level: 'must',
    engines: 'CFW',
    smoke: 'CW',
    prelude: () => ({ worker: putFailsAfter(5, 'QuotaExceededError') }),
    async run(rig) {
      await rig.goto(zhArticle);
      await untilOffline(rig.tab, 'unavailable');
      assert.match(await statusOf(rig.tab), /^未能存到本机：空间不足/);
      await untilNothingIsStored(rig);
      await reads(rig, 'en/terms/');
      // Another page tries again; what that is in the midst of is no outcome.
      await untilOffline(rig.tab, 'unavailable');
      await untilNothingIsStored(rig);
    },
  },
  {
    id: 'I07b',
    title: 'where the browser itself grants too little room, reading online goes on',
    level: 'must',
    engines: 'C',
    async run(rig) {
      await (await rig.driver.cdp?.())?.send('Storage.overrideQuotaForOrigin', {
        origin: new URL(rig.site.url).origin,
        quotaSize: 150_000,
      });
      await rig.goto(zhArticle);
      await untilOffline(rig.tab, 'unavailable');
      assert.match(await statusOf(rig.tab), /^未能存到本机：空间不足/);
      await untilNothingIsStored(rig);
      await reads(rig, 'en/terms/');
      // Another page tries again; what that is in the midst of is no outcome.
      await untilOffline(rig.tab, 'unavailable');
      await untilNothingIsStored(rig);
    },
  },
  {
    id: 'I08',
    title: 'a full disk costs the stored edition and nothing else',
    level: 'must',
    engines: 'CF',
    launch: () => ({ profile: withFullDisk.mount() }),
    after: withFullDisk.unmount,
    async run(rig) {
      // The browser's own files come first; then nothing more fits.
      await rig.goto('zh/404.html');
      await withFullDisk.fill();
      await rig.goto(zhArticle);
      await untilHydrated(rig.tab);
      await untilOffline(rig.tab, 'unavailable');
      // A card may find room in what is begun of a block; then it is kept, and else that is said.
      const isKept = await saveOrBeTold(rig.tab);
      await reads(rig, 'en/terms/');
      await withFullDisk.free();
      await install(rig);
      const records = Object.keys(await recordsOf(rig.tab));
      if (isKept)
        assert.ok(
          records.some((key) => key.includes('saved:')),
          'the card was called saved',
        );
    },
  },
  {
    id: 'I10',
    title: 'the worker’s list is whole: everything a page names is in it once, with the hash of the file',
    level: 'must',
    engines: 'N',
    smoke: 'N',
    async run(rig) {
      const { missing, doubled, wrong, named } = crawlBuild(await rig.build('first'));
      assert.ok(named > 30, `only ${named} addresses were found in the build`);
      const unexplained = missing.filter((path) => !notStored.test(path));
      assert.deepEqual({ unexplained, doubled, wrong }, { unexplained: [], doubled: [], wrong: [] });
    },
  },
  {
    id: 'I11',
    title: 'an unknown address gets the not-found page of its language, online and offline',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      const root = await rig.build('first');
      const asked = {
        'en/nope': 'en/404.html',
        'zh/nope/': 'zh/404.html',
        [`en/${article}/x.html`]: 'en/404.html',
      };
      const look = async (when: string) => {
        for (const [address, page] of Object.entries(asked)) {
          await rig.goto(address);
          const shown = await rig.tab.ask(() => {
            const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
            return { title: document.title, path: location.pathname, status: entry?.responseStatus ?? 404 };
          });
          assert.deepEqual(shown, { title: titleIn(root, page), path: `/${address}`, status: 404 }, when);
          await rig.check();
        }
      };
      await look('without a worker');
      await install(rig);
      await look('online');
      await rig.site.stop();
      await look('offline');
    },
  },
  {
    id: 'I12',
    title: 'a missing slash and index.html lead to the page they mean, online and offline',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      const root = await rig.build('first');
      const written = {
        en: 'en/',
        'en/': 'en/',
        'en/index.html': 'en/',
        [`zh/${article}`]: zhArticle,
        [`zh/${article}/index.html`]: zhArticle,
        [`en/${article}/measures`]: `en/${article}/measures/`,
      };
      const look = async (when: string) => {
        for (const [address, page] of Object.entries(written)) {
          await reads(rig, address);
          assert.equal(await rig.tab.ask(() => document.title), titleIn(root, page), `${when}: /${address}`);
        }
      };
      // Without a worker the server itself answers; it knows index.html only by its folder's name.
      await install(rig);
      await look('online');
      await rig.site.stop();
      await look('offline');
    },
  },
  {
    id: 'I15',
    title: 'what is lost or falsified in the caches is there again, and right, after one visit',
    level: 'must',
    engines: 'CFW',
    smoke: 'CW',
    async run(rig) {
      await rig.variant('all gone', async () => {
        await installAndReturn(rig);
        await saveCard(rig.tab);
        await rig.remember();
        const gone = await rig.tab.ask(async () => {
          const names = await caches.keys();
          await Promise.all(names.map((name) => caches.delete(name)));
          return names.length;
        });
        assert.equal(gone, 1);
        await reads(rig, 'en/terms/');
        await untilOffline(rig.tab);
        await rig.check();
        await rig.site.stop();
        await reads(rig, zhArticle);
      });
      await rig.variant('one with the words of others', async () => {
        await installAndReturn(rig);
        await falsifyStored(rig, '/zh/terms/');
        await rig.goto(zhArticle);
        await untilOffline(rig.tab);
      });
    },
  },
  {
    id: 'I16',
    smoke: 'C',
    title: 'no file is called what blockers look for, and a blocked worker costs only the stored edition',
    level: 'should',
    engines: 'NCFW',
    async run(rig) {
      const names = manifestOf(await rig.build('first')).map(({ url }) => url);
      // The words of public filter lists that stand alone in addresses.
      const listed =
        /(^|[/._-])(ads?|advert\w*|banner|share|social|track\w*|analytics|beacon|pixel|popup|sponsor\w*|counter)([/._-]|$)/i;
      assert.deepEqual(
        names.filter((name) => listed.test(name)),
        [],
      );
      rig.site.when('/sw.js', reset);
      await failsAndRecovers(rig);
    },
  },
  {
    id: 'I17',
    title: 'headers and answers that a cache may not keep fail cleanly or do no harm',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      const faults: Record<string, Fault> = {
        'Vary: *': hdr({ Vary: '*' }),
        'Vary: Accept, Cookie': hdr({ Vary: 'Accept, Cookie' }),
        'Set-Cookie': hdr({ 'Set-Cookie': 'a=b' }),
        'a part only': (answer) => ({ ...answer, status: 206 }),
        'another origin': redirect('http://localhost:9/'),
      };
      for (const [what, fault] of Object.entries(faults)) {
        await rig.variant(what, async () => {
          faultAtInstall(rig, /terms|data\/.*\.json$/, fault);
          await rig.goto(zhArticle);
          await rig.tab.waitFor('an answer', () =>
            ['saved', 'unavailable'].includes(document.documentElement.dataset.offline ?? ''),
          );
          await rig.check();
          const isSaved = await rig.tab.ask(() => document.documentElement.dataset.offline === 'saved');
          if (!isSaved) {
            rig.site.calm();
            await install(rig);
          }
          await rig.site.stop();
          for (const address of ['en/terms/', 'zh/terms/', zhArticle]) await reads(rig, address);
        });
      }
    },
  },
  {
    id: 'I18',
    title: 'a file that a reader could not use as it is announced is not stored',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      const faults: Record<string, readonly [RegExp, Fault]> = {
        'a codec that it has not': [/^\/zh\/terms\/$/, hdr({ 'Content-Encoding': 'br' })],
        'another alphabet': [/^\/zh\/terms\/$/, hdr({ 'Content-Type': 'text/html; charset=iso-8859-1' })],
        'a page as plain text': [/^\/zh\/terms\/$/, hdr({ 'Content-Type': 'text/plain' })],
        'a script as plain text': [/\/assets\/(?!entry-)[^/]*\.js$/, hdr({ 'Content-Type': 'text/plain' })],
      };
      for (const [what, [where, fault]] of Object.entries(faults)) {
        await rig.variant(what, async () => {
          faultAtInstall(rig, where, fault);
          await failsAndRecovers(rig);
          await rig.site.stop();
          await reads(rig, 'zh/terms/');
          assert.match(await rig.tab.ask(() => document.characterSet), /utf-8/i);
        });
      }
    },
  },
  {
    id: 'I19',
    title: 'what others keep on the same origin stays, and another worker gives way at the next start',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      const foreign: Fault = () => ({
        status: 200,
        headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
        body: Buffer.from('onfetch = () => {};'),
      });
      rig.site.when('/old-worker.js', foreign);
      rig.site.when('/zh/other/worker.js', foreign);
      // A page that registers others must not be one that has Trusted Types.
      rig.site.when('/old/', () => ({
        status: 200,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: Buffer.from('<!doctype html><title>old</title>'),
      }));
      await rig.goto('old/');
      await rig.tab.ask(async () => {
        const active = async (script: string, scope: string) => {
          const registration = await navigator.serviceWorker.register(script, { scope });
          const worker = registration.installing;
          if (worker && worker.state !== 'activated')
            await new Promise((resolve) =>
              worker.addEventListener('statechange', () => worker.state === 'activated' && resolve(0)),
            );
        };
        await active('/old-worker.js', '/');
        await active('/zh/other/worker.js', '/zh/other/');
        await (await caches.open('others')).put('/thing', new Response('theirs'));
        await (await caches.open(`workbox-precache-v2-${location.origin}/`)).put(
          '/thing',
          new Response('theirs'),
        );
      });
      await rig.goto(zhArticle);
      await rig.tab.waitFor('our worker to be stored', async () => {
        const registration = await navigator.serviceWorker.getRegistration('/');
        return [registration?.waiting, registration?.active].some((worker) =>
          worker?.scriptURL.endsWith('/sw.js'),
        );
      });
      await rig.driver.restart();
      await rig.goto(zhArticle);
      await rig.tab.waitFor('our worker to be in force', async () => {
        const registration = await navigator.serviceWorker.getRegistration('/');
        return registration?.active?.scriptURL.endsWith('/sw.js');
      });
      await rig.goto(zhArticle);
      await untilOffline(rig.tab);
      const left = await rig.tab.ask(async () => ({
        caches: (await caches.keys()).filter((name) => !name.startsWith('yaolan')).sort(),
        scopes: (await navigator.serviceWorker.getRegistrations())
          .map(({ scope }) => new URL(scope).pathname)
          .sort(),
      }));
      assert.equal(left.caches.length, 2);
      assert.deepEqual(left.scopes, ['/', '/zh/other/']);
    },
  },
  {
    id: 'I20',
    title:
      'under a path of its own the site installs, repairs, updates and reads without a network all the same',
    level: 'should',
    engines: 'CFW',
    base: '/some/reader/',
    reloads: 1,
    async run(rig) {
      await rig.variant('a refused file', async () => {
        rig.site.when('/some/reader/en/terms/', status(503));
        await rig.goto(zhArticle);
        await untilOffline(rig.tab, 'unavailable');
        await rig.check();
        rig.site.calm();
        await rig.goto(zhArticle);
        await untilOffline(rig.tab);
        await dropStored(rig, '/some/reader/zh/terms/');
        await rig.goto(zhArticle);
        await untilOffline(rig.tab);
      });
      await rig.variant('reading without a network', async () => {
        await installAndReturn(rig);
        await saveCard(rig.tab);
        await rig.remember();
        await rig.driver.restart();
        await rig.site.stop();
        const root = await rig.build('first');
        for (const address of [...addresses, ...ownAddresses]) {
          await reads(rig, address);
          await untilOffline(rig.tab);
          assert.equal(await rig.tab.ask(() => document.title), titleIn(root, address));
        }
        for (const unknown of ['en/nope', 'zh/nope/']) {
          await rig.goto(unknown);
          assert.equal(
            await rig.tab.ask(() => document.title),
            titleIn(root, `${unknown.slice(0, 2)}/404.html`),
          );
        }
      });
      await rig.variant('a new version', async () => {
        await installAndReturn(rig);
        await rig.deploy('second');
        await lookForUpdate(rig.tab);
        await untilOffered(rig.tab);
        await rig.tab.click('[data-update]');
        await rig.tab.waitFor('the new version', () =>
          document.querySelector('link[rel=canonical]')?.getAttribute('href')?.startsWith('https://next.'),
        );
        await untilOffline(rig.tab);
        await rig.site.stop();
        await rig.goto('en/terms/');
        await untilOffline(rig.tab);
      });
    },
  },
  {
    id: 'I21',
    title: 'the edition is at most 60 requests and 600 kB on the wire',
    level: 'should',
    engines: 'N',
    async run(rig) {
      const root = await rig.build('first');
      const entries = manifestOf(root);
      const bytes = entries.map(
        ({ url }) => brotliCompressSync(readFileSync(join(root, fileOf(url)))).length,
      );
      const sum = bytes.reduce((sum, size) => sum + size, 0);
      assert.ok(entries.length <= 60, `${entries.length} requests`);
      assert.ok(sum <= 600_000, `${sum} bytes`);
    },
  },
];

const untilNothingIsStored = (rig: Rig): Promise<void> =>
  rig.tab.waitFor('the half edition to be gone', async () => {
    const names = await caches.keys();
    const counts = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).length),
    );
    return counts.every((count) => count === 0);
  });

/** Puts foreign words in the place of a stored page. */
async function falsifyStored(rig: Rig, path: string): Promise<void> {
  const falsified = await rig.tab.ask(async (path) => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (new URL(request.url).pathname !== path) continue;
        const headers = { 'content-type': 'text/html' };
        await cache.put(request, new Response('<title>Please sign in</title>', { headers }));
        count++;
      }
    }
    return count;
  }, path);
  assert.equal(falsified, 1, `${path} was not stored`);
}

/** Takes one page out of what is stored. */
async function dropStored(rig: Rig, path: string): Promise<void> {
  const dropped = await rig.tab.ask(async (path) => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (new URL(request.url).pathname === path && (await cache.delete(request))) count++;
      }
    }
    return count;
  }, path);
  assert.equal(dropped, 1, `${path} was not stored`);
}

/** For engines whose quota cannot be set: the worker's own writes fail as they do on a full disk. */
const putFailsAfter = (count: number, name: string): string => `
  {
    const { put } = Cache.prototype;
    let left = ${count};
    Cache.prototype.put = function (...given) {
      if (left-- > 0) return put.apply(this, given);
      return Promise.reject(new DOMException('no room', '${name}'));
    };
  }
`;
