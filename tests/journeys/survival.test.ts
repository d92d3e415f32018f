import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshFolder } from '../support/run-folder';
import { servedSite } from '../support/served';
import { until } from '../support/until';
import { recordsOf, untilKept } from './kept';
import {
  article,
  engines,
  readTo,
  type Tab,
  tabEngines,
  tabOver,
  twoFrames,
  untilLanguage,
  untilOffline,
} from './support';
import { buildNewer, deploy, untilNewer, visitTwice } from './updating';

/** The site as readers had it before the pages were hydrated; how it was built is in the history of 28 November 2026. */
const release = fileURLToPath(new URL('../fixtures/release-2026-11-28.tgz', import.meta.url));

const older = freshFolder('release');
execFileSync('tar', ['-xzf', release, '-C', older]);
const newer = await buildNewer();
const site = await servedSite(older);

beforeEach(async () => {
  await site.start();
  await site.swap(older);
});

const click = (tab: Tab, selector: string) =>
  tab.ask((selector) => document.querySelector<HTMLElement>(selector)?.click(), selector);

/** What a reader leaves behind: large type, a saved card, a place in Chinese, and the other language. */
async function leaveTraces(tab: Tab): Promise<void> {
  await visitTwice(tab, site);
  await click(tab, '[data-large]');
  await untilKept(tab, 'edition=large');
  await click(tab, '#crime > [data-tools] [data-save]');
  await untilKept(tab, `saved:${article}/crime=true`);
  await readTo(tab, 'digital', 90);
  await untilKept(tab, `place:${article}=digital`);
  await click(tab, '[data-switch=en]');
  await untilLanguage(tab, 'en');
  // Not by the page's own word: where the reader is may be kept a moment later, and is then what it names.
  await until(async () => (await recordsOf(tab)).language === 'en', { what: 'the language to be kept' });
}

/** The reader accepts the version of today. */
async function update(tab: Tab): Promise<void> {
  await deploy(tab, site, newer);
  await click(tab, '[data-update]');
  await untilNewer(tab);
  await untilOffline(tab);
}

/** All of it is there, on pages that have just been opened. */
async function expectTraces(tab: Tab): Promise<void> {
  await tab.goto('about:blank');
  await tab.goto(site.url);
  await tab.waitFor('the language last used', () => location.pathname === '/en/');
  await tab.goto(`${site.url}en/saved/`);
  await tab.waitFor('the saved card', () =>
    document.querySelector('main ol a')?.textContent?.includes('Crime'),
  );
  await tab.goto(`${site.url}en/${article}/`);
  expect(await tab.ask(() => document.documentElement.dataset.edition)).toBe('large');
  await tab.waitFor('the offer to go on', () => document.querySelector('[data-continue]'));
  expect(await tab.ask(() => document.querySelector('[data-continue]')?.textContent)).toBe(
    'Continue at card 11',
  );
  await tab.waitFor(
    'the card to be called saved',
    () => document.querySelector('#crime > [data-tools] [data-save]')?.ariaPressed === 'true',
  );
  await twoFrames(tab);
}

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  beforeEach(async () => {
    tab = await open();
  });

  afterEach(() => tab.close());

  it('place, saved cards and settings are there after a change of language and an update', async () => {
    await leaveTraces(tab);
    await update(tab);
    await expectTraces(tab);
  });
});

// Only these two keep a profile over a restart.
describe.each(engines)('in $name', ({ open }) => {
  it('and where the browser is killed after the update, without a network', async () => {
    const profile = freshFolder('survival');
    let browser = await open({ profile });
    try {
      const tab = tabOver(browser.page, browser.close);
      await leaveTraces(tab);
      await update(tab);
      await browser.kill();
      await site.stop();
      browser = await open({ profile });
      await expectTraces(tabOver(browser.page, browser.close));
    } finally {
      await browser.close();
    }
  });
});
