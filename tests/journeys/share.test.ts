import { readFile } from 'node:fs/promises';
import jsqr from 'jsqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/language';
import { servedSite } from '../support/served';
import { article, engines, type Tab, tabEngines, tabOver, twoFrames, untilLanguage } from './support';

const site = await servedSite();

const panel = '[data-panel=share]';

const click = (tab: Tab, selector: string) =>
  tab.ask((selector) => document.querySelector<HTMLElement>(selector)?.click(), selector);

const until = (tab: Tab, selector: string) =>
  tab.waitFor(selector, (selector) => document.querySelector(selector) !== null, selector);

const textOf = (tab: Tab, selector: string) =>
  tab.ask((selector) => document.querySelector<HTMLElement>(selector)?.textContent ?? '', selector);

const untilAnswer = (tab: Tab, words: string) =>
  tab.waitFor(
    `the answer “${words}”`,
    ([panel, words]) => document.querySelector(`${panel} [role=status]`)?.textContent === words,
    [panel, words] as const,
  );

/** Opens the panel of a card; what is copied is noted, or refused as where the page is not secure. */
async function openPanel(tab: Tab, language: Language, card: string, canCopy = true): Promise<void> {
  await tab.goto('about:blank');
  await tab.goto(`${site.url}${language}/${article}/`);
  await until(tab, `#${card} [data-tool=share]`);
  await tab.ask((canCopy) => {
    const writeText = async (text: string) => {
      if (!canCopy) throw new Error('denied');
      Object.assign(window, { copied: text });
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  }, canCopy);
  await click(tab, `#${card} [data-tool=share]`);
  await until(tab, `${panel} [data-picture]`);
}

const copied = (tab: Tab) => tab.ask(() => (window as unknown as { copied?: string }).copied);

const linkTo = (language: Language, card: string) => `${site.url}${language}/${article}/#${card}`;

/** What a camera reads in the picture. */
async function decoded(tab: Tab): Promise<string | undefined> {
  const { width, height, bytes } = await tab.ask(async (panel) => {
    const image = document.querySelector<HTMLImageElement>(`${panel} img`) as HTMLImageElement;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    // WebKit may draw nothing of a large image in the frame in which it has decoded it. Our picture is opaque.
    do {
      await new Promise(requestAnimationFrame);
      pen.drawImage(image, 0, 0);
    } while (pen.getImageData(0, 0, 1, 1).data[3] === 0);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    // One byte a pixel is enough for a code, and a driver carries text.
    let bytes = '';
    for (let at = 0; at < data.length; at += 4) bytes += (data[at] ?? 0) > 127 ? '1' : '0';
    return { width, height, bytes };
  }, panel);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < bytes.length; at++) pixels.fill(bytes[at] === '1' ? 255 : 0, at * 4, at * 4 + 3);
  return jsqr(pixels, width, height)?.data;
}

