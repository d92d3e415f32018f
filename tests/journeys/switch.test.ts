import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { integrityOf } from '../../src/prerender/policy';
import type { OpenBrowser } from '../support/browsers';
import { freshFolder } from '../support/run-folder';
import { servedSite } from '../support/served';
import { buildSite, serve } from '../support/site';
import { until } from '../support/until';
import {
  addresses,
  article,
  choose,
  engines,
  inOther,
  isMarked,
  languageOf,
  markWindow,
  ofOneReport,
  pathOf,
  readTo,
  type Tab,
  tabEngines,
  tabOver,
  titleIn,
  topOf,
  twoFrames,
  untilHydrated,
  untilLanguage,
  untilOffline,
} from './support';

const zhArticle = `zh/${article}/`;
const enArticle = `en/${article}/`;

const dist = await buildSite();
const site = await servedSite();

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  beforeAll(async () => {
    await site.start();
    tab = await open();
    await tab.goto(site.url + zhArticle);
    await untilOffline(tab);
  });

  afterAll(() => tab.close());

  // Without a network is the harder case: with one, too, the words of every report come from the cache.
  describe('with the server stopped', () => {
    beforeAll(() => site.stop());

    /** Opens the article afresh, marks its window and brings a card under the reader's eyes. */
    async function read(card: string, below: number, address = zhArticle): Promise<void> {
      await tab.goto('about:blank');
      await tab.goto(site.url + address);
      await untilHydrated(tab);
      await markWindow(tab);
      await readTo(tab, card, below);
    }

    async function switchBy(act: () => Promise<void>, language: 'zh' | 'en'): Promise<void> {
      await act();
      await untilLanguage(tab, language);
      await twoFrames(tab);
    }

    const click = () => tab.click('[data-switch]');

    it('what changes by itself goes on in the language of the page, also while the other is readied', async () => {
      await read('crime', 90);
      await untilOffline(tab);
      const said: string[] = [];
      for (let turn = 0; turn < 5; turn++) {
        for (const card of ['digital', 'crime']) {
          await readTo(tab, card, 90);
          said.push(await tab.ask(() => document.querySelector('[data-live=place] a')?.ariaLabel ?? ''));
        }
      }
      expect(said.filter((words) => !/^\d+ \/ 14，目录$/.test(words))).toEqual([]);
    });

    it('every card stays under the eyes, and nothing reloads', async () => {
      await read('crime', 90);
      for (const [card, below] of [
        ['crime', 90],
        ['mediation', 150],
        ['groups', 70],
        ['governance-centres', -60],
        ['justice-reform', 120],
      ] as const) {
        await readTo(tab, card, below);
        const before = await topOf(tab, card);
        for (const language of ['en', 'zh'] as const) {
          await switchBy(click, language);
          expect(await isMarked(tab), card).toBe(true);
          expect(Math.abs((await topOf(tab, card)) - before), card).toBeLessThan(24);
        }
      }
    });

    it('a card that the reader scrolls to while the rest still changes stays there', async () => {
      await read('crime', 90);
      await tab.ask(() => {
        const move = () => {
          const box = document.getElementById('justice-reform')?.getBoundingClientRect();
          scrollBy({ top: (box?.top ?? 0) - 120, behavior: 'instant' });
        };
        new MutationObserver((_changes, observer) => {
          observer.disconnect();
          move();
        }).observe(document.documentElement, { attributeFilter: ['lang'] });
      });
      await switchBy(click, 'en');
      expect(Math.abs((await topOf(tab, 'justice-reform')) - 120)).toBeLessThan(24);
    });

    it('the bar changes with the words in sight, also after its contents were open', async () => {
      await read('crime', 90);
      const middle = '[data-live=place] a';
      await tab.click(middle);
      await tab.waitFor('the contents', () => document.querySelector('[data-contents]'));
      await tab.click(middle);
      await tab.waitFor('no contents', () => !document.querySelector('[data-contents]'));
      // The document gets its language when what is in sight has been painted in it.
      await tab.ask(() => {
        new MutationObserver((_changes, observer) => {
          observer.disconnect();
          const { switch: other } =
            document.querySelector<HTMLElement>('header [data-switch]')?.dataset ?? {};
          Object.assign(window, { other });
        }).observe(document.documentElement, { attributeFilter: ['lang'] });
      });
      await switchBy(click, 'en');
      expect(await tab.ask(() => (window as unknown as { other?: string }).other)).toBe('zh');
    });

    it('title, language, address, manifest and words follow', async () => {
      await read('digital', 90);
      await switchBy(click, 'en');
      expect(await headOf(tab)).toEqual({
        lang: 'en',
        title: titleIn(dist, enArticle),
        path: `/${enArticle}`,
        manifest: '/en.webmanifest',
        canonical: `/${enArticle}`,
        heading: builtHeading(enArticle),
      });
      await switchBy(click, 'zh');
      expect(await headOf(tab)).toMatchObject({
        lang: 'zh-Hans',
        title: titleIn(dist, zhArticle),
        path: `/${zhArticle}`,
        manifest: '/zh.webmanifest',
      });
    });

    it('opened details stay open and closed ones closed', async () => {
      await read('crime', 90);
      await tab.ask(() => {
        for (const measure of ['clearance-rate', 'telecom-fraud-cases'])
          document.querySelector<HTMLElement>(`#${measure} summary`)?.click();
      });
      const before = await openDetails(tab);
      expect(before).toHaveLength(2);
      await switchBy(click, 'en');
      expect(await openDetails(tab)).toEqual(before);
      const evidence = await tab.ask(() => document.querySelector('#clearance-rate details')?.textContent);
      expect(evidence).toContain('Scope');
    });

    it('the focus stays on the link that was chosen, after a click and after Enter', async () => {
      await read('reporting', 90);
      await switchBy(() => tab.pressEnter('[data-switch]'), 'en');
      expect(await focusedLanguage(tab)).toBe('en');
      await switchBy(() => tab.pressEnter('[data-switch]'), 'zh');
      expect(await focusedLanguage(tab)).toBe('zh-Hans');
      await switchBy(click, 'en');
      expect(await focusedLanguage(tab)).toBe('en');
      expect(await isMarked(tab)).toBe(true);
    });

    it('Back and Forward change the language and keep the card', async () => {
      await read('oversight', 100);
      const before = await topOf(tab, 'oversight');
      await switchBy(click, 'en');
      await switchBy(() => tab.ask(() => history.back()), 'zh');
      expect(await headOf(tab)).toMatchObject({ path: `/${zhArticle}`, title: titleIn(dist, zhArticle) });
      expect(Math.abs((await topOf(tab, 'oversight')) - before)).toBeLessThan(24);
      await switchBy(() => tab.ask(() => history.forward()), 'en');
      expect(await headOf(tab)).toMatchObject({ path: `/${enArticle}`, title: titleIn(dist, enArticle) });
      expect(Math.abs((await topOf(tab, 'oversight')) - before)).toBeLessThan(24);
      expect(await isMarked(tab)).toBe(true);
    });

    it('Back from a card leads to where its link was, also after a switch', async () => {
      await read('overview', 90);
      await switchBy(click, 'en');
      const link = 'main > nav a[href="#digital"]';
      await choose(tab, link);
      await tab.waitFor('the card', () => location.hash === '#digital');
      await tab.ask(() => history.back());
      await tab.waitFor(
        'the link to be in sight again',
        (link) => {
          const top = document.querySelector(link)?.getBoundingClientRect().top ?? -1;
          return location.hash === '' && top > 0 && top < innerHeight;
        },
        link,
      );
      expect(await isMarked(tab)).toBe(true);
    });

    it('the last of many fast switches wins', async () => {
      await read('study', 90);
      await tab.ask(noteWantedLanguage);
      for (let times = 0; times < 7; times++) await click();
      const last = await tab.ask(() => document.documentElement.dataset.wanted);
      await switchBy(async () => undefined, last === 'zh' ? 'zh' : 'en');
      await twoFrames(tab);
      const address = last === 'zh' ? zhArticle : enArticle;
      expect(await headOf(tab)).toMatchObject({ path: `/${address}`, title: titleIn(dist, address) });
      expect(await isMarked(tab)).toBe(true);
    });

    it('query and fragment survive', async () => {
      await read('crime', 90, `${zhArticle}?from=singlemessage&utm_source=x#crime`);
      await switchBy(click, 'en');
      expect(await pathOf(tab)).toBe(`/${enArticle}?from=singlemessage&utm_source=x#crime`);
      expect(await isMarked(tab)).toBe(true);
    });

    const inChinese = addresses.filter((address) => languageOf(address) === 'zh' && ofOneReport(address));
    it.each([...inChinese, 'zh/nothing-here/'])('the page %s changes in place', async (address) => {
      await tab.goto(site.url + address);
      await untilHydrated(tab);
      await markWindow(tab);
      await switchBy(click, 'en');
      const built = address.replace('nothing-here/', '404.html');
      expect(await headOf(tab)).toMatchObject({
        path: `/${inOther(address)}`,
        title: titleIn(dist, inOther(built)),
      });
      expect(await isMarked(tab)).toBe(true);
      expect(await untaggedHan(tab), 'Chinese without a lang of its own').toEqual([]);
    });
  });
});

