import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/language';
import { openChromium } from '../support/browsers';
import { servedSite } from '../support/served';
import {
  article,
  isMarked,
  markWindow,
  pathOf,
  type Tab,
  tabEngines,
  tabOver,
  twoFrames,
  untilLanguage,
  untilOffline,
} from './support';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const site = await servedSite();

afterEach(async () => {
  site.interpose(undefined);
  await site.start();
});

const field = 'main input[type=search]';

const addressOf = (language: Language, query?: string) =>
  `${site.url}${language}/search/${query === undefined ? '' : `?q=${encodeURIComponent(query)}`}`;

async function openSearch(tab: Tab, language: Language = 'zh', query?: string): Promise<void> {
  await tab.goto(addressOf(language, query));
  await tab.waitFor('the field', (field) => document.querySelector(field), field);
}

/** What a reader is told of the results. */
const saidIn = (tab: Tab) => tab.ask(() => document.querySelector('main [role=status]')?.textContent ?? '');

const untilSaid = (tab: Tab, words: RegExp) =>
  tab.waitFor(
    `the search to say ${words}`,
    (pattern) => new RegExp(pattern).test(document.querySelector('main [role=status]')?.textContent ?? ''),
    words.source,
  );

/** Empties the field and types; resolves once the results have been announced. */
async function search(tab: Tab, query: string, said = /\S/): Promise<void> {
  await tab.ask((selector) => {
    const input = document.querySelector<HTMLInputElement>(selector);
    if (!input) throw new Error('there is nowhere to type');
    input.value = '';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, field);
  await tab.type(field, query);
  await untilSaid(tab, said);
}

/** The results as they are shown. */
const resultsIn = (tab: Tab) =>
  tab.ask(() =>
    [...document.querySelectorAll('main ol li')].map((result) => ({
      title: result.querySelector('a')?.textContent ?? '',
      to: result.querySelector('a')?.getAttribute('href') ?? '',
      // After the kind stands which report it is from.
      kind: (result.querySelector('small')?.textContent ?? '').split(' · ')[0] ?? '',
      text: result.lastElementChild?.textContent ?? '',
      marked: [...result.querySelectorAll('mark')].map(({ textContent }) => textContent),
      lang: result.querySelector('[lang]')?.getAttribute('lang'),
    })),
  );

const focusIn = (tab: Tab) =>
  tab.ask(() => {
    const { activeElement: active } = document;
    return active?.matches('input')
      ? 'field'
      : [...document.querySelectorAll('main ol li a')].indexOf(active as Element);
  });

describe.each(tabEngines)('in $name', ({ open }) => {
  /** One for all, as one reader's: to start a browser takes longer than to search. */
  let tab: Tab;

  beforeAll(async () => {
    tab = await open();
  });

  afterAll(() => tab.close());

  it('finds what stands in a sentence, a figure, a term or a title, and marks it', async () => {
    await openSearch(tab);
    await search(tab, '发案');
    const cases = await resultsIn(tab);
    expect(cases.map(({ title }) => title)).toEqual(expect.arrayContaining(['发案', '电信网络诈骗发案']));
    expect(new Set(cases.flatMap(({ marked }) => marked))).toEqual(new Set(['发案']));
    expect(cases.map(({ to }) => to)).toEqual(
      expect.arrayContaining([
        `/zh/${article}/#crime`,
        `/zh/${article}/#telecom-fraud-cases`,
        '/zh/terms/#term-cases-occurring',
      ]),
    );
    expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(['卡片', '数字', '术语']));
    expect(await saidIn(tab)).toBe(`找到${cases.length}处`);
    await search(tab, '同比');
    const compared = await resultsIn(tab);
    expect(compared.map(({ text }) => text)).toContain('同比上升27.7%');
    expect(compared.every(({ marked }) => marked.includes('同比'))).toBe(true);
    await search(tab, '27.7');
    const [rate, overview] = await resultsIn(tab);
    expect(rate).toMatchObject({
      ...{ title: '全市刑事案件破案率', text: '同比上升27.7%', to: `/zh/${article}/#clearance-rate` },
    });
    expect(overview).toMatchObject({ kind: '卡片', to: `/zh/${article}/#overview`, marked: ['27.7%'] });
  });

  it.each(['12.45万', '124500', '124,500', '１２４５００'])(
    'finds %s however it is printed',
    async (query) => {
      await openSearch(tab);
      await search(tab, query);
      const [points] = await resultsIn(tab);
      expect(points).toMatchObject({
        ...{ to: `/zh/${article}/#video-points`, text: '累计12.45万个', marked: ['12.45万'] },
      });
      await openSearch(tab, 'en', query);
      await untilSaid(tab, /result/);
      const [same] = await resultsIn(tab);
      expect(same).toMatchObject({ to: `/en/${article}/#video-points`, marked: ['124,500'] });
    },
  );

  it('finds the other language’s words, without case or accents, and says which language they are', async () => {
    await openSearch(tab);
    await search(tab, 'PRÔSECUTORS');
    const found = await resultsIn(tab);
    expect(found).toContainEqual({
      title: '检察机关',
      to: '/zh/terms/#term-procuratorate',
      kind: '术语',
      text: 'procuratorates (prosecutors)',
      marked: ['prosecutors'],
      lang: 'en',
    });
    expect(found.every(({ lang }) => lang === 'en')).toBe(true);
    await openSearch(tab, 'en', '检察机关');
    await untilSaid(tab, /result/);
    expect(await resultsIn(tab)).toContainEqual(
      expect.objectContaining({ to: '/en/terms/#term-procuratorate', text: '检察机关', lang: 'zh-Hans' }),
    );
  });

  it('an offered word is searched for and stands in the field', async () => {
    await openSearch(tab);
    const offered = await tab.ask(() => {
      const button = document.querySelector<HTMLElement>('main search button');
      button?.click();
      return button?.textContent ?? '';
    });
    await untilSaid(tab, /\S/);
    expect(await tab.ask((field) => document.querySelector<HTMLInputElement>(field)?.value, field)).toBe(
      offered,
    );
  });

  it('says so when there is nothing', async () => {
    await openSearch(tab);
    await search(tab, '鲸鱼');
    expect([await saidIn(tab), await resultsIn(tab)]).toEqual(['没有找到“鲸鱼”。', []]);
    await search(tab, '27.8', /27/);
    expect([await saidIn(tab), await resultsIn(tab)]).toEqual(['没有找到“27.8”。', []]);
  });

  it('shows results at once and says their number when the reader has stopped typing', async () => {
    await openSearch(tab, 'zh', '同比');
    await untilSaid(tab, /找到/);
    const atOnce = await tab.ask(async (selector) => {
      const input = document.querySelector(selector) as HTMLInputElement;
      input.value = '发案';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // Rendered in a microtask, long before the next frame.
      await new Promise((done) => requestAnimationFrame(done));
      return [
        document.querySelector('main mark')?.textContent,
        document.querySelector('main [role=status]')?.textContent,
        document.querySelector('main [role=status]')?.isConnected,
      ];
    }, field);
    expect(atOnce).toEqual(['发案', '', true]);
    await untilSaid(tab, /找到/);
    expect(await saidIn(tab)).toBe(`找到${(await resultsIn(tab)).length}处`);
  });

  describe('while an input method is composing', () => {
    /** Puts into the field what is composed, and answers what is found in the next frame. */
    const compose = (tab: Tab, value: string, composed: string) =>
      tab.ask(
        async ([selector, value, data]) => {
          const input = document.querySelector(selector) as HTMLInputElement;
          input.value = value;
          input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true, data }));
          await new Promise((done) => requestAnimationFrame(done));
          return [input.value, document.querySelectorAll('main ol li').length];
        },
        [field, value, composed] as const,
      );

    const endComposition = (tab: Tab) =>
      tab.ask(
        (selector) =>
          document
            .querySelector(selector)
            ?.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })),
        field,
      );

    it('results follow the words of a phone’s keyboard', async () => {
      await openSearch(tab, 'en');
      await search(tab, 'police');
      const [, some = 0] = await compose(tab, 'police post', 'post');
      expect(some).toBeGreaterThan(0);
      expect(await compose(tab, 'police whale', 'whale')).toEqual(['police whale', some]);
      await untilSaid(tab, /Nothing found for “police whale”/);
      expect(await resultsIn(tab)).toEqual([]);
    });

    it('the letters of a Chinese word wait until it is chosen', async () => {
      await openSearch(tab);
      await search(tab, '27.7');
      const before = (await resultsIn(tab)).length;
      expect(await compose(tab, "fa'an", "fa'an")).toEqual(["fa'an", before]);
      expect(await compose(tab, 'police', 'police')).toEqual(['police', before]);
      const [, after] = await compose(tab, '发案', '发案');
      expect(after).not.toBe(before);
      await endComposition(tab);
      await untilSaid(tab, new RegExp(`找到${after}处`));
    });

    it('the list does not change between the press and the click on it', async () => {
      await openSearch(tab, 'en');
      await search(tab, 'fraud');
      // All at once, because the list follows by itself when the reader stops typing.
      const [before, during] = await tab.ask(async (selector) => {
        const input = document.querySelector(selector) as HTMLInputElement;
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        const links = () => [...document.querySelectorAll<HTMLElement>('main ol li a')];
        input.value = 'fraud rec';
        input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true, data: 'rec' }));
        const found = links();
        const link = found[1] as HTMLElement;
        const before = found.map(({ textContent }) => textContent);
        link.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        // The press takes the focus, which ends the composition.
        input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
        await frame();
        const isThere = link.isConnected && links()[1] === link;
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
        await frame();
        return [before, isThere] as const;
      }, field);
      expect(during).toBe(true);
      const after = await tab.ask(() =>
        [...document.querySelectorAll('main ol li a')].map(({ textContent }) => textContent),
      );
      expect(after).not.toEqual(before);
    });
  });

  it('leads by the keyboard from the field to the results, back, and on to the card', async () => {
    await openSearch(tab);
    await search(tab, '同比');
    const walked: (string | number)[] = [];
    for (const key of [
      'ArrowDown',
      'ArrowDown',
      'ArrowUp',
      'ArrowUp',
      'Enter',
      'ArrowDown',
      'Escape',
    ] as const) {
      await tab.press(key);
      walked.push(await focusIn(tab));
    }
    expect(walked).toEqual([0, 1, 0, 'field', 0, 1, 'field']);
    await tab.press('Enter');
    const [first] = await resultsIn(tab);
    await tab.press('Enter');
    await tab.waitFor(
      'the first result',
      (to) => location.pathname + location.hash === to && document.readyState === 'complete',
      first?.to,
    );
  });

  it('begins with what the address asks for, notes what is typed, and is the same after Back', async () => {
    await openSearch(tab, 'zh', '发案');
    await untilSaid(tab, /找到/);
    expect(await tab.ask((field) => document.querySelector<HTMLInputElement>(field)?.value, field)).toBe(
      '发案',
    );
    await search(tab, '同比', /找到/);
    const before = await resultsIn(tab);
    await tab.waitFor(
      'the query in the address',
      () => location.search === `?q=${encodeURIComponent('同比')}`,
    );
    await tab.pressEnter('main ol li a');
    await tab.waitFor(
      'the first result',
      (to) => location.pathname + location.hash === to && document.readyState === 'complete',
      before[0]?.to,
    );
    await tab.ask(() => void setTimeout(() => history.back()));
    await untilSaid(tab, /找到/);
    expect(await resultsIn(tab)).toEqual(before);
    expect(await tab.ask((field) => document.querySelector<HTMLInputElement>(field)?.value, field)).toBe(
      '同比',
    );
  });

  it('keeps query and results when the language changes', async () => {
    await openSearch(tab);
    await markWindow(tab);
    await search(tab, '同比');
    const ids = (results: readonly { to: string }[]) => results.map(({ to }) => to.replace(/^\/(zh|en)/, ''));
    const before = ids(await resultsIn(tab));
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'en');
    await tab.waitFor('the address', () => location.pathname.includes('/en/'));
    const after = await resultsIn(tab);
    expect([...ids(after)].sort()).toEqual([...before].sort());
    expect(after.every(({ to, lang }) => to.startsWith('/en/') && lang === 'zh-Hans')).toBe(true);
    expect(await pathOf(tab)).toBe(`/en/search/?q=${encodeURIComponent('同比')}`);
    await search(tab, 'police', /results/);
    await tab.waitFor('the query in the address', () => location.search === '?q=police');
    // Back in the other language it is the other query.
    await tab.ask(() => history.back());
    await untilLanguage(tab, 'zh');
    await untilSaid(tab, /找到/);
    expect(ids(await resultsIn(tab))).toEqual(before);
    expect(await tab.ask((field) => document.querySelector<HTMLInputElement>(field)?.value, field)).toBe(
      '同比',
    );
    expect(await isMarked(tab)).toBe(true);
  });

  it('works with no network once the edition is saved', async () => {
    await tab.goto(`${site.url}zh/`);
    await untilOffline(tab);
    await site.stop();
    await openSearch(tab, 'zh', 'police');
    await untilSaid(tab, /找到/);
    expect((await resultsIn(tab)).length).toBeGreaterThan(5);
    await search(tab, '发案', /找到/);
  });

  it('says when the text cannot be had, and tries again with the next press', async () => {
    // Whoever has been here before has the text at hand.
    const tab = await open();
    site.interpose(({ url }, response) => {
      if (!url?.startsWith('/assets/site-')) return false;
      response.writeHead(503).end();
      return true;
    });
    await tab.goto(addressOf('zh', '发案'));
    await tab.waitFor('the page to say so', () =>
      document.querySelector('main')?.innerText.includes('没有取到'),
    );
    site.interpose(undefined);
    await tab.ask(() => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })));
    await untilSaid(tab, /找到/);
    expect(await tab.ask(() => document.querySelector('main')?.innerText)).not.toContain('没有取到');
    await tab.close();
  });

  it('shows the first twenty, and more when asked to', async () => {
    await openSearch(tab, 'zh', '文章');
    await untilSaid(tab, /找到/);
    expect(await resultsIn(tab)).toHaveLength(20);
    await tab.pressEnter('main button');
    await tab.waitFor('more results', () => document.querySelectorAll('main ol li').length > 20);
    expect(await focusIn(tab)).toBe(20);
  });

  it('has as many results, and the reader at the same place, on the way Back', async () => {
    await openSearch(tab, 'zh', '报告');
    await untilSaid(tab, /找到/);
    for (const count of [20, 40]) {
      await tab.ask(() => document.querySelector<HTMLElement>('main button')?.click());
      await tab.waitFor(
        'more results',
        (count) => document.querySelectorAll('main ol li').length > count,
        count,
      );
    }
    const shown = (await resultsIn(tab)).length;
    await tab.ask(() => document.querySelectorAll('main ol li')[45]?.scrollIntoView({ behavior: 'instant' }));
    const place = () =>
      Math.round(document.querySelectorAll('main ol li')[45]?.getBoundingClientRect().top ?? -1);
    const before = await tab.ask(place);
    await tab.ask(() => {
      // A page with such a listener is not kept in memory.
      addEventListener('unload', () => undefined);
      setTimeout(() => location.assign('/zh/terms/'));
    });
    await tab.waitFor(
      'the other page',
      () => location.pathname === '/zh/terms/' && document.readyState === 'complete',
    );
    await tab.ask(() => void setTimeout(() => history.back()));
    await tab.waitFor(
      'the results',
      (shown) => document.querySelectorAll('main ol li').length === shown,
      shown,
    );
    await twoFrames(tab);
    expect(Math.abs((await tab.ask(place)) - before)).toBeLessThan(3);
  });
});

