import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { By } from 'selenium-webdriver';
import { type Language, otherThan, tagOf } from '../../src/core/language';
import { loadContent } from '../../src/node/content';
import { article } from '../support/article';
import {
  installedBrowsers,
  type OpenBrowser,
  type OpenChromiumOptions,
  type OpenFirefoxOptions,
  openChromium,
  openFirefox,
} from '../support/browsers';
import { pagesOf } from '../support/pages';
import { until } from '../support/until';
import { type OpenWebKit, openWebKit } from '../support/webkit';

/** The two engines that keep a profile over a restart and take a locale. */
export interface Engine {
  readonly name: 'Chromium' | 'Firefox';
  open(options?: OpenChromiumOptions & OpenFirefoxOptions): Promise<OpenBrowser>;
}

/** An engine that is not installed, or not meant by ENGINES, is left out. */
const browsers = installedBrowsers();

export const engines: readonly Engine[] = [
  ...(browsers.chromium ? [{ name: 'Chromium', open: openChromium } as const] : []),
  ...(browsers.firefox ? [{ name: 'Firefox', open: openFirefox } as const] : []),
];

/** One tab of any of the three engines, as far as the shared journeys drive it. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs a function in the page; it is sent as text and sees nothing but its argument. */
  ask<T, A = undefined>(inPage: (given: A) => T, given?: A): Promise<Awaited<T>>;
  /** Resolves once the function's answer is truthy, across reloads. */
  waitFor<A = undefined>(what: string, inPage: (given: A) => unknown, given?: A): Promise<void>;
  /** A click where the element stands: a driver's own click may scroll the page first, which no reader does. */
  click(selector: string): Promise<void>;
  /** Presses Enter on an element, as a reader without a pointer does. */
  pressEnter(selector: string): Promise<void>;
  /** Presses a key where the focus is. */
  press(key: keyof typeof webDriverKeys): Promise<void>;
  /** Writes at the end of a field, key by key. */
  type(selector: string, text: string): Promise<void>;
  close(): Promise<void>;
}

/** What WebDriver calls the keys. */
const webDriverKeys = {
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
} as const;

export interface TabEngine {
  readonly name: string;
  open(): Promise<Tab>;
}

export const tabEngines: readonly TabEngine[] = [
  ...engines.map(({ name, open }) => ({
    name,
    open: async () => {
      const { page, close } = await open();
      return tabOver(page, close);
    },
  })),
  ...(browsers.webkit ? [{ name: 'WebKit', open: async () => webKitTabOver(await openWebKit()) }] : []),
];

export const webKit: readonly TabEngine[] = tabEngines.filter(({ name }) => name === 'WebKit');

export function tabOver(page: Page, close: () => Promise<void>): Tab {
  const ask: Tab['ask'] = (inPage, given) => page.evaluate(inPage as (given: unknown) => never, given);
  return {
    goto: (url) => goTo(page, url),
    ask,
    waitFor: waitingWith(ask),
    click: async (selector) => {
      const [x, y] = await page.evaluate(middleOf, selector);
      await page.mouse.click(x, y);
    },
    pressEnter: (selector) => page.press(selector, 'Enter'),
    press: (key) => page.keyboard.press(key),
    type: (selector, text) => page.locator(selector).pressSequentially(text),
    close,
  };
}

/**
 * Firefox without a network may report the one navigation twice, and the driver then calls it interrupted by itself
 * (microsoft/playwright#28165, #41216). Anything else that interrupts is a fault.
 */
async function goTo(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url);
  } catch (error) {
    if (!String(error).includes(`interrupted by another navigation to "${url}"`)) throw error;
    await page.waitForURL(url);
  }
}

export function webKitTabOver({ driver, evaluate, goto, close }: OpenWebKit): Tab {
  const write = (selector: string, keys: string) => driver.findElement(By.css(selector)).sendKeys(keys);
  const ask: Tab['ask'] = (inPage, given) => evaluate(inPage, given);
  return {
    goto,
    ask,
    waitFor: waitingWith(ask),
    click: (selector) => evaluate(clickInPage, selector),
    pressEnter: (selector) => write(selector, webDriverKeys.Enter),
    press: (key) => write(':focus', webDriverKeys[key]),
    type: write,
    close,
  };
}

/** Asks the page until the answer is truthy, across navigations. */
const waitingWith =
  (ask: Tab['ask']): Tab['waitFor'] =>
  async (what, inPage, given) =>
    void (await until(async () => Boolean(await ask(inPage, given)), { what }));

