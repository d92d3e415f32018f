import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { untilKept } from '../../journeys/kept';
import {
  choose,
  isMarked,
  markWindow,
  pathOf,
  readTo,
  topOf,
  twoFrames,
  untilLanguage,
} from '../../journeys/support';
import { noteTakeovers, takeovers } from '../../journeys/updating';
import { until } from '../../support/until';
import { manifestOf, scriptWith, withPrelude } from '../builds';
import { cut, type Fault, from, hdr, mix, mutate, redirect, status } from '../faultd';
import { advance, ownClock } from '../preludes';
import type { Rig, Scenario } from '../scenario';
import {
  enArticle,
  installAndReturn,
  lookForUpdate,
  offers,
  openNote,
  pressShare,
  saveCard,
  untilHydrated,
  untilInstallEnds,
  untilNote,
  untilOffered,
  untilOffline,
  versionShown,
  workerStates,
  zhArticle,
} from '../steps';

const html: Fault = () => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: Buffer.from('<!doctype html><title>?</title>'),
});

/** A worker's script may come back in all these shapes. */
const brokenScripts: Readonly<Record<string, Fault>> = {
  'status 404': status(404),
  'status 410': status(410),
  'status 500': status(500),
  'a page instead': html,
  'a redirect': redirect('/'),
  'cut at half, with its length': cut(0.5, 'content-length'),
  'cut at half, chunked': cut(0.5, 'chunked'),
  'cut at half, until the connection ends': cut(0.5, 'close'),
  'a syntax error': mutate((script) => `${script}\n)(`),
  'an error at its start': mutate((script) => `throw new Error('broken');\n${script}`),
  'as plain text': hdr({ 'Content-Type': 'text/plain' }),
};