describe('the page', () => {
  it.each([
    ['zh', 'light', 360],
    ['en', 'dark', 360],
    ['zh', 'dark', 320],
    ['en', 'light', 320],
  ] as const)(
    'is accessible with results in %s, %s, at %i px, and as wide as the window',
    async (language, colorScheme, width) => {
      const { page, close } = await openChromium({ context: { colorScheme } });
      await page.setViewportSize({ width, height: 780 });
      const tab = tabOver(page, close);
      await openSearch(tab, language, 'police');
      await untilSaid(tab, /\d/);
      const faults = await tab.ask(() => ({
        beside: document.documentElement.scrollWidth - innerWidth,
        small: [...document.querySelectorAll<HTMLElement>('main a, main input, main button')]
          .filter(({ offsetHeight }) => offsetHeight < 44)
          .map(({ textContent }) => textContent),
      }));
      expect(faults).toEqual({ beside: 0, small: [] });
      await page.evaluate(axe);
      const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))).toEqual(
        [],
      );
      await close();
    },
  );

  it('takes the focus where there is a pointer, and under a finger leaves it alone', async () => {
    const focused: boolean[] = [];
    for (const context of [{}, { hasTouch: true, isMobile: true }]) {
      const { page, close } = await openChromium({ context });
      const tab = tabOver(page, close);
      await openSearch(tab);
      focused.push(await tab.ask((field) => document.activeElement?.matches(field) ?? false, field));
      await close();
    }
    expect(focused).toEqual([true, false]);
  });
});
