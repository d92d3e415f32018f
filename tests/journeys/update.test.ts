import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenBrowser } from '../support/browsers';
import { freshFolder } from '../support/run-folder';
import { buildSite, serve, type TestSite } from '../support/site';
import {
  article,
  engines,
  isMarked,
  markWindow,
  pathOf,
  readTo,
  type Tab,
  tabOver,
  topOf,
  twoFrames,
  untilHydrated,
  untilLanguage,
  untilOffline,
  webKit,
} from './support';

/** The second version knows its address, so each of its pages differs from the first one's. */
const nextOrigin = 'https://next.example';

let older: string;
let newer: string;
let site: TestSite;

beforeAll(async () => {
  older = await buildSite();
  newer = await buildSite({ siteUrl: `${nextOrigin}/` });
  site = await serve(older);
});

afterAll(() => site.stop());

describe.each(engines)('in $name', ({ open }) => {
  let profile: string;
  let browser: OpenBrowser;
  let tab: Tab;
  let loads: number;

  const openBrowser = async () => {
    browser = await open({ profile });
    tab = tabOver(browser.page, browser.close);
    loads = 0;
    browser.page.on('load', () => loads++);
  };

  beforeEach(async () => {
    await site.start();
    await site.swap(older);
    profile = freshFolder('update');
    await openBrowser();
    await tab.goto(`${site.url}zh/${article}/`);
    await untilOffline(tab);
    // The first visit is not served by its worker; the second one is.
    await tab.goto(`${site.url}zh/${article}/`);
    await untilOffline(tab);
    await readTo(tab, 'digital', 90);
    await markWindow(tab);
    await noteTakeovers(tab);
  });

  afterEach(() => browser.close());

  it('a new version reloads nothing and takes over nothing: it offers itself in one line', async () => {
    const before = { top: await topOf(tab, 'digital'), loads };
    await deploy(tab);
    expect(await offers(tab)).toBe(1);
    await twoFrames(tab);
    expect(await tab.ask(() => document.querySelector('[data-update]')?.textContent)).toBe('有新版本');
    expect(Math.abs((await topOf(tab, 'digital')) - before.top)).toBeLessThan(1);
    expect(await isMarked(tab)).toBe(true);
    expect(loads).toBe(before.loads);
    expect(await takeovers(tab)).toBe(0);
    expect(await isNewer(tab)).toBe(false);
  });

  it('the offer finds room in the narrowest window', async () => {
    await deploy(tab);
    await browser.page.setViewportSize({ width: 320, height: 640 });
    for (const language of ['en', 'zh'] as const) {
      await tab.click('[data-switch]');
      await untilLanguage(tab, language);
      await twoFrames(tab);
      const edges = await tab.ask(() => {
        const shown = [...document.querySelectorAll('[data-update], [data-switch]')];
        const boxes = shown.map((element) => element.getBoundingClientRect());
        scrollBy({ left: 1000, behavior: 'instant' });
        return { right: Math.max(...boxes.map(({ right }) => right)), sideways: scrollX };
      });
      expect(edges.right, language).toBeLessThanOrEqual(320);
      expect(edges.sideways, language).toBe(0);
    }
  });

  it('the older version works on beside the waiting one, also without a network', async () => {
    await deploy(tab);
    await site.stop();
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'en');
    expect(await tab.ask(() => document.querySelector('[data-update]')?.textContent)).toBe('Update');
    expect(await isMarked(tab)).toBe(true);
    for (const address of [`en/${article}/measures/`, 'zh/terms/', `zh/${article}/`]) {
      await tab.goto(site.url + address);
      await untilHydrated(tab);
      expect(await isNewer(tab), address).toBe(false);
      await tab.waitFor('the offer on the next page', () => document.querySelector('[data-update]'));
    }
    expect(await tab.ask(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe('installed');
  });

  it('accepting reloads once, to the same card in the same language of the new version', async () => {
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'en');
    await readTo(tab, 'business', 100);
    await deploy(tab);
    const before = { top: await topOf(tab, 'business'), loads };
    await tab.click('[data-update]');
    await tab.waitFor('the new version', isNewerInPage, nextOrigin);
    await untilOffline(tab);
    await twoFrames(tab);
    expect(loads).toBe(before.loads + 1);
    expect(await isMarked(tab)).toBe(false);
    expect(await pathOf(tab)).toBe(`/en/${article}/`);
    expect(Math.abs((await topOf(tab, 'business')) - before.top)).toBeLessThan(24);
    expect(await offers(tab)).toBe(0);
    await site.stop();
    await tab.goto(`${site.url}zh/about/`);
    await untilOffline(tab);
    expect(await isNewer(tab)).toBe(true);
  });

  it('whoever ignores the offer has the new version at the next start', async () => {
    await deploy(tab);
    await browser.close();
    await openBrowser();
    await tab.goto(`${site.url}zh/${article}/`);
    expect(await isNewer(tab)).toBe(true);
    await untilOffline(tab);
    expect(await offers(tab)).toBe(0);
  });

  it('a second tab is not taken over either', async () => {
    const second = await browser.context.newPage();
    const other = tabOver(second, async () => undefined);
    await other.goto(`${site.url}en/${article}/`);
    await untilOffline(other);
    await markWindow(other);
    await noteTakeovers(other);
    await deploy(tab);
    await other.waitFor('the offer in the second tab', () => document.querySelector('[data-update]'));
    expect([await takeovers(tab), await takeovers(other)]).toEqual([0, 0]);
    expect([await isMarked(tab), await isMarked(other)]).toEqual([true, true]);
  });
});