/** What the card prints in large type, without its arrows; spaces that keep a line together are spaces. */
const printedIn = (tab: Tab, card: string) =>
  tab.ask((card) => {
    const numbers = document.querySelectorAll(`#${card} [data-measure] p:has(b):not(:has(a)) > span > b`);
    return [...numbers].map((number) => {
      const copy = number.closest('p')?.cloneNode(true) as HTMLElement;
      for (const arrow of copy.querySelectorAll('i')) arrow.remove();
      return (copy.textContent ?? '').trim().replaceAll('\u00A0', ' ');
    });
  }, card);

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await open();
  });

  afterAll(() => tab.close());

  it('the link leads to the card, and the citation says its figures as printed with their source', async () => {
    await openPanel(tab, 'en', 'crime');
    await click(tab, '[data-copy-link]');
    await untilAnswer(tab, 'Link copied');
    expect(await copied(tab)).toBe(linkTo('en', 'crime'));
    await click(tab, '[data-copy-citation]');
    await untilAnswer(tab, 'Copied with citation');
    const text = (await copied(tab)) ?? '';
    const printed = await printedIn(tab, 'crime');
    expect(printed.length).toBeGreaterThan(1);
    for (const figure of printed)
      expect(
        text.split('\n').some((line) => line.replace(/ \([^()]*\)$/, '').endsWith(`: ${figure}`)),
        figure,
      ).toBe(true);
    expect(text).toMatch(/\nSuizhou Daily\. From paragraphs? \d/);
    expect(text.endsWith(linkTo('en', 'crime'))).toBe(true);
    expect(text).not.toMatch(/[↑↓]/);
  });

  it('what cannot be copied is shown and selected', async () => {
    await openPanel(tab, 'zh', 'personnel', false);
    await click(tab, '[data-copy-link]');
    await untilAnswer(tab, '无法自动复制，下面的文字已选中');
    expect(await tab.ask(() => getSelection()?.toString())).toBe(linkTo('zh', 'personnel'));
  });

  it.each([
    ['zh', 'crime'],
    ['en', 'overview'],
    ['zh', 'personnel'],
  ] as const)('the picture’s code leads to the card (%s, %s)', async (language, card) => {
    await openPanel(tab, language, card);
    await click(tab, '[data-picture]');
    await until(tab, '[data-save-picture]');
    expect(await decoded(tab)).toBe(linkTo(language, card));
    const text = await textOf(tab, '[data-picture-text]');
    for (const figure of await printedIn(tab, card)) expect(text).toContain(figure);
    expect(text).toContain(linkTo(language, card));
    // The date of the edition is that of the last comparison with the source, as the foot of the page says it.
    expect(await textOf(tab, 'main > aside')).toContain(text.split('\n').at(-2));
    expect(text.split('\n').at(-2)).toMatch(/20\d\d/);
    const alt = await tab.ask(
      (panel) => document.querySelector<HTMLImageElement>(`${panel} img`)?.alt,
      panel,
    );
    expect(alt).toContain(text.split('\n')[2]);
    await click(tab, '[data-copy-text]');
    await tab.waitFor('the copy', () => 'copied' in window);
    expect(await copied(tab)).toBe(text);
  });

  it('stands in the other language after the language has changed, and so do its link and its picture', async () => {
    await openPanel(tab, 'en', 'crime');
    await click(tab, '[data-picture]');
    await until(tab, '[data-save-picture]');
    await tab.ask(() => document.querySelector<HTMLElement>('[data-picture]')?.focus());
    await click(tab, '[data-switch]');
    await untilLanguage(tab, 'zh');
    expect(await tab.ask(() => document.activeElement?.matches('[data-picture]')), 'the focus').toBe(true);
    await expect.poll(() => decoded(tab)).toBe(linkTo('zh', 'crime'));
    await click(tab, '[data-copy-link]');
    await untilAnswer(tab, '已复制链接');
    expect(await copied(tab)).toBe(linkTo('zh', 'crime'));
  });

  it('the picture is handed to the browser as it is drawn, and the policy lets it', async () => {
    await openPanel(tab, 'en', 'crime');
    await click(tab, '[data-picture]');
    await until(tab, '[data-save-picture]');
    await tab.ask(() => {
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.blockedURI));
      const { createObjectURL } = URL;
      URL.createObjectURL = (file) => {
        if (file instanceof File) Object.assign(window, { refused, saved: file });
        return createObjectURL.call(URL, file);
      };
    });
    await click(tab, '[data-save-picture]');
    await untilAnswer(
      tab,
      'The browser was asked to download it. If nothing comes, press and hold the picture.',
    );
    await twoFrames(tab);
    const saved = await tab.ask(async () => {
      const { refused, saved } = window as unknown as { refused: string[]; saved: File };
      const { width } = await createImageBitmap(saved);
      return { refused, width, name: saved.name, type: saved.type };
    });
    expect(saved).toEqual({ refused: [], width: 1080, name: 'yaolan-crime-en.png', type: 'image/png' });
  });

  it('its buttons can be met with a thumb', async () => {
    await openPanel(tab, 'en', 'crime');
    await click(tab, '[data-picture]');
    await until(tab, '[data-save-picture]');
    const heights = await tab.ask(
      (panel) =>
        [...document.querySelectorAll(`${panel} button`)].map((one) => one.getBoundingClientRect().height),
      panel,
    );
    expect(heights.length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });
});

// Only Chromium's driver tells of downloads.
it.each(engines.slice(0, 1))('in $name the browser saves the picture as a file', async ({ open }) => {
  const { page, close } = await open();
  const tab = tabOver(page, close);
  await openPanel(tab, 'en', 'crime');
  await click(tab, '[data-picture]');
  await until(tab, '[data-save-picture]');
  const [download] = await Promise.all([page.waitForEvent('download'), click(tab, '[data-save-picture]')]);
  expect(download.suggestedFilename()).toBe('yaolan-crime-en.png');
  const file = await readFile(await download.path());
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  expect(file.readUInt32BE(16)).toBe(1080);
  await tab.close();
});

it.each(engines.slice(0, 1))(
  'in $name the system is offered the link, then the picture',
  async ({ open }) => {
    const { page, close } = await open();
    const tab = tabOver(page, close);
    await page.addInitScript(() => {
      const shared: unknown[] = [];
      Object.assign(window, { shared });
      const share = async ({ title, url, files }: ShareData) =>
        void shared.push({ title, url, files: files?.map(({ name, type }) => `${name} ${type}`) });
      Object.defineProperties(Navigator.prototype, {
        share: { value: share, configurable: true },
        canShare: { value: () => true, configurable: true },
      });
    });
    await openPanel(tab, 'en', 'crime');
    await click(tab, '[data-share]');
    await click(tab, '[data-picture]');
    await until(tab, '[data-share-picture]');
    await click(tab, '[data-share-picture]');
    const shared = await tab.ask(() => (window as unknown as { shared: ShareData[] }).shared);
    expect(shared.map(({ url, files }) => url ?? String(files))).toEqual([
      linkTo('en', 'crime'),
      'yaolan-crime-en.png image/png',
    ]);
    await tab.close();
  },
);

it.each(engines.slice(1))(
  'in $name that resists fingerprinting, the reader is told that there is no picture',
  async ({ open }) => {
    const { page, close } = await open({ prefs: { 'privacy.resistFingerprinting': true } });
    const tab = tabOver(page, close);
    await openPanel(tab, 'en', 'crime');
    await click(tab, '[data-picture]');
    await untilAnswer(tab, 'This browser could not draw the picture');
    expect(await tab.ask((panel) => document.querySelector(`${panel} img`), panel)).toBeNull();
    await tab.close();
  },
);
