import assert from 'node:assert/strict';
import { isMarked, markWindow, untilLanguage } from '../../journeys/support';
import { cut, type Fault, hdr, mutate, redirect, status } from '../faultd';
import type { Scenario } from '../scenario';
import {
  installAndReturn,
  lookForUpdate,
  noteTakeovers,
  offers,
  openNote,
  takeovers,
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
    smoke: true,
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
    smoke: true,
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
          { installing: undefined, waiting: undefined, active: 'activated' },
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
];
