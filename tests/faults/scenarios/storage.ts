import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses, untilLanguage } from '../../journeys/support';
import { freshFolder } from '../../support/run-folder';
import { deniedStorage, nullLocalStorage } from '../preludes';
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
function profileWithoutCookies(): string {
  const profile = freshFolder('no-cookies');
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
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
