import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../support/browsers';
import { servedSite } from '../support/served';
import {
  article,
  engines,
  markWindow,
  pathOf,
  readTo,
  type Tab,
  tabEngines,
  tabOver,
  topOf,
  twoFrames,
  untilHydrated,
  untilOffline,
} from './support';

const site = await servedSite();

const zh = `zh/${article}/`;
const line = 24; // CSS px

const untilAt = (tab: Tab, path: string) =>
  tab.waitFor(
    path,
    (path) => location.pathname + location.hash === path && document.readyState === 'complete',
    path,
  );

/** What is loaded anew, and complete. */
async function untilLoaded(tab: Tab): Promise<void> {
  await tab.waitFor('the page to be loaded anew', () => !('unbroken' in window));
  await untilHydrated(tab);
  await untilOffline(tab);
  await twoFrames(tab);
}

/** Loads the page again as a reader does; without the browser's cache of whole pages Back is the same. */
async function reload(tab: Tab): Promise<void> {
  await markWindow(tab);
  await tab.ask(() => void setTimeout(() => location.reload()));
  await untilLoaded(tab);
}

async function goAndComeBack(tab: Tab): Promise<void> {
  await tab.ask(() => {
    // A page with such a listener is not kept in memory.
    addEventListener('unload', () => undefined);
    setTimeout(() => location.assign('/zh/terms/'));
  });
  await untilAt(tab, '/zh/terms/');
  await markWindow(tab);
  await tab.ask(() => void setTimeout(() => history.back()));
  await untilLoaded(tab);
}

/** Scripts fill a page with words, which are held back until the answer is called. */
function holdWords(): () => void {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  site.interpose(async ({ url = '' }) => {
    if (url.includes('/assets/site-')) await held;
    return false;
  });
  return release;
}

const isOpen = (tab: Tab, measure: string) =>
  tab.ask((id) => document.querySelector<HTMLDetailsElement>(`[id="${id}"] details`)?.open, measure);

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  /** One for all: to start a browser takes longer than to read. */
  beforeAll(async () => {
    tab = await open();
  });

  afterEach(() => site.interpose(undefined));

  afterAll(() => tab.close());

  async function read(path = zh): Promise<void> {
    await tab.goto('about:blank');
    await tab.goto(site.url + path);
    await untilHydrated(tab);
    await untilOffline(tab);
  }

  it('the parts that a script fills in later do not move the card under the eyes', async () => {
    const release = holdWords();
    await tab.goto(site.url + zh);
    await readTo(tab, 'digital', 90);
    const before = await topOf(tab, 'digital');
    release();
    await untilHydrated(tab);
    await untilOffline(tab);
    await twoFrames(tab);
    expect(Math.abs((await topOf(tab, 'digital')) - before)).toBeLessThan(line);
  });

  it('a link to a card that the page does not have says so, and the text is there', async () => {
    await tab.goto('about:blank');
    await tab.goto(`${site.url}${zh}#no-such-card`);
    await untilHydrated(tab);
    await tab.waitFor('the sentence', () => /没有链接所指的内容/.test(document.body.innerText));
    expect(await tab.ask(() => document.querySelector('h1')?.offsetHeight)).toBeGreaterThan(0);
  });

  it.each([
    ['markup', '#<img src=x onerror=alert(1)>'],
    ['64 kB', `#${'a'.repeat(65_536)}`],
  ])('a fragment of %s does not stay in the address', async (_, fragment) => {
    await tab.goto('about:blank');
    await tab.goto(`${site.url}${zh}?x=1${fragment}`);
    await untilHydrated(tab);
    expect(await tab.ask(() => location.href)).toBe(`${site.url}${zh}?x=1`);
  });

  it.each([
    ['after a reload', reload],
    ['on the way Back', goAndComeBack],
  ])('with both languages on, the place is the one that was left %s', async (_, comeAgain) => {
    await read();
    await tab.ask(() => document.querySelector<HTMLElement>('[data-all]')?.click());
    await tab.waitFor('both languages', () => document.querySelector('#business [data-other]'));
    await readTo(tab, 'justice-reform', 120);
    const before = await topOf(tab, 'justice-reform');
    await comeAgain(tab);
    await tab.waitFor('both languages', () => document.querySelector('#business [data-other]'));
    await twoFrames(tab);
    expect(Math.abs((await topOf(tab, 'justice-reform')) - before)).toBeLessThan(line);
    await tab.ask(() => document.querySelector<HTMLElement>('[data-all]')?.click());
    await tab.waitFor('one language', () => !document.querySelector('[data-other]'));
  });

  it('with all evidences open, the place is the one that was left after a reload', async () => {
    await read();
    await tab.ask(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await tab.waitFor(
      'the tools of all measures',
      () => document.querySelectorAll('details [data-save]').length === 33,
    );
    await readTo(tab, 'oversight', 90);
    const before = await topOf(tab, 'oversight');
    await reload(tab);
    expect(Math.abs((await topOf(tab, 'oversight')) - before)).toBeLessThan(line);
  });

  it('what a link has opened is not opened again by a reload; the place that was left counts', async () => {
    await read(`${zh}#clearance-rate`);
    expect(await isOpen(tab, 'clearance-rate')).toBe(true);
    await readTo(tab, 'digital', 90);
    const before = await topOf(tab, 'digital');
    await reload(tab);
    expect(Math.abs((await topOf(tab, 'digital')) - before)).toBeLessThan(line);
    expect(await isOpen(tab, 'clearance-rate')).toBe(false);
  });

  it('a link to a measure opens its evidence each time', async () => {
    await read();
    const link = 'a[href="#clearance-rate"]';
    for (const time of ['first', 'second']) {
      await tab.ask((link) => document.querySelector<HTMLElement>(link)?.click(), link);
      await tab.waitFor(
        `the evidence, the ${time} time`,
        () => document.querySelector<HTMLDetailsElement>('#clearance-rate details')?.open,
      );
      await tab.ask(() => document.querySelector<HTMLElement>('#clearance-rate summary')?.click());
    }
  });

  it.each([`${zh}#crime。`, `${zh}#crime）`, `${zh}#crime，看看`, `${zh}%23crime`])(
    'the address %s, as chat programs paste it, leads to the card',
    async (address) => {
      await tab.goto('about:blank');
      await tab.goto(site.url + address);
      await untilAt(tab, `/${zh}#crime`);
      await untilHydrated(tab);
      await twoFrames(tab);
      const top = await topOf(tab, 'crime');
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(200);
    },
  );

  it('an address with a stop behind it leads to its page', async () => {
    await tab.goto(`${site.url}${zh}。`);
    await untilAt(tab, `/${zh}`);
    expect(await pathOf(tab)).toBe(`/${zh}`);
  });
});

