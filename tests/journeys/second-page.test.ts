import { describe, expect, it } from 'vitest';
import { servedSite } from '../support/served';
import { until } from '../support/until';
import { article, engines, tabOver, untilOffline } from './support';

const site = await servedSite();

describe.each(engines)('in $name', ({ open }) => {
  it('a page opened while the edition is being stored learns that it is saved', async () => {
    let letGo: () => void = () => undefined;
    let isAsked = false;
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    site.interpose(async ({ url }) => {
      if (!url?.endsWith('/datapackage.json')) return false;
      isAsked = true;
      await held;
      return false;
    });
    const { page, close } = await open();
    const tab = tabOver(page, close);
    await page.goto(`${site.url}zh/${article}/`);
    await until(() => isAsked, { what: 'the worker to store the edition' });
    await page.goto(`${site.url}zh/`);
    // Firefox answers a registration only when the one before has ended, so there is no state to wait for.
    await page.locator('[data-live=status] [role=status]').waitFor({ state: 'attached' });
    letGo();
    await untilOffline(tab);
    expect(await page.evaluate(() => document.documentElement.dataset.offline)).toBe('saved');
    site.interpose(undefined);
    await close();
  });
});
