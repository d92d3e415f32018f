import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenBrowser } from '../support/browsers';
import { servedSite } from '../support/served';
import { buildSite } from '../support/site';
import {
  article,
  engines,
  statusOf,
  type Tab,
  tabOver,
  titleIn,
  untilLanguage,
  untilOffline,
} from './support';

const savedWords = /可离线阅读：中英文全部内容，[\d,]+ kB/;
const unavailableWords = /^未能存到本机，联网时可照常阅读/;

const dist = await buildSite();
const site = await servedSite();

describe.each(engines)('in $name', ({ open }) => {
  beforeEach(() => site.start());

  afterEach(async () => {
    site.interpose(undefined);
    await browser.close();
  });

  let browser: OpenBrowser;
  let tab: Tab;
  const use = (opened: OpenBrowser) => {
    browser = opened;
    tab = tabOver(opened.page, opened.close);
  };

  it('a lost and a falsified file are fetched again at the next visit', async () => {
    use(await open());
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
    expect(await statusOf(tab)).toMatch(savedWords);
    await site.stop();
    await tab.goto(`${site.url}en/${article}/measures/`);
    expect(await titleOf(tab)).toBe(titleIn(dist, `en/${article}/measures/`));
    await tab.goto(`${site.url}en/terms/`);
    expect(await titleOf(tab)).toBe(titleIn(dist, 'en/terms/'));
    await site.start();
  });

  it('stored scripts and words that were altered are mended when the page refuses them', async () => {
    use(await open());
    await tab.goto(`${site.url}zh/about/`);
    await untilOffline(tab);
    expect(await alterScriptsAndWords(tab)).toBeGreaterThan(3);
    await tab.goto(`${site.url}zh/${article}/`);
    await untilOffline(tab);
    await site.stop();
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'en');
  });

  it.each([
    ['is not there', notFound],
    ['is cut short', cut],
    ['is another file', foreign],
  ])('where one file %s, nothing is called saved, and the next visit repairs it', async (_what, answer) => {
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
    expect(await statusOf(tab)).toMatch(savedWords);
  });
});

const titleOf = (tab: Tab) => tab.ask(() => document.title);

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

/** Puts other bytes in the place of every stored script and every file of words; says of how many. */
const alterScriptsAndWords = (tab: Tab): Promise<number> =>
  tab.ask(async () => {
    let altered = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const type = { js: 'text/javascript', json: 'application/json' }[
          /\/assets\/.*\.(js|json)$/.exec(new URL(request.url).pathname)?.[1] ?? ''
        ];
        if (!type) continue;
        await cache.put(request, new Response('/**/', { headers: { 'content-type': type } }));
        altered++;
      }
    }
    return altered;
  });

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
