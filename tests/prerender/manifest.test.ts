import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, tagOf } from '../../src/core/language';
import { projectRoot } from '../../src/node/content';
import { manifestOf } from '../../src/prerender/manifest';
import { aSpeaker } from '../core/aSpeaker';
import { madeUp, twoReports } from '../core/twoReports';

interface Picture {
  src: string;
  sizes: string;
  type: string;
  purpose?: string;
  form_factor?: string;
  label?: string;
}

interface Manifest extends Record<string, unknown> {
  name: string;
  short_name: string;
  description: string;
  icons: Picture[];
  screenshots: Picture[];
  shortcuts: { name: string; url: string; icons: Picture[] }[];
}

const instance = aSpeaker();
const speaker = aSpeaker(twoReports());

function manifestIn(language: (typeof languages)[number], base = '/'): Manifest {
  const { source } = manifestOf(instance, { base, origin: '' }, ['suizhou-2024'], language);
  return JSON.parse(source) as Manifest;
}

const both = { zh: manifestIn('zh'), en: manifestIn('en') };

/** Width and height as a PNG's header says them. */
function sizeOf(path: string): string {
  const bytes = readFileSync(path);
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

describe('the manifests', () => {
  it('describe one app: the same id, scope and start address', () => {
    const app = ({ id, scope, start_url, display }: Manifest) => ({ id, scope, start_url, display });
    expect(app(both.zh)).toEqual(app(both.en));
    expect(app(both.zh)).toEqual({ id: '/', scope: '/', start_url: '/?source=pwa', display: 'standalone' });
  });

  it('stand under the base path', () => {
    const { icons, screenshots, shortcuts, ...rest } = manifestIn('en', '/some/reader/');
    expect([rest.id, rest.scope, rest.start_url]).toEqual([
      '/some/reader/',
      '/some/reader/',
      '/some/reader/?source=pwa',
    ]);
    const addresses = [
      ...[...icons, ...screenshots].map(({ src }) => src),
      ...shortcuts.flatMap(({ url, icons: own }) => [url, ...own.map(({ src }) => src)]),
    ];
    expect(addresses.filter((address) => !address.startsWith('/some/reader/'))).toEqual([]);
  });

  it('agree on what the app is called in each language', () => {
    for (const key of ['name', 'short_name', 'description'] as const) {
      const expected = { 'zh-Hans': both.zh[key], en: both.en[key] };
      expect(both.zh[`${key}_localized`]).toEqual(expected);
      expect(both.en[`${key}_localized`]).toEqual(expected);
      expect(both.zh[key]).not.toBe(both.en[key]);
    }
  });
});

describe.each([...languages])('the manifest in %s', (language) => {
  const manifest = both[language];

  it('has its own name and language', () => {
    expect(manifestOf(instance, { base: '/', origin: '' }, ['suizhou-2024'], language).fileName).toBe(
      `${language}.webmanifest`,
    );
    expect([manifest.lang, manifest.dir]).toEqual([tagOf[language], 'ltr']);
    expect([...manifest.short_name].length).toBeGreaterThanOrEqual(3);
    expect([...manifest.short_name].length).toBeLessThanOrEqual(12);
  });

  it('has icons for any, maskable and monochrome use', () => {
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
      expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable', '512x512 monochrome']),
    );
  });

  it('has one narrow and one wide screenshot of its own language, each with a label', () => {
    expect(manifest.screenshots.map(({ form_factor }) => form_factor)).toEqual(['narrow', 'wide']);
    for (const { src, label } of manifest.screenshots) {
      expect(src).toContain(`/${language}-`);
      expect(label).toBeTruthy();
    }
  });

  it('has a shortcut to each report, by its name, in its own language', () => {
    const { source } = manifestOf(speaker, { base: '/', origin: '' }, [madeUp, 'suizhou-2024'], language);
    const { shortcuts } = JSON.parse(source) as Manifest;
    expect(shortcuts.map(({ name, url }) => [url, name])).toEqual([
      [`/${language}/${madeUp}/`, expect.stringContaining({ zh: '云泽省 · 2025年', en: 'Yunze' }[language])],
      [`/${language}/suizhou-2024/`, expect.stringContaining({ zh: '随州', en: 'Suizhou' }[language])],
    ]);
  });

  it('names pictures that exist in the size it says', () => {
    const pictures = [
      ...manifest.icons,
      ...manifest.screenshots,
      ...manifest.shortcuts.flatMap(({ icons }) => icons),
    ];
    const wrong = pictures.filter(({ src, sizes }) => {
      const path = join(projectRoot, 'public', src);
      return !existsSync(path) || sizeOf(path) !== sizes;
    });
    expect(wrong.map(({ src, sizes }) => `${src}: not a picture of ${sizes}`)).toEqual([]);
  });
});
