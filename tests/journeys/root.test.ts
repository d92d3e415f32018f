import { describe, expect, it } from 'vitest';
import { servedSite } from '../support/served';
import { engines } from './support';

const site = await servedSite();

describe.each(engines)('the root in $name', ({ open }) => {
  it.each([
    ['en-US', 'en'],
    ['fr-FR', 'zh'],
  ])('a browser that speaks %s is led from / to %s', async (locale, language) => {
    const { page, close } = await open({ locale });
    await page.goto(`${site.url}?source=pwa`);
    await page.waitForURL(`${site.url}${language}/?source=pwa`);
    await close();
  });

  it('the address counts more than the last choice, and the last choice more than the browser', async () => {
    const { page, close } = await open({ locale: 'zh-CN' });
    const readAt = (address: string) => page.goto(site.url + address);
    await readAt('?source=pwa');
    await page.waitForURL(`${site.url}zh/?source=pwa`);
    await page.waitForFunction(() => 'hydrated' in document.documentElement.dataset);
    await page.click('[data-switch=en]');
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    await readAt('');
    await page.waitForURL(`${site.url}en/`);
    await readAt('zh/about/');
    await page.waitForFunction(() => 'hydrated' in document.documentElement.dataset);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
    await close();
  });
});