export const updateScenarios: readonly Scenario[] = [
  {
    id: 'U01',
    title: 'a new version offers itself in one line and touches nothing; the old one stays whole',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      await markWindow(rig.tab);
      await noteTakeovers(rig.tab);
      await rig.deploy('second');
      assert.equal(await lookForUpdate(rig.tab), 'found');
      await untilOffered(rig.tab);
      assert.equal(await offers(rig.tab), 1);
      assert.ok(await isMarked(rig.tab), 'the page was loaded again');
      assert.equal(await takeovers(rig.tab), 0);
      for (const network of ['online', 'offline']) {
        if (network === 'offline') await rig.site.stop();
        await openNote(rig.tab);
        await untilNote(rig.tab);
        await rig.tab.click('[data-switch]');
        await untilLanguage(rig.tab, 'en');
        for (const address of ['zh/terms/', 'en/about/', zhArticle]) {
          await rig.goto(address);
          assert.equal(await versionShown(rig.tab), 'first', `${network}, /${address}`);
          await untilOffline(rig.tab);
        }
        // The reader has chosen another language meanwhile.
        await rig.remember();
      }
    },
  },
  {
    id: 'U08',
    title: 'a broken worker script changes nothing and says nothing',
    level: 'must',
    engines: 'CFW',
    smoke: 'CW',
    async run(rig) {
      await installAndReturn(rig);
      await markWindow(rig.tab);
      for (const [what, fault] of Object.entries(brokenScripts)) {
        rig.site.calm();
        rig.site.when('/sw.js', fault);
        const found = await lookForUpdate(rig.tab);
        await untilInstallEnds(rig.tab);
        assert.notEqual(found, 'unchanged', what);
        assert.deepEqual(
          await workerStates(rig.tab),
          { installing: 'none', waiting: 'none', active: 'activated' },
          what,
        );
        assert.equal(await offers(rig.tab), 0, what);
        assert.ok(await isMarked(rig.tab), what);
        await rig.check();
      }
      await rig.site.stop();
      await rig.goto('en/terms/');
      await untilOffline(rig.tab);
    },
  },
  {
    id: 'U02',
    title: 'accepting loads once, to the same card of the same language',
    level: 'must',
    engines: 'CFW',
    reloads: 1,
    async run(rig) {
      await installAndReturn(rig);
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'en');
      // In both languages the page grows once its scripts are there, so that the browser alone would miss the card.
      await choose(rig.tab, '[data-all]');
      await untilKept(rig.tab, 'both=on');
      await saveCard(rig.tab);
      await rig.remember();
      await readTo(rig.tab, 'business', 100);
      await rig.deploy('second');
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
      await readTo(rig.tab, 'business', 100);
      await rig.tab.click('[data-update]');
      await rig.tab.waitFor('the new version', isSecond);
      await untilOffline(rig.tab);
      await twoFrames(rig.tab);
      assert.equal(await pathOf(rig.tab), `/${enArticle}`);
      const top = await topOf(rig.tab, 'business');
      assert.ok(Math.abs(top - 100) < 24, `the card stands at ${top} and not at 100`);
      assert.equal(await offers(rig.tab), 0);
      await rig.site.stop();
      await rig.goto('zh/about/');
      assert.equal(await versionShown(rig.tab), 'second');
    },
  },
  {
    id: 'U03',
    title: 'an offer that is put off does not come again; the next start has the new version',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      await rig.deploy('second');
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
      for (const address of ['zh/terms/', 'en/about/', enArticle]) {
        await rig.goto(address);
        await untilOffline(rig.tab);
        await untilOffered(rig.tab);
        assert.equal(await versionShown(rig.tab), 'first', address);
        assert.equal(await offers(rig.tab), 1, address);
      }
      await rig.tab.click('[data-later]');
      await rig.tab.waitFor('the offer to go', () => !document.querySelector('[data-update]'));
      for (const address of ['zh/terms/', 'en/about/', enArticle]) {
        await rig.goto(address);
        await untilOffline(rig.tab);
        // Asked once more, so that whatever offers a waiting version has heard of this one.
        assert.equal((await workerStates(rig.tab)).waiting, 'installed');
        await lookForUpdate(rig.tab);
        await twoFrames(rig.tab);
        assert.equal(await versionShown(rig.tab), 'first', address);
        assert.equal(await offers(rig.tab), 0, address);
      }
      await rig.driver.restart();
      // In WebKit's session the tab has only left the site; the worker that waited takes over after that.
      await until(
        async () => {
          await rig.goto(zhArticle);
          return (await versionShown(rig.tab)) === 'second';
        },
        { what: 'the new version at the next start' },
      );
      await untilOffline(rig.tab);
      assert.equal(await offers(rig.tab), 0);
    },
  },
  {
    id: 'U05',
    title: 'a part that a deployment took away leads on to the new version, without a worker too',
    level: 'must',
    engines: 'CFW',
    reloads: 1,
    async run(rig) {
      await rig.variant('a tool of a card', async () => {
        rig.site.when('/sw.js', status(404));
        await rig.goto(enArticle);
        await untilOffline(rig.tab, 'unavailable');
        await rig.deploy('third');
        await pressShare(rig.tab);
        await rig.tab.waitFor('the sentence that the page is of an earlier version', () =>
          /earlier version/.test(document.querySelector('#crime [data-panel]')?.textContent ?? ''),
        );
        await rig.tab.waitFor('the way on', () => document.querySelector('[data-replaced]'));
        await rig.tab.follow('[data-replaced]');
        await untilHydrated(rig.tab);
        assert.equal(await versionShown(rig.tab), 'third');
      });
      await rig.variant('the script of the page', async () => {
        rig.site.when('/sw.js', status(404));
        // The deployment comes between the page and its script.
        const older = await rig.build('first');
        await rig.deploy('third');
        rig.site.when(`/${zhArticle}`, from(older), { times: 1 });
        rig.site.builds.push(older);
        await rig.goto(zhArticle);
        await rig.check();
        await rig.tab.follow('[data-switch]');
        assert.equal(await versionShown(rig.tab), 'third');
        assert.equal(await pathOf(rig.tab), `/${enArticle}`);
      });
    },
  },
  {
    id: 'U06',
    title: 'a part that cannot come for want of a network leaves the page as it is and says so',
    level: 'must',
    engines: 'CFW',
    smoke: 'CW',
    async run(rig) {
      const root = await rig.build('first');
      const staysPut = async (act: () => Promise<void>) => {
        await markWindow(rig.tab);
        await rig.site.stop();
        await act();
        // What the page asked for was asked for before this, so it has failed when this has.
        await rig.tab.ask(() => fetch('/none').catch(() => undefined)).catch(() => undefined);
        await twoFrames(rig.tab);
        assert.ok(await isMarked(rig.tab), 'the page was left');
      };
      rig.site.when('/sw.js', status(404));
      await rig.goto(enArticle);
      await untilOffline(rig.tab, 'unavailable');
      await untilHydrated(rig.tab);
      await staysPut(() =>
        rig.tab.ask(() => document.querySelector<HTMLElement>('#crime [data-tool=share]')?.click()),
      );
      await rig.tab.waitFor('the sentence that it could not be fetched', () =>
        /could not be fetched. Try again/.test(
          document.querySelector('#crime [data-panel]')?.textContent ?? '',
        ),
      );
      assert.equal(await pathOf(rig.tab), `/${enArticle}`);
      // The words of both languages are there.
      await rig.tab.click('[data-switch]');
      await rig.tab.waitFor('the other language', () => document.documentElement.lang === 'zh-Hans');
      await rig.site.start();
      await rig.variant('the app itself', async () => {
        rig.site.when('/sw.js', status(404));
        rig.site.when(scriptWith(root, 'languageChanged'), status(503));
        await rig.goto(enArticle);
        await staysPut(() => rig.tab.click('[data-switch]'));
        assert.equal(await pathOf(rig.tab), `/${enArticle}`);
        await rig.tab.waitFor(
          'the line of the page itself that says so',
          () => (document.querySelector('[data-stay]')?.getBoundingClientRect().height ?? 0) > 0,
        );
        await rig.site.start();
      });
      await rig.variant('what the search looks through', async () => {
        rig.site.when('/sw.js', status(404));
        rig.site.when(scriptWith(root, '隨'), status(503));
        await rig.goto('en/search/');
        await rig.tab.waitFor('the sentence that it could not be fetched', () =>
          /could not be fetched/.test(document.querySelector('[data-said=seen]')?.textContent ?? ''),
        );
      });
    },
  },
  {
    id: 'U07',
    title: 'a version that can never be installed disturbs nobody, and the one after it mends it',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      await rig.deploy('second');
      rig.site.when('/en/terms/', status(404));
      for (const time of ['first', 'second']) {
        await lookForUpdate(rig.tab);
        await untilInstallEnds(rig.tab);
        assert.equal(await offers(rig.tab), 0, time);
        for (const address of ['zh/terms/', 'en/terms/', zhArticle]) {
          await rig.goto(address);
          assert.equal(await versionShown(rig.tab), 'first', address);
          await untilOffline(rig.tab);
        }
        await rig.check();
      }
      // Who looks for the cause finds it on the about page.
      await rig.goto('en/about/');
      await rig.tab.waitFor('the file that is missing', () =>
        /en\/terms\/$/.test(document.querySelector('[data-failure]')?.textContent ?? ''),
      );
      await rig.goto(zhArticle);
      // In this order, or the second version could be stored after all by a check of the browser's own.
      await rig.deploy('third');
      rig.site.calm();
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
      await accept(rig, 'third');
      await rig.goto('en/about/');
      await untilOffline(rig.tab);
      assert.equal(await rig.tab.ask(() => document.querySelector('[data-failure]')), null);
      await rig.site.stop();
      await rig.goto('en/terms/');
      assert.equal(await versionShown(rig.tab), 'third');
    },
    reloads: 1,
  },
  {
    id: 'U10',
    title: 'a release taken back and made again leads each reader there and back',
    level: 'must',
    engines: 'CFW',
    reloads: 3,
    async run(rig) {
      await installAndReturn(rig);
      await saveCard(rig.tab);
      await rig.remember();
      for (const version of ['second', 'first', 'second'] as const) {
        await rig.deploy(version);
        await lookForUpdate(rig.tab);
        await untilOffered(rig.tab);
        const before = await rig.tab.ask(() => performance.timeOrigin);
        await rig.tab.click('[data-update]');
        await rig.tab.waitFor('the other version', (before) => performance.timeOrigin > before + 1, before);
        await untilOffline(rig.tab);
        assert.equal(await versionShown(rig.tab), version);
        await rig.check();
      }
      await rig.site.stop();
      await rig.goto('en/terms/');
      await untilOffline(rig.tab);
      assert.equal(await versionShown(rig.tab), 'second');
    },
  },
  {
    id: 'U12',
    title: 'nothing takes a page over without a click, in any tab',
    level: 'must',
    engines: 'NCFW',
    smoke: 'C',
    async run(rig) {
      const worker = readFileSync(join(await rig.build('first'), 'sw.js'), 'utf8');
      assert.ok(!/clients\.claim|clientsClaim/.test(worker), 'the worker claims pages');
      const skips = [...worker.matchAll(/skipWaiting/g)].length;
      assert.equal(skips, 1, 'the worker stops waiting in more places than one');
      assert.ok(/SKIP_WAITING[^;]{0,40}skipWaiting/.test(worker), 'the worker stops waiting unasked');
      await installAndReturn(rig);
      const others = rig.driver.newTab ? [await rig.driver.newTab()] : [];
      for (const other of others) {
        await other.goto(rig.site.url + enArticle);
        await untilOffline(other);
      }
      const tabs = [rig.tab, ...others];
      for (const tab of tabs) {
        await markWindow(tab);
        await noteTakeovers(tab);
      }
      await rig.deploy('second');
      await lookForUpdate(rig.tab);
      for (const tab of tabs) {
        await untilOffered(tab);
        assert.equal(await takeovers(tab), 0);
        assert.ok(await isMarked(tab));
      }
      assert.equal((await workerStates(rig.tab)).waiting, 'installed');
      for (const other of others) await other.close();
    },
  },
  {
    id: 'U14',
    title: 'while two versions are served at random the reader has one or the other, whole',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      const third = await rig.build('third');
      for (let round = 1; round <= 5; round++) {
        await rig.variant(`round ${round}`, async () => {
          await installAndReturn(rig);
          rig.site.builds.push(third);
          const calm = rig.site.when(/./, mix(third, 0.5, rig.random));
          await lookForUpdate(rig.tab);
          await untilInstallEnds(rig.tab);
          for (const address of ['zh/terms/', 'en/about/', zhArticle]) {
            await rig.goto(address);
            await untilHydrated(rig.tab);
            await rig.check();
          }
          calm();
          await rig.deploy('third');
          // A look of the page's own that began before may still be installing files of both versions, in vain.
          await until(
            async () => {
              await lookForUpdate(rig.tab);
              await untilInstallEnds(rig.tab);
              return (await offers(rig.tab)) > 0;
            },
            { what: 'the offer of the new version' },
          );
          await rig.check();
        });
      }
    },
  },
  {
    id: 'U16',
    title: 'a version found long after the page was opened is offered too',
    level: 'should',
    engines: 'CFW',
    prelude: () => ({ page: ownClock }),
    reloads: 2,
    async run(rig) {
      await installAndReturn(rig);
      await advance(rig.tab, 120);
      await rig.deploy('second');
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
      // And one that waited already when the page was opened.
      await rig.goto('en/terms/');
      await untilOffered(rig.tab);
      assert.equal(await offers(rig.tab), 1);
      await accept(rig, 'second');
      await advance(rig.tab, 120);
      await rig.deploy('third');
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
      await accept(rig, 'third');
    },
  },
  {
    id: 'U17',
    title:
      'a newer version is looked for when the reader comes back and every hour, at least ten minutes apart',
    level: 'should',
    engines: 'CFW',
    prelude: () => ({ page: ownClock }),
    async run(rig) {
      await installAndReturn(rig);
      // The page's own; browsers look besides when they see fit.
      await rig.tab.ask(() => {
        const counted = window as unknown as { checks: number };
        counted.checks = 0;
        const { update } = ServiceWorkerRegistration.prototype;
        ServiceWorkerRegistration.prototype.update = function () {
          counted.checks++;
          return update.call(this);
        };
      });
      const checks = () => rig.tab.ask(() => (window as unknown as { checks: number }).checks);
      await advance(rig.tab, 9 * 60);
      assert.equal(await checks(), 0, 'within ten minutes');
      const asked = rig.site.asked('/sw.js');
      await advance(rig.tab, 2 * 60);
      await asked;
      const first = await checks();
      assert.equal(first, 1, 'in the eleventh minute');
      await advance(rig.tab, 3 * 60 * 60);
      const more = (await checks()) - first;
      assert.ok(more >= 3 && more <= 18, `${more} times in three hours`);
    },
  },
  {
    id: 'U18',
    title: 'an answer of “not there” that the browser keeps does not outlive the next check',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      const older = (await rig.build('first')) && manifestOf(await rig.build('first')).map(({ url }) => url);
      await rig.deploy('third');
      const added = manifestOf(await rig.build('third')).find(
        ({ url }) => url.startsWith('assets/') && !older.includes(url),
      );
      assert.ok(added);
      rig.site.when(`/${added.url}`, status(404, { 'Cache-Control': 'max-age=60' }));
      await lookForUpdate(rig.tab);
      await untilInstallEnds(rig.tab);
      assert.equal(await offers(rig.tab), 0);
      rig.site.calm();
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
    },
  },
  {
    id: 'U19',
    title:
      'an offer ignored through many releases keeps to two editions on the device and one line on the page',
    level: 'should',
    engines: 'CF',
    async run(rig) {
      await installAndReturn(rig);
      const root = await rig.build('first');
      let newest = root;
      for (let release = 1; release <= 12; release++) {
        newest = withPrelude(root, { page: `// release ${release}` });
        await rig.site.swap(newest);
        await rig.tab.ask(() => {
          const noted = window as unknown as { replaced: Promise<unknown> };
          noted.replaced = navigator.serviceWorker.ready.then(
            (registration) =>
              new Promise((resolve) =>
                registration.addEventListener('updatefound', () => {
                  const found = registration.installing;
                  found?.addEventListener('statechange', () => found.state === 'installed' && resolve(0));
                }),
              ),
          );
        });
        await lookForUpdate(rig.tab);
        await rig.tab.ask(() =>
          (window as unknown as { replaced: Promise<unknown> }).replaced.then(() => undefined),
        );
      }
      await untilOffered(rig.tab);
      assert.equal(await offers(rig.tab), 1);
      await rig.tab.waitFor(
        'the versions in between to be gone',
        async (most) => {
          const names = await caches.keys();
          const sizes = await Promise.all(
            names.map(async (name) => (await (await caches.open(name)).keys()).length),
          );
          return sizes.reduce((sum, size) => sum + size, 0) <= most;
        },
        // Those of the version in force and of the newest; what both have is there once.
        new Set([...manifestOf(root), ...manifestOf(newest)].map(({ url, revision }) => `${url} ${revision}`))
          .size,
      );
    },
  },
  {
    id: 'U21',
    title: 'a release whose worker takes over by itself strands nobody, nor does the way back from it',
    level: 'should',
    engines: 'CFW',
    reloads: 1,
    async run(rig) {
      await installAndReturn(rig);
      await markWindow(rig.tab);
      await rig.deploy('auto', 'first');
      const taken = rig.tab.ask(
        () =>
          new Promise<void>((resolve) =>
            navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true }),
          ),
      );
      await lookForUpdate(rig.tab);
      await taken;
      assert.ok(await isMarked(rig.tab), 'the page was loaded again');
      // What the page fetches from now on comes from the other version, or from the hashed files that stay.
      await openNote(rig.tab);
      await untilNote(rig.tab);
      await rig.check();
      await rig.goto('en/terms/');
      await untilOffline(rig.tab);
      assert.equal(await versionShown(rig.tab), 'auto');
      await rig.deploy('third', 'auto');
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
      assert.equal(await versionShown(rig.tab), 'auto');
      await accept(rig, 'third');
      await rig.site.stop();
      await rig.goto(zhArticle);
      await untilOffline(rig.tab);
      assert.equal(await versionShown(rig.tab), 'third');
    },
  },
  {
    id: 'U20',
    title: 'a version that comes while the reader types a search leaves the words and what they have found',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      await rig.goto('zh/search/');
      await untilOffline(rig.tab);
      await rig.tab.type('input[type=search]', '发案');
      const isFound = () => document.querySelectorAll('main ol a').length > 0;
      await rig.tab.waitFor('what was looked for', isFound);
      await markWindow(rig.tab);
      await rig.deploy('second');
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
      await rig.tab.type('input[type=search]', '率');
      await rig.tab.waitFor('the words', () =>
        document.querySelector<HTMLInputElement>('input[type=search]')?.value.includes('发案率'),
      );
      await rig.tab.waitFor('the address', () => location.search.includes(encodeURIComponent('发案率')));
      assert.ok(await isMarked(rig.tab));
    },
  },
];

const isSecond = () =>
  document.querySelector('link[rel=canonical]')?.getAttribute('href')?.startsWith('https://next.');

/** Takes the offer up and waits until the page is of that version. */
async function accept(rig: Rig, version: 'second' | 'third'): Promise<void> {
  await rig.tab.click('[data-update]');
  await until(async () => (await versionShown(rig.tab)) === version, { what: `the ${version} version` });
  await untilOffline(rig.tab);
}
