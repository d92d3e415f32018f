import { copyFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schema } from '../../src/core/records';
import { freshFolder } from '../support/run-folder';
import { servedSite } from '../support/served';
import { buildSite } from '../support/site';
import { plant, recordsOf } from './kept';
import { article, type Tab, tabEngines, untilHydrated, untilOffline } from './support';

const dist = await buildSite();
const site = await servedSite();
const address = `${site.url}zh/${article}/`;

/** The site as it is, with another script in place of its worker. */
function withWorker(put: (file: string) => void): string {
  const folder = freshFolder('site');
  cpSync(dist, folder, { recursive: true });
  put(join(folder, 'sw.js'));
  return folder;
}

const released = (name: 'kill-sw.js' | 'rescue-sw.js') =>
  withWorker((file) => copyFileSync(join(`${dist}-deploy/way-out`, name), file));

/** A worker that takes every page for itself at once and shows none of them. */
const broken = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    if (event.request.mode !== 'navigate') return;
    event.respondWith(new Response('<title>broken</title>', { headers: { 'content-type': 'text/html' } }));
  });
`;

/** What the reader has made; the pages of these tests are not scrolled, so it stays as it is. */
const made = {
  schema,
  language: 'en',
  times: { language: 1_700_000_000_000 },
  [`place:${article}`]: { card: 'digital', offset: 90, at: 1_700_000_000_000 },
};

const workers = (tab: Tab) => tab.ask(async () => (await navigator.serviceWorker.getRegistrations()).length);

const cacheNames = (tab: Tab) => tab.ask(async () => (await caches.keys()).sort());

const untilGone = (tab: Tab) => expect.poll(async () => [await workers(tab), await cacheNames(tab)]);

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  beforeEach(async () => {
    await site.start();
    await site.swap(dist);
    tab = await open();
    await tab.goto(`${site.url}robots.txt`);
    await plant(tab, { version: 1, stores: { settings: made } });
    await tab.ask(() => localStorage.setItem('yaolan:language', 'en'));
    // Not the reader's, so nobody may take it away.
    await tab.ask(async () => void (await caches.open('other-app')));
    await tab.goto(address);
    await untilOffline(tab);
  });

  afterEach(() => tab.close());

  const expectDataKept = async () => {
    expect(await recordsOf(tab)).toEqual(made);
    expect(await tab.ask(() => localStorage.getItem('yaolan:language'))).toBe('en');
  };

  it('the kill switch takes the worker out at the next visit, and a release brings it back', async () => {
    await site.swap(released('kill-sw.js'));
    await tab.goto(`${site.url}en/about/`);
    await untilGone(tab).toEqual([0, ['other-app']]);
    expect(await tab.ask(() => document.querySelector('h1')?.textContent)).toBe('About Yaolan');
    await expectDataKept();
    await site.swap(dist);
    await tab.goto(`${site.url}en/about/`);
    await untilOffline(tab);
    await site.stop();
    await tab.goto(`${site.url}en/terms/`);
    expect(await tab.ask(() => document.documentElement.lang)).toBe('en');
    await expectDataKept();
  });

  it('a worker that shows no page is replaced by the rescue in one visit', async () => {
    await site.swap(withWorker((file) => writeFileSync(file, broken)));
    // It takes the page over before the next visit: a visit that begins while it does may wait for a worker that ends.
    await tab.ask(async () => {
      const workers = navigator.serviceWorker;
      const taken = new Promise((resolve) =>
        workers.addEventListener('controllerchange', resolve, { once: true }),
      );
      await (await workers.ready).update();
      await taken;
    });
    await tab.goto(address);
    expect(await tab.ask(() => document.title)).toBe('broken');
    await site.swap(released('rescue-sw.js'));
    await tab.goto(address);
    await tab.waitFor('the article', () => document.querySelector('[data-card]'));
    await untilHydrated(tab);
    await untilOffline(tab, 'unavailable');
    await untilGone(tab).toEqual([0, ['other-app']]);
    await expectDataKept();
    await site.swap(dist);
    await tab.goto(`${site.url}en/about/`);
    await untilOffline(tab);
  });

  it('the reset page takes away what is stored and keeps what the reader made', async () => {
    await tab.goto(`${site.url}reset/`);
    expect(await cacheNames(tab)).toHaveLength(2);
    await tab.click('[lang=en] [data-reset]');
    await tab.waitFor('the page to say what it did', () =>
      [...document.querySelectorAll<HTMLElement>('[data-done]')].every(
        ({ offsetHeight }) => offsetHeight > 0,
      ),
    );
    expect(await tab.ask(() => document.querySelector<HTMLElement>('[data-failed]')?.offsetHeight)).toBe(0);
    await untilGone(tab).toEqual([0, ['other-app']]);
    await expectDataKept();
    await tab.goto(address);
    await untilOffline(tab);
  });

  it('without a network, where nothing could be stored anew, it leads home', async () => {
    await site.stop();
    await tab.goto(`${site.url}reset/`);
    await tab.waitFor('the home page', () => /\/(zh|en)\/$/.test(location.pathname));
    await site.start();
    expect(await cacheNames(tab)).toHaveLength(2);
  });
});

describe.each(tabEngines)('in $name, where the reset page runs no script', ({ open }) => {
  it('it shows no dead control and says what to do instead', async () => {
    site.interpose((request, response) => {
      if (!request.url?.includes('/assets/')) return false;
      response.writeHead(404).end();
      return true;
    });
    const tab = await open();
    await site.start();
    await tab.goto(`${site.url}reset/`);
    const seen = await tab.ask(() => ({
      buttons: [...document.querySelectorAll('button')].filter(({ offsetHeight }) => offsetHeight > 0).length,
      headings: [...document.querySelectorAll('h1 span')].map(({ textContent }) => textContent),
      links: [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    }));
    await tab.close();
    site.interpose(undefined);
    expect(seen).toEqual({ buttons: 0, headings: ['重置要览', 'Reset Yaolan'], links: ['/zh/', '/en/'] });
  });
});
