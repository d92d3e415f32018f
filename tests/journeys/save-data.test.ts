import { describe, expect, it } from 'vitest';
import { openChromium } from '../support/browsers';
import { servedSite } from '../support/served';
import { article, tabOver, untilHydrated, untilOffline } from './support';

const site = await servedSite();

describe('a reader who saves data', () => {
  it('is asked before anything is stored, and gets it all after a yes', async () => {
    const { page, context, close } = await openChromium();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const tab = tabOver(page, close);
    await page.goto(`${site.url}en/${article}/`);
    await untilHydrated(tab);
    const offer = page.locator('[data-live=status] button');
    await offer.waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.offline)).toBe('unavailable');
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    expect(asked.filter((path) => /-zh-|sw\.js/.test(path))).toEqual([]);
    await offer.click();
    await untilOffline(tab);
    await tab.waitFor('the status line to say so', () =>
      document
        .querySelector('[data-live=status] [role=status]')
        ?.textContent?.startsWith('Available offline'),
    );
    await close();
  });
});
