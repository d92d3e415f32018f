import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/node/content';
import { type OpenBrowser, openChromium } from '../support/browsers';
import { servedSite } from '../support/served';
import { article, tabOver, untilLanguage, untilOffline } from './support';

interface Picture {
  src: string;
  sizes: string;
  type: string;
  purpose?: string;
  form_factor?: string;
  label?: string;
}

interface Manifest {
  id: string;
  scope: string;
  start_url: string;
  lang: string;
  name: string;
  short_name: string;
  description: string;
  display: string;
  name_localized: Record<string, string>;
  short_name_localized: Record<string, string>;
  description_localized: Record<string, string>;
  icons: Picture[];
  screenshots: Picture[];
  shortcuts: { name: string; url: string; icons?: Picture[] }[];
}

const site = await servedSite();

const manifestIn = async (language: string): Promise<Manifest> =>
  (await fetch(`${site.url}${language}.webmanifest`)).json() as Promise<Manifest>;

describe('Chromium', () => {
  let browser: OpenBrowser;
  let session: CDPSession;

  beforeAll(async () => {
    browser = await openChromium();
    session = await browser.context.newCDPSession(browser.page);
  });

  afterAll(() => browser.close());

  it.each(['zh', 'en'])('finds nothing against installing from /%s/', async (language) => {
    await browser.page.goto(`${site.url}${language}/`);
    await untilOffline(tabOver(browser.page, browser.close));
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    const { url, errors } = await session.send('Page.getAppManifest');
    expect(url).toBe(`${site.url}${language}.webmanifest`);
    expect(errors).toEqual([]);
  });

  it('sees one and the same app from both languages, also after a switch in place', async () => {
    const ids: (string | undefined)[] = [];
    for (const language of ['zh', 'en']) {
      await browser.page.goto(`${site.url}${language}/${article}/`);
      ids.push((await session.send('Page.getAppId')).appId);
    }
    const tab = tabOver(browser.page, browser.close);
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'zh');
    ids.push((await session.send('Page.getAppId')).appId);
    expect(ids).toEqual([site.url, site.url, site.url]);
  });
});

describe.each([
  ['zh', 'zh-Hans'],
  ['en', 'en'],
])('the manifest in %s', (language, lang) => {
  let manifest: Manifest;

  beforeAll(async () => {
    manifest = await manifestIn(language);
  });

  it('names the app in its language, and in every language for browsers that can choose', async () => {
    expect(manifest).toMatchObject({ id: '/', scope: '/', lang, display: 'standalone' });
    expect(new URL(manifest.start_url, site.url).pathname).toBe('/');
    expect(manifest.short_name.length).toBeGreaterThanOrEqual(3);
    expect(manifest.short_name.length).toBeLessThanOrEqual(12);
    expect(/\p{Script=Han}/u.test(manifest.name + manifest.description)).toBe(language === 'zh');
    for (const key of ['name', 'short_name', 'description'] as const) {
      const localized = manifest[`${key}_localized`];
      expect(Object.keys(localized).sort(), key).toEqual(['en', 'zh-Hans']);
      expect(localized[lang], key).toBe(manifest[key]);
    }
  });

  it('has icons for every purpose and size, and they are as large as they say', async () => {
    const kinds = manifest.icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`);
    expect(kinds).toEqual(
      expect.arrayContaining(['any 192x192', 'any 512x512', 'maskable 512x512', 'monochrome 512x512']),
    );
    for (const icon of manifest.icons) expect(await pixelsOf(icon.src), icon.src).toBe(icon.sizes);
  });

  it('shows a narrow and a wide screenshot in its language, of the size they say', async () => {
    expect(manifest.screenshots.map(({ form_factor }) => form_factor).sort()).toEqual(['narrow', 'wide']);
    for (const { src, sizes, label } of manifest.screenshots) {
      expect(src).toContain(language);
      expect(label).toBeTruthy();
      expect(await pixelsOf(src), src).toBe(sizes);
    }
  });

  it('has a shortcut to each of the newest reports, which opens in its language', async () => {
    expect(manifest.shortcuts).toHaveLength(Math.min(4, loadContent().articles.length));
    for (const { url, name } of manifest.shortcuts) {
      const answer = await fetch(new URL(url, site.url), { redirect: 'manual' });
      expect(answer.status, url).toBe(200);
      expect(await answer.text()).toContain(`<html lang="${lang}"`);
      expect(name).not.toBe('');
    }
  });
});

it('both manifests describe one app', async () => {
  const [zh, en] = [await manifestIn('zh'), await manifestIn('en')];
  for (const key of ['id', 'scope', 'start_url', 'name_localized', 'short_name_localized'] as const)
    expect(zh[key]).toEqual(en[key]);
});

it('pages name an icon for the home screen of iOS, 180 pixels wide', async () => {
  const html = await (await fetch(`${site.url}zh/`)).text();
  const src = /<link rel="apple-touch-icon" href="([^"]*)"/.exec(html)?.[1] ?? '';
  expect(await pixelsOf(src)).toBe('180x180');
});

/** The size in pixels that a PNG says of itself in its first block. */
async function pixelsOf(src: string): Promise<string> {
  const answer = await fetch(new URL(src, site.url), { redirect: 'manual' });
  if (answer.status !== 200) return `status ${answer.status}`;
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return 'not a PNG';
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}