describe.each(webKit)('in $name', ({ open }) => {
  let tab: Tab;

  beforeEach(async () => {
    await site.start();
    await site.swap(older);
    tab = await open();
    for (const _visit of ['first', 'second']) {
      await tab.goto(`${site.url}zh/${article}/`);
      await untilOffline(tab);
    }
    await readTo(tab, 'digital', 90);
    await markWindow(tab);
  });

  afterEach(() => tab.close());

  it('a new version offers itself, reloads nothing and moves nothing', async () => {
    const before = await topOf(tab, 'digital');
    await deploy(tab);
    await twoFrames(tab);
    expect(await isMarked(tab)).toBe(true);
    expect(await isNewer(tab)).toBe(false);
    expect(Math.abs((await topOf(tab, 'digital')) - before)).toBeLessThan(24);
  });

  it('accepting reloads once, to the same card of the new version', async () => {
    await deploy(tab);
    await readTo(tab, 'digital', 90);
    const before = await topOf(tab, 'digital');
    await tab.ask(() => document.querySelector<HTMLElement>('[data-update]')?.click());
    await tab.waitFor('the new version', isNewerInPage, nextOrigin);
    const loadedAt = await tab.ask(() => performance.timeOrigin);
    await untilOffline(tab);
    await twoFrames(tab);
    // WebKit blurs this time by some hundredths of a millisecond.
    expect(await tab.ask(() => performance.timeOrigin)).toBeCloseTo(loadedAt, -1);
    expect(Math.abs((await topOf(tab, 'digital')) - before)).toBeLessThan(24);
  });
});

/** Puts the new version on the server, has the browser look for it and waits for the offer. */
async function deploy(tab: Tab): Promise<void> {
  await site.swap(newer);
  await tab.ask(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await tab.waitFor('the offer of the new version', () => document.querySelector('[data-update]'));
}

function isNewerInPage(origin: string): boolean {
  return document.querySelector('link[rel=canonical]')?.getAttribute('href')?.startsWith(origin) ?? false;
}

const isNewer = (tab: Tab): Promise<boolean> => tab.ask(isNewerInPage, nextOrigin);

const offers = (tab: Tab): Promise<number> =>
  tab.ask(() => document.querySelectorAll('[data-update]').length);

const noteTakeovers = (tab: Tab): Promise<void> =>
  tab.ask(() => {
    const noted = window as unknown as { takeovers: number };
    noted.takeovers = 0;
    navigator.serviceWorker.addEventListener('controllerchange', () => noted.takeovers++);
  });

const takeovers = (tab: Tab): Promise<number> =>
  tab.ask(() => (window as unknown as { takeovers: number }).takeovers);
