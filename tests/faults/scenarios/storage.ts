import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses, isMarked, markWindow, untilLanguage } from '../../journeys/support';
import { freshFolder } from '../../support/run-folder';
import { deafPersist, deniedStorage, nullLocalStorage, shiftedClock } from '../preludes';
import type { Rig, Scenario } from '../scenario';
import {
  enArticle,
  install,
  installAndReturn,
  reads,
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
    id: 'D11',
    title: 'an origin whose every byte was evicted starts cleanly at the next visit',
    level: 'must',
    engines: 'CFW',
    // What was kept is what the fault took away.
    except: ['kept'],
    launch: (engine) => (engine === 'firefox' ? { profile: freshFolder('evicted') } : {}),
    async run(rig) {
      await installAndReturn(rig);
      await evict(rig);
      rig.site.clear();
      await rig.goto(enArticle);
      await untilOffline(rig.tab);
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
    title: 'a browser that never answers whether it will keep the data delays nothing',
    level: 'should',
    engines: 'CFW',
    prelude: () => ({ page: deafPersist }),
    async run(rig) {
      await install(rig);
      await reads(rig, enArticle);
      assert.equal(await rig.tab.ask(() => (window as unknown as { asked: number }).asked), 0);
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
];

/** As a browser does that needs the room: all of the origin at once. WebKit has no hand for it but the page's own. */
async function evict(rig: Rig): Promise<void> {
  const { origin } = new URL(rig.site.url);
  const cdp = await rig.driver.cdp?.();
  if (cdp) {
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
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    localStorage.clear();
  });
}
