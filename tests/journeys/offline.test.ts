import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenBrowser } from '../support/browsers';
import { freshFolder } from '../support/run-folder';
import { servedSite } from '../support/served';
import { buildSite } from '../support/site';
import {
  addresses,
  article,
  engines,
  langOf,
  languageOf,
  ofOneReport,
  statusOf,
  type Tab,
  tabOver,
  titleIn,
  untilHydrated,
  untilOffline,
  webKit,
} from './support';

/** Other ways of writing an address, and the page that each of them means. */
const variants: readonly (readonly [written: string, page: string])[] = [
  ['zh', 'zh/'],
  ['en/index.html', 'en/'],
  [`zh/${article}`, `zh/${article}/`],
  [`en/${article}/measures`, `en/${article}/measures/`],
  [`zh/${article}/?from=singlemessage&isappinstalled=0&utm_x=1&fbclid=1`, `zh/${article}/`],
  [`en/${article}?from=singlemessage&utm_x=1`, `en/${article}/`],
  ['zh/about/index.html?utm_source=x', 'zh/about/'],
];

/** Addresses of nothing, and the not-found page of their language. */
const unknown: readonly (readonly [address: string, page: string])[] = [
  ['en/nope', 'en/404.html'],
  ['zh/nope/', 'zh/404.html'],
  [`zh/${article}/nope/deeper/?from=singlemessage`, 'zh/404.html'],
  [`en/${article}/measures/nope.html`, 'en/404.html'],
  // In no language: the page of the first, since that of both is not stored.
  ['nope/nope', 'zh/404.html'],
];

const savedWords = {
  zh: /可离线阅读：中英文全部内容，[\d,]+ kB/,
  en: /^Available offline: everything, both languages, [\d,]+ kB/,
};

const dist = await buildSite();
const site = await servedSite();

