import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenBrowser } from '../support/browsers';
import { servedSite } from '../support/served';
import { buildSite } from '../support/site';
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
import {
  buildNewer,
  deploy,
  isNewer,
  noteTakeovers,
  offers,
  takeovers,
  untilNewer,
  visitTwice,
} from './updating';

const older = await buildSite();
const newer = await buildNewer();
const site = await servedSite(older);

describe.each(engines)('in $name', ({ open }) => {
  let browser: OpenBrowser;
  let tab: Tab;
  let loads: number;

  beforeEach(async () => {
    await site.start();
    await site.swap(older);
    browser = await open();
    tab = tabOver(browser.page, browser.close);
    loads = 0;
    browser.page.on('load', () => loads++);
    await visitTwice(tab, site);
    await readTo(tab, 'digital', 90);
    await markWindow(tab);
    await noteTakeovers(tab);
  });

  afterEach(() => browser.close());

  it('a new version offers itself in one line, waits, and is there with one reload once it is accepted', async () => {
    const before = { top: await topOf(tab, 'digital'), loads };
    await deploy(tab, site, newer);
    expect(await offers(tab)).toBe(1);
    await twoFrames(tab);
    expect(await tab.ask(() => document.querySelector('[data-update]')?.textContent)).toBe('有新版本');
    expect(Math.abs((await topOf(tab, 'digital')) - before.top)).toBeLessThan(1);
    expect(await isMarked(tab)).toBe(true);
    expect(loads).toBe(before.loads);
    expect(await takeovers(tab)).toBe(0);
    expect(await isNewer(tab)).toBe(false);

    // The older version works on beside the waiting one, also without a network.
    await site.stop();
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'en');
    expect(await tab.ask(() => document.querySelector('[data-update]')?.textContent)).toBe('Update');
    expect(await isMarked(tab)).toBe(true);
    for (const address of [`en/${article}/measures/`, 'zh/terms/', `en/${article}/`]) {
      await tab.goto(site.url + address);
      await untilHydrated(tab);
      expect(await isNewer(tab), address).toBe(false);
      await tab.waitFor('the offer on the next page', () => document.querySelector('[data-update]'));
    }
    expect(await tab.ask(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe('installed');
    await site.start();

    await markWindow(tab);
    await readTo(tab, 'business', 100);
    const reading = { top: await topOf(tab, 'business'), loads };
    await tab.click('[data-update]');
    await untilNewer(tab);
    await untilOffline(tab);
    await twoFrames(tab);
    expect(loads).toBe(reading.loads + 1);
    expect(await isMarked(tab)).toBe(false);
    expect(await pathOf(tab)).toBe(`/en/${article}/`);
    expect(Math.abs((await topOf(tab, 'business')) - reading.top)).toBeLessThan(24);
    expect(await offers(tab)).toBe(0);
    await site.stop();
    await tab.goto(`${site.url}zh/about/`);
    await untilOffline(tab);
    expect(await isNewer(tab)).toBe(true);
  });
});

describe.each(webKit)('in $name', ({ open }) => {
  let tab: Tab;

  beforeEach(async () => {
    await site.start();
    await site.swap(older);
    tab = await open();
    await visitTwice(tab, site);
    await readTo(tab, 'digital', 90);
    await markWindow(tab);
  });

  afterEach(() => tab.close());

  it('a new version offers itself, reloads nothing and moves nothing', async () => {
    const before = await topOf(tab, 'digital');
    await deploy(tab, site, newer);
    await twoFrames(tab);
    expect(await isMarked(tab)).toBe(true);
    expect(await isNewer(tab)).toBe(false);
    expect(Math.abs((await topOf(tab, 'digital')) - before)).toBeLessThan(24);
  });

  it('accepting reloads once, to the same card of the new version', async () => {
    await deploy(tab, site, newer);
    await readTo(tab, 'digital', 90);
    const before = await topOf(tab, 'digital');
    await tab.ask(() => document.querySelector<HTMLElement>('[data-update]')?.click());
    await untilNewer(tab);
    const loadedAt = await tab.ask(() => performance.timeOrigin);
    await untilOffline(tab);
    await twoFrames(tab);
    // WebKit blurs this time by some hundredths of a millisecond.
    expect(await tab.ask(() => performance.timeOrigin)).toBeCloseTo(loadedAt, -1);
    expect(Math.abs((await topOf(tab, 'digital')) - before)).toBeLessThan(24);
  });
});
