import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenBrowser } from '../support/browsers';
import { servedSite } from '../support/served';
import {
  addresses,
  article,
  engines,
  ofOneReport,
  ownAddresses,
  type Tab,
  tabOver,
  untilLanguage,
  untilOffline,
} from './support';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const pages = [...addresses, ...ownAddresses, 'zh/404.html', 'en/404.html', '404.html'];

const site = await servedSite();

describe.each(engines)('in $name', ({ name, open }) => {
  // The colours are the same in both engines; the second theme is looked at in one.
  const themes = name === 'Chromium' ? (['light', 'dark'] as const) : (['dark'] as const);

  describe.each(themes)('%s', (theme) => {
    let browser: OpenBrowser;
    let tab: Tab;
    const said: string[] = [];
    const asked: string[] = [];

    beforeAll(async () => {
      // Firefox takes its theme from a preference: the driver's wish has no effect there.
      const prefs = { 'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1 };
      browser = await open({ context: { colorScheme: theme }, ...(name === 'Firefox' && { prefs }) });
      tab = tabOver(browser.page, browser.close);
      listen(browser.page, said, asked);
      await browser.context.addInitScript(noteViolations);
    });

    afterAll(() => browser.close());

    const isFirst = name === 'Chromium' && theme === 'light';
    it.each(isFirst ? pages : pages.filter(ofOneReport))(
      '%s is accessible and runs without a complaint',
      async (address) => {
        said.length = 0;
        asked.length = 0;
        await tab.goto(site.url + address);
        if (address !== '404.html') await untilOffline(tab);
        const isDark = await tab.ask(() => matchMedia('(prefers-color-scheme: dark)').matches);
        expect(isDark).toBe(theme === 'dark');
        expect(await violations(tab)).toEqual([]);
        expect(await axeFaults(browser.page)).toEqual([]);
        expect(said, 'in the console').toEqual([]);
        // A page's copy without styles is this site's too, see `platform/readPage`.
        expect(asked.filter((url) => !url.replace(/^blob:/, '').startsWith(site.url))).toEqual([]);
      },
    );

    it('the article is so too after a switch in place', async () => {
      said.length = 0;
      await tab.goto(`${site.url}zh/${article}/`);
      await untilOffline(tab);
      await tab.click('[data-switch]');
      await untilLanguage(tab, 'en');
      expect(await violations(tab)).toEqual([]);
      expect(await axeFaults(browser.page)).toEqual([]);
      expect(said, 'in the console').toEqual([]);
    });
  });
});

function listen(page: Page, said: string[], asked: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => asked.push(request.url()));
}

/** Runs before anything in the page: no violation of the policy goes unseen. */
function noteViolations(): void {
  const noted: string[] = [];
  Object.assign(window, { violations: noted });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    noted.push(`${violatedDirective}: ${blockedURI}`),
  );
}

const violations = (tab: Tab): Promise<string[]> =>
  tab.ask(() => (window as unknown as { violations: string[] }).violations);

/** What axe finds on the whole page, all details opened; one line for each element at fault. */
async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