describe.each(engines)('in $name', ({ open }) => {
  beforeAll(() => site.start());

  let browser: OpenBrowser;
  let tab: Tab;
  const use = (opened: OpenBrowser) => {
    browser = opened;
    tab = tabOver(opened.page, opened.close);
  };

  describe('after one visit, in a new process without a network', () => {
    beforeAll(async () => {
      const profile = freshFolder('offline');
      const first = await open({ profile });
      const firstTab = tabOver(first.page, first.close);
      await firstTab.goto(`${site.url}zh/${article}/`);
      await untilOffline(firstTab);
      await first.close();
      await site.stop();
      use(await open({ profile }));
    });

    afterAll(async () => {
      await browser.close();
      await site.start();
    });

    it.each(addresses)('%s opens', async (address) => {
      await tab.goto(site.url + address);
      expect(await facts(tab)).toMatchObject({
        lang: langOf(address),
        title: titleIn(dist, address),
        status: 200,
        path: `/${address}`,
      });
      await untilOffline(tab);
      const line = await statusOf(tab);
      if (line) expect(line).toMatch(savedWords[languageOf(address)]);
    });

    it('the root leads on to the language last used', async () => {
      await tab.goto(`${site.url}en/`);
      await untilHydrated(tab);
      await browser.page.click('[data-switch=zh]');
      await browser.page.goto(`${site.url}?source=pwa`);
      await browser.page.waitForURL(`${site.url}zh/?source=pwa`);
      expect(await facts(tab)).toMatchObject({ lang: 'zh-Hans', title: titleIn(dist, 'zh/') });
    });

    it.each(variants)('%s opens the page it means', async (written, page) => {
      await tab.goto(site.url + written);
      expect(await facts(tab)).toMatchObject({ title: titleIn(dist, page), status: 200 });
    });

    it.each(unknown)('%s gets the not-found page of its language', async (address, page) => {
      await tab.goto(site.url + address);
      expect(await facts(tab)).toMatchObject({
        title: titleIn(dist, page),
        status: 404,
        path: `/${address.replace(/\?.*/, '')}`,
      });
    });

    it('the open figures are there too', async () => {
      await tab.goto(`${site.url}zh/${article}/measures/`);
      const count = await tab.ask(async (article) => {
        const answer = await fetch(`${location.origin}/data/${article}.json`);
        return ((await answer.json()) as { measures: unknown[] }).measures.length;
      }, article);
      expect(count).toBe(33);
    });
  });

  describe('with a network and everything saved', () => {
    beforeAll(async () => {
      use(await open());
      await tab.goto(`${site.url}zh/`);
      await untilOffline(tab);
      await tab.goto(`${site.url}en/`);
      await untilOffline(tab);
    });

    afterAll(() => browser.close());

    it('reading each kind of page asks the server for nothing but a newer worker', async () => {
      site.clear();
      for (const address of addresses.filter((each) => ofOneReport(each) && languageOf(each) === 'en')) {
        await tab.goto(site.url + address);
        await untilOffline(tab);
      }
      expect(site.requests.map(({ url }) => url).filter((url) => url !== '/sw.js')).toEqual([]);
    });

    it.each(unknown)('%s gets the not-found page of the server', async (address, page) => {
      await tab.goto(site.url + address);
      // The server has one of both languages.
      const served = /^(zh|en)\//.test(address) ? page : '404.html';
      expect(await facts(tab)).toMatchObject({ title: titleIn(dist, served), status: 404 });
    });

    it('a page that is newer than what is stored is not called available offline', async () => {
      site.interpose((request) => {
        if (request.url === '/zh/newer/') request.url = '/zh/terms/';
        return false;
      });
      await tab.goto(`${site.url}zh/newer/`);
      await untilOffline(tab, 'unavailable');
      site.interpose(undefined);
      await tab.goto(`${site.url}zh/terms/`);
      await untilOffline(tab);
    });
  });

  it('what is thrown away while a page stays open is no longer called available', async () => {
    const opened = await open();
    const tab = tabOver(opened.page, opened.close);
    for (const address of ['zh/', 'en/']) {
      await tab.goto(site.url + address);
      await untilOffline(tab);
    }
    await tab.ask(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.unregister();
      // As when the reader comes back from the tab in which everything was deleted.
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await untilOffline(tab, 'unavailable');
    await tab.close();
  });

  it('a network that accepts and never answers is named after a minute, and what is asked for next is tried again', async () => {
    const { page, close } = await open();
    const tab = tabOver(page, close);
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    site.interpose(({ url }) => {
      if (!url?.startsWith('/assets/site-')) return false;
      asked();
      return true;
    });
    await page.clock.install();
    await tab.goto(`${site.url}zh/saved/`);
    await isAsked;
    await page.clock.fastForward('01:01');
    const main = () => document.querySelector('main')?.innerText ?? '';
    await tab.waitFor('the page to say so', () =>
      document.querySelector('main')?.innerText.includes('没有取到'),
    );
    site.interpose(undefined);
    await tab.ask(() => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })));
    await untilHydrated(tab);
    expect(await tab.ask(main)).toContain('还没有收藏');
    await tab.close();
  });
});

describe.each(webKit)('in $name', ({ open }) => {
  let tab: Tab;

  beforeAll(async () => {
    await site.start();
    tab = await open();
    await tab.goto(`${site.url}zh/${article}/`);
    await untilOffline(tab);
    await site.stop();
  });

  afterAll(async () => {
    await tab.close();
    await site.start();
  });

  it('every page, variant and unknown address opens with the server stopped', async () => {
    const expected = [...addresses.map((address) => [address, address] as const), ...variants, ...unknown];
    for (const [address, page] of expected) {
      await tab.goto(site.url + address);
      const shown = await tab.ask(() => [document.title, document.documentElement.lang]);
      const lang = page.startsWith('404') ? 'zh-Hans' : langOf(page);
      expect(shown, address).toEqual([titleIn(dist, page), lang]);
    }
  });
});

const facts = (tab: Tab) =>
  tab.ask(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    path: location.pathname,
    status: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).responseStatus,
    heading: document.querySelector('h1')?.textContent,
  }));
