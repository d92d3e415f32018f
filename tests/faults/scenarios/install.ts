import assert from 'node:assert/strict';
import { addresses, langOf, statusOf, titleIn } from '../../journeys/support';
import { manifestOf } from '../builds';
import { cut, framings, reset, status } from '../faultd';
import type { Scenario } from '../scenario';
import { faultAtInstall, install, timeToText, untilOffline, workerStates, zhArticle } from '../steps';

/** Nothing is called saved, and the next visit, with the fault gone, repairs it. */
async function failsAndRecovers(rig: Parameters<Scenario['run']>[0]): Promise<void> {
  await rig.goto(zhArticle);
  await untilOffline(rig.tab, 'unavailable');
  assert.match(await statusOf(rig.tab), /未能离线保存/);
  assert.equal((await workerStates(rig.tab)).active, undefined);
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
    smoke: true,
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
    smoke: true,
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
];
