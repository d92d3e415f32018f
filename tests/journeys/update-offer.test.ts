import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenBrowser } from '../support/browsers';
import { freshFolder } from '../support/run-folder';
import { servedSite } from '../support/served';
import { buildSite } from '../support/site';
import {
  article,
  engines,
  isMarked,
  markWindow,
  type Tab,
  tabOver,
  twoFrames,
  untilLanguage,
  untilOffline,
} from './support';
import { buildNewer, deploy, isNewer, noteTakeovers, offers, takeovers, visitTwice } from './updating';

const older = await buildSite();
const newer = await buildNewer();
const site = await servedSite(older);

/**
 * A waiting version takes over when the last page is closed. Firefox may have ended before that is done, on a busy
 * machine, and has when it is killed; then the older version is there once more, whole, and offers the newer one.
 */
const mostStarts: Readonly<Record<string, number>> = { Firefox: 5 };

describe.each(engines)('in $name', ({ name, open }) => {
  let profile: string;
  let browser: OpenBrowser;
  let tab: Tab;

  const openBrowser = async () => {
    browser = await open({ profile });
    tab = tabOver(browser.page, browser.close);
  };

  beforeEach(async () => {
    await site.start();
    await site.swap(older);
    profile = freshFolder('update');
    await openBrowser();
    await visitTwice(tab, site);
    await markWindow(tab);
    await noteTakeovers(tab);
  });

  afterEach(() => browser.close());

  it('whoever ignores the offer has the new version at the next start', async () => {
    await deploy(tab, site, newer);
    const startAgain = async () => {
      await browser.close();
      await openBrowser();
      await tab.goto(`${site.url}zh/${article}/`);
    };
    await startAgain();
    for (let start = 1; !(await isNewer(tab)); start += 1) {
      expect(start).toBeLessThan(mostStarts[name] ?? 1);
      await untilOffline(tab);
      await tab.waitFor('the offer', () => document.querySelector('[data-update]'));
      await startAgain();
    }
    await untilOffline(tab);
    expect(await offers(tab)).toBe(0);
  });

  it('the offer finds room in the narrowest window', async () => {
    await deploy(tab, site, newer);
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

  it('a second tab is not taken over either', async () => {
    const second = await browser.context.newPage();
    const other = tabOver(second, async () => undefined);
    await other.goto(`${site.url}en/${article}/`);
    await untilOffline(other);
    await markWindow(other);
    await noteTakeovers(other);
    await deploy(tab, site, newer);
    await other.waitFor('the offer in the second tab', () => document.querySelector('[data-update]'));
    expect([await takeovers(tab), await takeovers(other)]).toEqual([0, 0]);
    expect([await isMarked(tab), await isMarked(other)]).toEqual([true, true]);
  });
});