function middleOf(selector: string): [number, number] {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  if (!box) throw new Error(`Nothing matches ${selector}`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

function clickInPage(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`Nothing matches ${selector}`);
  // A reader's click gives the focus; a scripted one does not.
  element.focus({ preventScroll: true });
  element.click();
}

export { article };

/** What follows the language in the address of every page. */
const paths = [
  '',
  ...loadContent().articles.flatMap(({ facts: { id } }) => [`${id}/`, `${id}/measures/`]),
  ...['terms/', 'about/'],
];

export const addresses = (['zh', 'en'] as const).flatMap((language) =>
  paths.map((path) => `${language}/${path}`),
);

const otherReports = loadContent().articles.flatMap(({ facts: { id } }) => (id === article ? [] : id));

/**
 * The pages of one report with those that belong to none. Pages of all reports are made of the same components and
 * styles: where it is these that are looked at once more, in a second theme or engine, one report stands for all.
 */
export const ofOneReport = (address: string): boolean =>
  !otherReports.some((id) => address.split('/').includes(id));

/** The reader's own pages, which say nothing before a script has filled them. */
export const ownAddresses = (['zh', 'en'] as const).flatMap((language) =>
  ['search/', 'saved/', 'settings/'].map((path) => `${language}/${path}`),
);

export const languageOf = (address: string): Language => (address.startsWith('en') ? 'en' : 'zh');

export const inOther = (address: string): string =>
  address.replace(/^(zh|en)/, otherThan(languageOf(address)));

export const langOf = (address: string): string => tagOf[languageOf(address)];

/** The title that the built page at an address below the base carries: `zh/about/`. */
export function titleIn(dist: string, address: string): string {
  const page = pagesOf(dist).find((built) => built.address === `/${address}`);
  const title = page && /<title>([^<]*)<\/title>/.exec(readFileSync(page.file, 'utf8'))?.[1];
  if (!title) throw new Error(`${dist} has no page with a title at ${address}`);
  return title.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

type Waits = Pick<Tab, 'waitFor'>;

/** From then on the page notes what it calls kept, see `untilKept`: the next record replaces the word for the last. */
export const untilHydrated = (tab: Waits): Promise<void> =>
  tab.waitFor('the page to become interactive', () => {
    const { dataset } = document.documentElement;
    const page = window as { calledKept?: string[] };
    if (page.calledKept === undefined) {
      const called = dataset.kept === undefined ? [] : [dataset.kept];
      page.calledKept = called;
      new MutationObserver(() => called.push(dataset.kept ?? '')).observe(document.documentElement, {
        attributeFilter: ['data-kept'],
      });
    }
    return 'hydrated' in dataset;
  });

export const untilOffline = (tab: Waits, state: 'saved' | 'unavailable' = 'saved'): Promise<void> =>
  tab.waitFor(
    `data-offline="${state}"`,
    (wanted) => document.documentElement.dataset.offline === wanted,
    state,
  );

export const untilThere = (tab: Waits, selector: string): Promise<void> =>
  tab.waitFor(`${selector} to be there`, (selector) => document.querySelector(selector) !== null, selector);

/** The page is this language in all it says about itself: words, head and address, and no part is left behind. */
export const untilLanguage = (tab: Waits, language: Language): Promise<void> =>
  tab.waitFor(
    `the page to be in ${language}`,
    ([lang, other]) => {
      if (document.documentElement.lang !== lang || !document.querySelector(`[data-switch=${other}]`))
        return false;
      const han = /\p{Script=Han}/u;
      const words = [...document.querySelectorAll(':is(h1, h2, h3, summary, footer a):not([lang])')];
      return words.every(({ childNodes }) => {
        const text = [...childNodes]
          .map((node) => ((node as HTMLElement).lang ? '' : node.textContent))
          .join('');
        return han.test(text) === (lang !== 'en');
      });
    },
    [tagOf[language], otherThan(language)],
  );

/** Two frames: what follows scrolling or new words by a frame has happened. */
export const twoFrames = (tab: Pick<Tab, 'ask'>): Promise<void> =>
  tab.ask(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/** Brings a card under the reader's eyes: its top edge stands so many pixels below the window's. */
export async function readTo(tab: Pick<Tab, 'ask'>, card: string, below: number): Promise<void> {
  const move = ({ card, below }: { card: string; below: number }) => {
    const box = document.getElementById(card)?.getBoundingClientRect();
    // As a reader does, who thereby leaves the place that the page is brought back to.
    dispatchEvent(new WheelEvent('wheel'));
    scrollBy({ top: (box?.top ?? 0) - below, behavior: 'instant' });
  };
  await tab.ask(move, { card, below });
  await twoFrames(tab);
}

/** A click on what the reader has scrolled to. */
export async function choose(tab: Pick<Tab, 'ask' | 'click'>, selector: string): Promise<void> {
  await tab.ask(
    (selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center' }),
    selector,
  );
  await twoFrames(tab);
  await tab.click(selector);
}

/** How far the top of a card stands below the window's. */
export const topOf = (tab: Pick<Tab, 'ask'>, card: string): Promise<number> =>
  tab.ask((id) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN, card);

/** Leaves a mark in the window; it is gone after any reload. */
export const markWindow = (tab: Pick<Tab, 'ask'>): Promise<void> =>
  tab.ask(() => {
    (window as unknown as { unbroken?: true }).unbroken = true;
  });

export const isMarked = (tab: Pick<Tab, 'ask'>): Promise<boolean> =>
  tab.ask(() => (window as unknown as { unbroken?: true }).unbroken === true);

export const pathOf = (tab: Pick<Tab, 'ask'>): Promise<string> =>
  tab.ask(() => location.pathname + location.search + location.hash);

/** The text of the quiet status line. */
export const statusOf = (tab: Pick<Tab, 'ask'>): Promise<string> =>
  tab.ask(() => document.querySelector('[data-live=status] [role=status]')?.textContent ?? '');
