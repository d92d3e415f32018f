import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isMarked,
  markWindow,
  pathOf,
  readTo,
  topOf,
  twoFrames,
  untilLanguage,
} from '../../journeys/support';
import { until } from '../../support/until';
import { cut, type Fault, from, hdr, mutate, redirect, status } from '../faultd';
import type { Scenario } from '../scenario';
import {
  enArticle,
  installAndReturn,
  lookForUpdate,
  noteTakeovers,
  offers,
  openNote,
  takeovers,
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
    smoke: 'W',
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
      await rig.remember();
      await rig.site.stop();
      await rig.goto('zh/about/');
      assert.equal(await versionShown(rig.tab), 'second');
    },
  },
  {
    id: 'U03',
    title: 'an offer that is not taken up waits quietly; the next start has the new version',
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
      await rig.variant('the note of a term', async () => {
        rig.site.when('/sw.js', status(404));
        await rig.goto(enArticle);
        await untilOffline(rig.tab, 'unavailable');
        await rig.deploy('third');
        await openNote(rig.tab);
        await rig.tab.waitFor('the page of the terms', () => location.pathname === '/en/terms/');
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
    title: 'a part that cannot come for want of a network leaves the page as it is',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      const staysPut = async (act: () => Promise<void>) => {
        await markWindow(rig.tab);
        await rig.site.stop();
        await act();
        // What the page asked for was asked for before this, so it has failed when this has.
        await rig.tab.ask(() => fetch('/none').catch(() => undefined)).catch(() => undefined);
        await twoFrames(rig.tab);
        assert.ok(await isMarked(rig.tab), 'the page was left');
      };
      await rig.variant('the note of a term', async () => {
        rig.site.when('/sw.js', status(404));
        await rig.goto(enArticle);
        await untilOffline(rig.tab, 'unavailable');
        await staysPut(() => openNote(rig.tab));
        assert.equal(await pathOf(rig.tab), `/${enArticle}`);
      });
      await rig.variant('the words of the other language', async () => {
        rig.site.when(/-en-.*\.json$/, status(503));
        await rig.goto(zhArticle);
        await untilHydrated(rig.tab);
        await staysPut(() => rig.tab.click('[data-switch]'));
        assert.equal(await rig.tab.ask(() => document.documentElement.lang), 'zh-Hans');
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
      rig.site.calm();
      await rig.deploy('third');
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
      await rig.tab.click('[data-update]');
      await rig.tab.waitFor('the third version', () =>
        document.querySelector('link[rel=canonical]')?.getAttribute('href')?.startsWith('https://third.'),
      );
      await untilOffline(rig.tab);
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
    engines: 'CFW',
    smoke: 'C',
    async run(rig) {
      const worker = readFileSync(join(await rig.build('first'), 'sw.js'), 'utf8');
      assert.ok(!/clients\.claim|clientsClaim/.test(worker), 'the worker claims pages');
      const skips = [...worker.matchAll(/skipWaiting/g)].length;
      assert.equal(skips, 1, 'the worker stops waiting in more places than one');
      assert.match(worker, /SKIP_WAITING[^;]{0,20}skipWaiting/);
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
];

const isSecond = () =>
  document.querySelector('link[rel=canonical]')?.getAttribute('href')?.startsWith('https://next.');
