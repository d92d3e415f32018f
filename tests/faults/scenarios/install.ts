import assert from 'node:assert/strict';
import { addresses, article, langOf, statusOf, titleIn } from '../../journeys/support';
import { crawlBuild, manifestOf } from '../builds';
import { cut, framings, hang, portal, portalText, reset, status } from '../faultd';
import type { Rig, Scenario } from '../scenario';
import {
  faultAtInstall,
  install,
  installAndReturn,
  lookForUpdate,
  reads,
  timeToText,
  untilHydrated,
  untilOffline,
  workerStates,
  zhArticle,
} from '../steps';
import { withFullDisk } from '../tiny';

/** Nothing is called saved, and the next visit, with the fault gone, repairs it. */
async function failsAndRecovers(rig: Rig): Promise<void> {
  await rig.goto(zhArticle);
  await untilOffline(rig.tab, 'unavailable');
  assert.match(await statusOf(rig.tab), /未能离线保存/);
  assert.equal((await workerStates(rig.tab)).active, 'none');
  await rig.check();
  rig.site.calm();
  await rig.goto(zhArticle);
  await untilOffline(rig.tab);
}

export const installScenarios: readonly Scenario[] = [
  {
    id: 'I01',
    title: 'one file that the server refuses discards the installation whole; the next visit repairs it',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      const entries = manifestOf(await rig.build('first'));
      const chosen = [0, Math.floor(entries.length / 2), entries.length - 1];
      const codes = [404, 403, 500, 503];
      for (const [at, k] of chosen.entries()) {
        for (const code of codes) {
          await rig.variant(`${code} for entry ${k + 1} of ${entries.length}`, async () => {
            const { url = '' } = entries[k] ?? {};
            faultAtInstall(rig, new URL(url, rig.site.url).pathname, status(code));
            await failsAndRecovers(rig);
          });
          // Every status at the first entry, then one for each place.
          if (at > 0) break;
        }
      }
    },
  },
  {
    id: 'I02',
    title: 'a file cut short is never stored, however its length was announced',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      const entries = manifestOf(await rig.build('first')).map(({ url }) => `/${url}`);
      const pick = (pattern: RegExp) => entries.find((url) => pattern.test(url)) ?? '';
      const kinds = {
        HTML: pick(/^\/zh\/terms\/$/),
        JS: pick(/notes-.*\.js$/),
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
      for (const address of addresses) {
        const time = await timeToText(rig, address);
        assert.ok(time <= 1_500, `/${address} opened after ${Math.round(time)} ms`);
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
      const pages = entries.filter(({ url }) => url.endsWith('/'));
      const late = pages.at(-1)?.url ?? '';
      faultAtInstall(rig, `/${late}`, hang);
      const hung = rig.site.asked(`/${late}`);
      await rig.goto(zhArticle);
      await hung;
      await rig.driver.killAndRestart?.();
      rig.site.calm();
      rig.site.clear();
      await install(rig);
      const at = entries.findIndex(({ url }) => url === late);
      const again = entries
        .slice(0, at)
        .map(({ url }) => `/${url}`)
        // The page in the window and what it names are fetched for themselves.
        .filter((path) => /(\/|404\.html|csv)$/.test(path) && path !== `/${zhArticle}`)
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
      assert.match(await statusOf(rig.tab), /未能离线保存/);
      await untilNothingIsStored(rig);
      await reads(rig, 'en/terms/');
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
      assert.match(await statusOf(rig.tab), /未能离线保存/);
      await untilNothingIsStored(rig);
      await reads(rig, 'en/terms/');
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
      await reads(rig, 'en/terms/');
      await withFullDisk.free();
      await install(rig);
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
      assert.ok(named > 40, `only ${named} addresses were found in the build`);
      assert.deepEqual({ missing, doubled, wrong }, { missing: [], doubled: [], wrong: [] });
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
    title: 'when all caches are gone and the worker is not, one visit fills them again',
    level: 'must',
    engines: 'CFW',
    smoke: 'CW',
    async run(rig) {
      await installAndReturn(rig);
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
