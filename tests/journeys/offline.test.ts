import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenBrowser } from '../support/browsers';
import { freshFolder } from '../support/run-folder';
import { buildSite, serve, type TestSite } from '../support/site';
import {
  addresses,
  article,
  engines,
  langOf,
  languageOf,
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
const unavailableWords = /^未能存到本机，联网时可照常阅读/;

let dist: string;
let site: TestSite;

beforeAll(async () => {
  dist = await buildSite();
  site = await serve(dist);
});

afterAll(() => site.stop());

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

    it('reading every page asks the server for nothing but a newer worker', async () => {
      site.clear();
      for (const address of addresses) {
        await tab.goto(site.url + address);
        await untilOffline(tab);
      }
      expect(site.requests.map(({ url }) => url).filter((url) => url !== '/sw.js')).toEqual([]);
    });

    it.each(variants)('%s opens the page it means', async (written, page) => {
      await tab.goto(site.url + written);
      expect(await facts(tab)).toMatchObject({ title: titleIn(dist, page), status: 200 });
    });

    it.each(unknown)('%s gets the not-found page of its language', async (address, page) => {
      await tab.goto(site.url + address);
      // With a network the server answers, and has a page of both languages.
      const served = /^(zh|en)\//.test(address) ? page : '404.html';
      expect(await facts(tab)).toMatchObject({ title: titleIn(dist, served), status: 404 });
    });

    it('a lost and a falsified file are fetched again at the next visit', async () => {
      await tab.goto(`${site.url}zh/about/`);
      // The page has looked after its cache; the damage comes after that.
      await untilOffline(tab);
      expect(await damage(tab)).toBe(2);
      await site.stop();
      await tab.goto(`${site.url}zh/about/`);
      await untilOffline(tab, 'unavailable');
      expect(await statusOf(tab)).toMatch(unavailableWords);
      await site.start();
      await tab.goto(`${site.url}zh/about/`);
      await untilOffline(tab);
      expect(await statusOf(tab)).toMatch(savedWords.zh);
      await site.stop();
      await tab.goto(`${site.url}en/${article}/measures/`);
      expect(await facts(tab)).toMatchObject({ title: titleIn(dist, `en/${article}/measures/`) });
      await tab.goto(`${site.url}en/terms/`);
      expect(await facts(tab)).toMatchObject({ title: titleIn(dist, 'en/terms/') });
      await site.start();
    });
  });

  describe('when one file does not arrive whole', () => {
    beforeAll(() => site.start());

    afterEach(async () => {
      site.interpose(undefined);
      await browser.close();
    });

    it.each([
      ['is not there', notFound],
      ['is cut short', cut],
      ['is another file', foreign],
    ])('and %s, nothing is called saved, and the next visit repairs it', async (_what, answer) => {
      site.interpose((request, response) => {
        if (!request.url?.includes(`/data/${article}.json`)) return false;
        answer(request, response);
        return true;
      });
      use(await open());
      await browser.context.addInitScript(noteOfflineStates);
      await tab.goto(`${site.url}zh/${article}/`);
      await untilOffline(tab, 'unavailable');
      expect(await statusOf(tab)).toMatch(unavailableWords);
      expect(await browser.page.isVisible('h1')).toBe(true);
      expect(await tab.ask(() => (window as unknown as { states: string[] }).states)).not.toContain('saved');
      site.interpose(undefined);
      await tab.goto(`${site.url}zh/${article}/`);
      await untilOffline(tab);
      expect(await statusOf(tab)).toMatch(savedWords.zh);
    });
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

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const notFound: Answer = (_request, response) => void response.writeHead(404).end();

/** Half of the body that was promised, and then nothing. */
const cut: Answer = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '4000' });
  response.write('x'.repeat(2000), () => response.destroy());
};

/** What a hotel's sign-in page does: it answers for everything. */
const foreign: Answer = (_request, response) =>
  void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Please sign in</h1>');

/** Runs before anything in the page and writes down every value of `data-offline`. */
function noteOfflineStates(): void {
  const states: string[] = [];
  Object.assign(window, { states });
  const note = () => {
    const { offline } = document.documentElement?.dataset ?? {};
    if (offline) states.push(offline);
  };
  new MutationObserver(note).observe(document, {
    attributes: true,
    subtree: true,
    attributeFilter: ['data-offline'],
  });
}

/** Takes one stored page away and puts foreign words in the place of another; says how many it found. */
const damage = (tab: Tab): Promise<number> =>
  tab.ask(async (measures) => {
    let damaged = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const { pathname } = new URL(request.url);
        if (pathname === measures) {
          await cache.delete(request);
          damaged++;
        }
        if (pathname === '/en/terms/') {
          const headers = { 'content-type': 'text/html' };
          await cache.put(request, new Response('<title>Please sign in</title>', { headers }));
          damaged++;
        }
      }
    }
    return damaged;
  }, `/en/${article}/measures/`);