describe.each(engines)('in $name, before anything is stored', ({ open }) => {
  let browser: OpenBrowser;
  let tab: Tab;

  // One browser for all of them: each has a server of its own, so nothing that it asks for is in the browser's cache.
  beforeAll(async () => {
    browser = await open({ context: { serviceWorkers: 'block' } });
    tab = tabOver(browser.page, browser.close);
  });

  afterAll(() => browser.close());

  it('a page that has changed its language is set as the one that was built', async () => {
    const paths = [`${article}/`, 'about/'];
    const own = await serve(dist);
    // As built: without any script.
    own.interpose(({ url = '' }, response) => {
      if (!url.endsWith('.js')) return false;
      response.writeHead(404).end();
      return true;
    });
    const built = new Map<string, string[]>();
    for (const path of paths) {
      await tab.goto(`${own.url}en/${path}`);
      built.set(path, await tab.ask(typeOfTexts));
    }
    own.interpose(undefined);
    for (const path of paths) {
      await tab.goto(`${own.url}zh/${path}`);
      await untilHydrated(tab);
      await tab.click('[data-switch=en]');
      await untilLanguage(tab, 'en');
      expect(await tab.ask(typeOfTexts), path).toEqual(built.get(path));
    }
    await own.stop();
  });

  it('words that arrive late come in place when they are there', async () => {
    const held: (() => void)[] = [];
    const own = await serve(dist);
    own.interpose(async ({ url = '' }) => {
      if (url.startsWith(`/assets/${article}-`)) await new Promise<void>((release) => held.push(release));
      return false;
    });
    await tab.goto(own.url + zhArticle);
    await markWindow(tab);
    await tab.click('[data-switch=en]');
    await until(() => held.length > 0, { what: 'the words to be asked for' });
    expect(await tab.ask(() => document.documentElement.lang)).toBe('zh-Hans');
    own.interpose(undefined);
    for (const release of held) release();
    await untilLanguage(tab, 'en');
    await browser.page.waitForURL(own.url + enArticle);
    expect(await isMarked(tab)).toBe(true);
    await own.stop();
  });

  it('a word that is changed in the file of the words is the one that is read after a switch', async () => {
    const copy = join(freshFolder('site'), 'site');
    cpSync(dist, copy, { recursive: true });
    const name = readdirSync(join(copy, 'assets')).find((file) => file.startsWith(`${article}-`)) ?? '';
    const file = join(copy, 'assets', name);
    const words = readFileSync(file, 'utf8');
    const changed = words.replace('Citywide clearance rate for criminal cases', 'Share of cases cleared');
    expect(changed).not.toBe(words);
    writeFileSync(file, changed);
    const page = join(copy, zhArticle, 'index.html');
    const html = readFileSync(page, 'utf8');
    writeFileSync(page, html.replace(integrityOf(words), integrityOf(changed)));
    const own = await serve(copy);
    await tab.goto(own.url + zhArticle);
    await untilHydrated(tab);
    await tab.click('[data-switch=en]');
    await untilLanguage(tab, 'en');
    expect(await tab.ask(() => document.querySelector('#clearance-rate p')?.textContent)).toBe(
      'Share of cases cleared',
    );
    await own.stop();
  });
});

