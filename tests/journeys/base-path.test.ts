import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenBrowser, openChromium } from '../support/browsers';
import { buildSite, serve, type TestSite } from '../support/site';
import {
  addresses,
  article,
  isMarked,
  langOf,
  markWindow,
  type Tab,
  tabOver,
  untilLanguage,
  untilOffline,
} from './support';

const base = '/some/reader/';
const origin = 'https://example.org';

let site: TestSite;
let browser: OpenBrowser;
let tab: Tab;

beforeAll(async () => {
  site = await serve(await buildSite({ base, siteUrl: origin + base }), { base });
  browser = await openChromium();
  tab = tabOver(browser.page, browser.close);
});

afterAll(async () => {
  await browser.close();
  await site.stop();
});

describe('a site under a path of its own', () => {
  it.each(addresses)(
    '%s names its absolute address, and every link stays below the base',
    async (address) => {
      await tab.goto(site.url + address);
      const { lang, canonical, alternates, strays } = await tab.ask((under) => {
        const links = [...document.querySelectorAll<HTMLElement>('a[href], script[src], link[href]')];
        const own = links.filter((link) => !/canonical|alternate/.test(link.getAttribute('rel') ?? ''));
        const addressOf = (link: Element) => link.getAttribute('href') ?? link.getAttribute('src') ?? '';
        return {
          lang: document.documentElement.lang,
          canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href'),
          alternates: [...document.querySelectorAll('link[rel=alternate]')].map(addressOf),
          strays: own.map(addressOf).filter((href) => !href.startsWith(under) && !href.startsWith('#')),
        };
      }, base);
      expect(lang).toBe(langOf(address));
      expect(canonical).toBe(origin + base + address);
      expect(alternates).toEqual(
        ['zh', 'en', 'zh'].map((language) => origin + base + address.replace(/^(zh|en)/, language)),
      );
      expect(strays).toEqual([]);
    },
  );

  it('its links are all answered', async () => {
    const links = new Set<string>();
    for (const address of addresses) {
      await tab.goto(site.url + address);
      const found = await tab.ask(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) =>
          href.replace(/#.*/, ''),
        ),
      );
      for (const link of found) links.add(link);
    }
    for (const link of links) expect((await fetch(link, { redirect: 'manual' })).status, link).toBe(200);
  });

  it('the sitemap lists every page by its absolute address', async () => {
    const sitemap = await (await fetch(`${site.url}sitemap.xml`)).text();
    const listed = [...sitemap.matchAll(/<loc>([^<]*)</g)].map(([, address]) => address);
    expect(listed.sort()).toEqual(addresses.map((address) => origin + base + address).sort());
  });

  it('Chromium sees one installable app there', async () => {
    await tab.goto(`${site.url}zh/`);
    const session = await browser.context.newCDPSession(browser.page);
    expect((await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
    expect((await session.send('Page.getAppManifest')).errors).toEqual([]);
    expect((await session.send('Page.getAppId')).appId).toBe(site.url);
  });

  it('language changes in place, and everything is there without a network', async () => {
    await tab.goto(site.url);
    await browser.page.waitForURL(`${site.url}zh/`);
    await untilOffline(tab);
    await site.stop();
    await tab.goto(`${site.url}zh/${article}/`);
    await untilOffline(tab);
    await markWindow(tab);
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'en');
    expect(await isMarked(tab)).toBe(true);
    expect(browser.page.url()).toBe(`${site.url}en/${article}/`);
    for (const address of addresses) {
      await tab.goto(site.url + address);
      expect(await tab.ask(() => document.documentElement.lang), address).toBe(langOf(address));
    }
    const answer = await browser.page.goto(`${site.url}en/nope`);
    expect([answer?.status(), await browser.page.title()]).toEqual([404, 'Page not found · Yaolan']);
    await site.start();
  });
});
