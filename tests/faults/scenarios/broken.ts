import assert from 'node:assert/strict';
import { addresses, langOf } from '../../journeys/support';
import { type Fault, hdr, mutate, reset, status } from '../faultd';
import { noServiceWorker, refusedServiceWorker } from '../preludes';
import type { Rig, Scenario } from '../scenario';
import { enArticle, install, reads, untilOffline, zhArticle } from '../steps';

/** Reads on in both languages, with no word of being offline and without asking in a loop. */
async function readsOnline(rig: Rig): Promise<void> {
  for (const address of [zhArticle, enArticle, 'zh/terms/']) {
    await reads(rig, address);
    await untilOffline(rig.tab, 'unavailable');
    await rig.check();
  }
  const workers = rig.site.paths().filter((path) => path === '/sw.js').length;
  assert.ok(workers <= 3, `the worker was asked for ${workers} times`);
}

export const brokenScenarios: readonly Scenario[] = [
  {
    id: 'B01',
    title: 'without service workers everything is read online, and nothing is promised',
    level: 'must',
    engines: 'CFW',
    smoke: 'CW',
    launch: (engine) => (engine === 'firefox' ? { prefs: { 'dom.serviceWorkers.enabled': false } } : {}),
    prelude: (engine) => (engine === 'firefox' ? {} : { page: noServiceWorker }),
    run: readsOnline,
  },
  {
    id: 'B02',
    title: 'a service worker that is refused is as none',
    level: 'must',
    engines: 'CFW',
    prelude: () => ({ page: refusedServiceWorker }),
    run: readsOnline,
  },
  {
    id: 'B03',
    title: 'with scripts off every page is complete, its links work, and no control is dead',
    level: 'must',
    engines: 'CFW',
    // The policy that forbids scripts says so.
    except: ['quiet'],
    async run(rig) {
      rig.site.when(/(\/|\.html)$/, hdr({ 'Content-Security-Policy': "script-src 'none'" }));
      for (const address of addresses) {
        await reads(rig, address);
        await rig.check();
        const { isLive, dead } = await rig.tab.ask(() => ({
          isLive: 'hydrated' in document.documentElement.dataset,
          dead: [...document.querySelectorAll('button, input, select, [role=button]')].map(
            ({ outerHTML }) => outerHTML,
          ),
        }));
        assert.ok(!isLive, 'the script ran after all');
        assert.deepEqual(dead, [], address);
        await rig.tab.follow('[data-switch]');
        assert.notEqual(await rig.tab.ask(() => document.documentElement.lang), langOf(address));
      }
    },
  },
  {
    id: 'B04',
    title: 'whatever becomes of a script, the page is there, and links do what scripts would',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      const faults: Record<string, Fault> = {
        'status 404': status(404),
        'a broken connection': reset,
        'another hash': mutate((script) => `${script}\n;`),
        'a syntax error': mutate((script) => `${script}\n)(`),
      };
      for (const script of ['entry', 'app', 'article']) {
        for (const [what, fault] of Object.entries(faults)) {
          // Its hash holds the first script; of the others only what is not there or no script can fail.
          if (script !== 'entry' && what === 'another hash') continue;
          await rig.variant(`${script}: ${what}`, async () => {
            rig.site.when(new RegExp(`/assets/${script}-`), fault);
            await reads(rig, zhArticle);
            await rig.check();
            await rig.tab.follow('[data-switch]');
            assert.equal(await rig.tab.ask(() => location.pathname), `/${enArticle}`);
            await rig.check();
            rig.site.calm();
            // What was altered was altered for a year, by its name; the next release has other names.
            if (/hash|syntax/.test(what)) await rig.deploy('third');
            await install(rig, 'zh/about/');
          });
        }
      }
    },
  },
];