it('Chinese on English pages says so, as built', () => {
  for (const address of addresses.filter((address) => languageOf(address) === 'en')) {
    const { document } = parseHTML(readFileSync(`${dist}/${address}index.html`, 'utf8'));
    expect(lookForUntaggedHan(document), address).toEqual([]);
  }
});

const builtHeading = (address: string): string | undefined =>
  /<h1[^>]*>([^<]*)/.exec(readFileSync(`${dist}/${address}index.html`, 'utf8'))?.[1];

const headOf = (tab: Tab) =>
  tab.ask(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    path: location.pathname,
    manifest: document.querySelector('link[rel=manifest]')?.getAttribute('href'),
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href'),
    heading: document.querySelector('h1')?.textContent,
  }));

/** How the headings and paragraphs of the page are set, each in its typeface and line height. */
function typeOfTexts(): string[] {
  return [...document.querySelectorAll('main :is(h1, h2, h3, p, dt, dd, li)')]
    .filter((element) => !element.closest('[data-live], [data-tools]'))
    .map((element) => {
      const { fontFamily, lineHeight, lineBreak } = getComputedStyle(element);
      return `${element.localName}: ${fontFamily}, ${lineHeight}, ${lineBreak}`;
    });
}

/** Where the open details stand among all of them. */
const openDetails = (tab: Tab): Promise<number[]> =>
  tab.ask(() => [...document.querySelectorAll('details')].flatMap(({ open }, at) => (open ? [at] : [])));

const focusedLanguage = (tab: Tab) =>
  tab.ask(() => document.activeElement?.closest('header [hreflang]')?.getAttribute('hreflang'));

/** Writes down what each click on the control asks for, before anything has answered it. */
function noteWantedLanguage(): void {
  const note = ({ target }: MouseEvent) => {
    const wanted = (target as Element).closest<HTMLElement>('[data-switch]')?.dataset.switch;
    if (wanted) document.documentElement.dataset.wanted = wanted;
  };
  addEventListener('click', note, true);
}

const untaggedHan = (tab: Tab): Promise<string[]> => tab.ask(lookForUntaggedHan);

/** Without its own `lang` a Chinese text on an English page gets Japanese glyphs and an English voice. */
function lookForUntaggedHan(built?: Document | null): string[] {
  const page = built ?? document;
  const untagged: string[] = [];
  const showText = 4; // NodeFilter.SHOW_TEXT, which is in a browser only
  const walker = page.createTreeWalker(page.body, showText);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const lang = node.parentElement?.closest('[lang]')?.getAttribute('lang');
    if (/\p{Script=Han}/u.test(text) && lang !== 'zh-Hans') untagged.push(text);
  }
  return untagged;
}
