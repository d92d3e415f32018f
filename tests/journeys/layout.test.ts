import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenBrowser, openChromium } from '../support/browsers';
import { servedSite } from '../support/served';
import { addresses, article, ownAddresses, tabOver, twoFrames, untilHydrated, untilOffline } from './support';

const missing = ['zh/nothing-here/', 'en/nothing-here/'];
const widths = [320, 360, 390, 768, 1280];

const site = await servedSite();

// 200 % is what readers get who set their browser's text to twice its size.
describe.each([16, 32])('with text of %i px', (size) => {
  let browser: OpenBrowser;

  beforeAll(async () => {
    browser = await openChromium({ args: [`--blink-settings=defaultFontSize=${size}`] });
  });

  afterAll(() => browser.close());

  it.each([...addresses, ...ownAddresses, ...missing])('%s fits into every window', async (address) => {
    const { page } = browser;
    const tab = tabOver(page, async () => undefined);
    await page.goto(site.url + address);
    // Only now are the parts there that a script fills. An address that names no page is never stored.
    await (missing.includes(address) ? untilHydrated(tab) : untilOffline(tab));
    const root = await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return getComputedStyle(document.documentElement).fontSize;
    });
    expect(root).toBe(`${size}px`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 });
      await twoFrames(tab);
      const { sideways, outside } = await page.evaluate(lookForOverflow);
      expect(sideways, `sideways scroll at ${width} px`).toBe(0);
      expect(outside, `beyond the edge at ${width} px`).toEqual([]);
    }
  });
});

/** What readers choose on the display page, in the narrowest window, and at 400 % in a wide one. */
describe.each([
  { size: '5', spacing: 'wide', edition: 'standard' },
  { size: '1', spacing: 'normal', edition: 'large' },
])('with text size $size and the $edition edition', (look) => {
  let browser: OpenBrowser;

  beforeAll(async () => {
    browser = await openChromium();
    await browser.page.addInitScript((look) => {
      for (const [name, value] of Object.entries(look)) localStorage.setItem(`yaolan:${name}`, value);
    }, look);
    await browser.page.setViewportSize({ width: 320, height: 256 });
  });

  afterAll(() => browser.close());

  it.each([...addresses, ...ownAddresses])(
    '%s fits into 320 px and leaves room for its text',
    async (address) => {
      const { page } = browser;
      await page.goto(site.url + address);
      await untilOffline(tabOver(page, async () => undefined));
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const { sideways, outside } = await page.evaluate(lookForOverflow);
      expect(sideways, 'sideways scroll').toBe(0);
      expect(outside, 'beyond the edge').toEqual([]);
      await page.evaluate(() => scrollTo({ top: 1000, behavior: 'instant' }));
      expect(
        await page.evaluate(() => document.querySelector('header')?.getBoundingClientRect().bottom),
      ).toBeLessThanOrEqual(0);
    },
  );
});

it.each(['4', '5'])(
  'no line begins or ends under the notch of a phone that lies on its side (size %s)',
  async (size) => {
    const { page, context, close } = await openChromium({ viewport: { width: 812, height: 375 } });
    await page.addInitScript((size) => localStorage.setItem('yaolan:size', size), size);
    const insets = { left: 59, right: 59, top: 0, bottom: 21 };
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
    await page.goto(`${site.url}en/${article}/`);
    await untilOffline(tabOver(page, async () => undefined));
    const { left, right } = await page.evaluate(lookForEdges);
    expect(left).toBeGreaterThanOrEqual(insets.left);
    expect(right).toBeLessThanOrEqual(812 - insets.right);
    await close();
  },
);

it.each([1000, 1280, 1600])(
  'the largest type leaves the text its room beside the columns of a window of %i px',
  async (width) => {
    const { page, close } = await openChromium({ viewport: { width, height: 900 } });
    await page.addInitScript(() => localStorage.setItem('yaolan:size', '5'));
    await page.goto(`${site.url}en/${article}/`);
    await untilOffline(tabOver(page, async () => undefined));
    const { text, em, sideways } = await page.evaluate(() => {
      const takeaway = document.querySelectorAll('[data-card]')[1]?.querySelector('p') as HTMLElement;
      scrollTo({ left: 10_000, behavior: 'instant' });
      const em = Number.parseFloat(getComputedStyle(takeaway).fontSize);
      return { text: takeaway.getBoundingClientRect().width, em, sideways: scrollX };
    });
    expect(text / em, 'em').toBeGreaterThan(18);
    expect(sideways).toBe(0);
    await close();
  },
);

/** Where the outermost letters of the page stand. */
function lookForEdges() {
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const edges = { left: innerWidth, right: 0 };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    const { left, right, width } = range.getBoundingClientRect();
    if (width <= 1 || node.parentElement?.matches('a[href="#main"], [data-said]')) continue;
    edges.left = Math.min(edges.left, left);
    edges.right = Math.max(edges.right, right);
  }
  return edges;
}

/** How far the page scrolls sideways, and which texts stand outside the window for good. */
function lookForOverflow() {
  scrollTo({ left: 10_000, behavior: 'instant' });
  const sideways = scrollX;
  scrollTo({ left: 0, behavior: 'instant' });
  const canScroll = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || canScroll(element.parentElement));
  const outside: string[] = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    const { left, right, width } = range.getBoundingClientRect();
    const isBeyond = width > 1 && (left < -1 || right > document.documentElement.clientWidth + 1);
    const isSkipLink = node.parentElement?.matches('a[href="#main"]');
    if (isBeyond && !isSkipLink && !canScroll(node.parentElement)) outside.push(node.textContent ?? '');
  }
  return { sideways, outside };
}