it.each(engines)(
  'in $name a reader who goes on before the page is complete is not taken back',
  async ({ open }) => {
    const { page, close } = await open();
    const tab = tabOver(page, close);
    // Without words the page is never complete, and they are not in the browser's cache.
    site.interpose(({ url = '' }, response) => {
      if (!url.includes('/assets/site-')) return false;
      response.writeHead(503).end();
      return true;
    });
    await tab.goto(site.url + zh);
    await tab.waitFor('the first script', () => history.state?.key);
    await readTo(tab, 'crime', 90);
    await markWindow(tab);
    const release = holdWords();
    await tab.ask(() => void setTimeout(() => location.reload()));
    await tab.waitFor('the place that was left', () => !('unbroken' in window) && scrollY > 0);
    const left = await topOf(tab, 'crime');
    expect(Math.abs(left - 90)).toBeLessThan(line);
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, 400);
    await tab.waitFor(
      'the wheel to have scrolled',
      (left) => (document.getElementById('crime')?.getBoundingClientRect().top ?? 0) < left - 300,
      left,
    );
    await twoFrames(tab);
    const before = await topOf(tab, 'crime');
    release();
    await untilHydrated(tab);
    await untilOffline(tab);
    await twoFrames(tab);
    site.interpose(undefined);
    expect(Math.abs((await topOf(tab, 'crime')) - before)).toBeLessThan(line);
    await tab.close();
  },
);

it('a measure that is linked to stands below the bar, however tall that is', async () => {
  const { page, close } = await openChromium({ viewport: { width: 320, height: 640 } });
  const tab = tabOver(page, close);
  await page.addInitScript(() => localStorage.setItem('yaolan:edition', 'large'));
  await tab.goto(`${site.url}en/${article}/#clearance-rate`);
  await untilHydrated(tab);
  await untilOffline(tab);
  await twoFrames(tab);
  const [bar = 0, usual = 0, top = 0] = await tab.ask(() => [
    document.querySelector('header')?.getBoundingClientRect().bottom,
    Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--bar')),
    document.querySelector('#clearance-rate')?.getBoundingClientRect().top,
  ]);
  expect(bar, 'two rows').toBeGreaterThan(usual + 20);
  expect(top).toBeGreaterThanOrEqual(bar);
  expect(top).toBeLessThan(bar + 100);
  await tab.close();
});
