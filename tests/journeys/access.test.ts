import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Language, languages, otherThan } from '../../src/core/language';
import { openChromium } from '../support/browsers';
import { servedSite } from '../support/served';
import { untilKept } from './kept';
import {
  article,
  engines,
  type Tab,
  tabEngines,
  tabOver,
  untilHydrated,
  untilLanguage,
  untilOffline,
} from './support';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const site = await servedSite();

const card = '#crime';

const keys = 'the list of keys';

/** What a reader can open, at an address below the language, and how that is done. */
const states: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
  [
    'the search with what it has found',
    'search/?q=%E5%8F%91%E6%A1%88',
    (page) => page.locator('main ol li').first().waitFor(),
  ],
  [
    'the search with nothing found',
    'search/?q=qqqq',
    (page) => page.locator('main [role=status]', { hasText: /\S/ }).waitFor(),
  ],
  ['an empty saved list', 'saved/', (page) => page.locator('main [data-live] p').first().waitFor()],
  [
    'a saved list',
    'saved/',
    async (page) => {
      const tab = tabOver(page, () => page.close());
      await page.goto(page.url().replace('saved/', `${article}/`));
      await untilHydrated(tab);
      await page.locator(`${card} > [data-tools] [data-save]`).click();
      await untilKept(tab, `saved:${article}/crime=true`);
      await page.goto(page.url().replace(`${article}/`, 'saved/'));
      await page.locator('main ol li a').first().waitFor();
    },
  ],
  ['the display page', 'settings/', (page) => page.locator('main input').first().waitFor()],
  [
    'an explained term',
    `${article}/`,
    async (page) => {
      await page.locator('main a[data-term]').first().click();
      await page.locator('[data-note]').waitFor();
    },
  ],
  [
    'what can be shared, with its picture',
    `${article}/`,
    async (page) => {
      await page.locator(`${card} [data-tool=share]`).click();
      await page.locator('[data-picture]').click();
      await page.locator('[data-save-picture]').waitFor();
    },
  ],
  [
    'a card in both languages',
    `${article}/`,
    async (page) => {
      await page.locator(`${card} [data-tool=both]`).click();
      await page.locator(`${card} [data-other]`).first().waitFor();
    },
  ],
  [
    keys,
    `${article}/`,
    async (page) => {
      await page.keyboard.press('?');
      await page.locator('#app kbd').first().waitFor();
    },
  ],
];

/** Pages on which nothing needs to be opened; in the standard edition `quality.test` looks at them. */
const plain = ['', `${article}/measures/`, 'terms/', 'about/'].map(
  (address) =>
    [address || 'home', address, (page: Page) => page.locator('main').waitFor()] as (typeof states)[number],
);

/** What axe finds, with the stricter rules of WCAG for targets, and for contrast where they are asked for. */
async function faults(page: Page, part: string, isEnhanced: boolean): Promise<string[]> {
  await page.evaluate((part) => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details'))
      if (details.closest(part)) details.open = true;
  }, part);
  await page.evaluate(axe);
  const rules = { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: isEnhanced } };
  const { violations } = (await page.evaluate(
    `axe.run('${part}', ${JSON.stringify({ rules })})`,
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

/** Contrast is a matter of the theme, names are of the language: each of both editions is looked at in both. */
const looks = [
  { colorScheme: 'light', edition: 'standard', language: 'zh' },
  { colorScheme: 'dark', edition: 'standard', language: 'en' },
  { colorScheme: 'light', edition: 'large', language: 'en' },
  { colorScheme: 'dark', edition: 'large', language: 'zh' },
] as const;

describe('what can be opened', () => {
  it.each(looks)(
    'is accessible ($colorScheme, $edition, $language)',
    async ({ colorScheme, edition, language }) => {
      const { page, close } = await openChromium({ context: { colorScheme } });
      try {
        await page.addInitScript((edition) => localStorage.setItem('yaolan:edition', edition), edition);
        const found: string[] = [];
        for (const [what, address, reach] of edition === 'large' ? [...states, ...plain] : states) {
          await page.goto(`${site.url}${language}/${address}`);
          await untilOffline(tabOver(page, close));
          await reach(page);
          // The whole page as it came is looked at in `quality.test`.
          const around = '#app > :not(main)';
          // The list of keys lies over the card until it is closed.
          const opened = what === keys ? around : `${around}, ${card}`;
          const part = address === `${article}/` ? opened : 'body';
          found.push(...(await faults(page, part, edition === 'large')).map((fault) => `${what}: ${fault}`));
        }
        expect(found).toEqual([]);
      } finally {
        await close();
      }
    },
  );
});

/** What stands in the accessibility tree, line by line, as the engine gives it to a screen reader. */
const said: Readonly<Record<Language, Record<'article' | 'evidence' | 'search', readonly string[]>>> = {
  zh: {
    article: [
      '- banner:',
      '- link "要览"',
      '- link "English"',
      '- navigation "工具":',
      '- button "长辈版"',
      '- main:',
      // Its phrases stay together, which puts a space between their names.
      '- heading "随州2024年政法工作： 综述说了什么" [level=1]',
      '- list "要点数字":',
      '- heading "5 打击犯罪" [level=3]',
      '- group "这张卡片":',
      '- button "收藏卡片"',
      '- button "对照英文"',
      '- contentinfo:',
    ],
    evidence: [
      '全市刑事案件破案率同比上升27.7%',
      '- term: 出处',
      '- term: 范围',
      '- group "全市刑事案件破案率":',
      '- button "收藏数字"',
    ],
    search: ['- search:', '- searchbox "要找的字、词或数字"', '- status: ', '- list:', '- mark: 27.7%'],
  },
  en: {
    article: [
      '- banner:',
      '- link "Yaolan"',
      '- link "中文"',
      '- navigation "Tools":',
      '- button "Large type"',
      '- main:',
      '- list "Essential figures":',
      '- heading "5 Crime" [level=3]',
      '- group "This card":',
      '- button "Save card"',
      '- button "Show Chinese"',
      '- contentinfo:',
    ],
    evidence: [
      '- term: Source',
      '- term: Scope',
      '- group "Citywide clearance rate for criminal cases":',
      '- button "Save figure"',
    ],
    search: [
      '- search:',
      '- searchbox "Words or a number to find"',
      '- status: ',
      '- list:',
      '- mark: 27.7%',
    ],
  },
};

describe.each(engines)('in $name', ({ open }) => {
  let page: Page;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ page, close } = await open());
  });

  afterEach(() => close());

  /** Names with a colon stand in quotation marks. */
  const tree = async (selector = 'body') => (await page.locator(selector).ariaSnapshot()).replaceAll("'", '');

  it.each(languages)(
    'the article, its evidence and its switch have names, roles and states (%s)',
    async (language) => {
      await page.goto(`${site.url}${language}/${article}/`);
      await untilOffline(tabOver(page, close));
      const whole = await tree();
      for (const line of said[language].article) expect(whole).toContain(line);
      const evidence = '#clearance-rate details';
      const closed = await tree(evidence);
      await page.locator(`${evidence} summary`).click();
      const opened = await tree(evidence);
      expect(closed.split('\n').length).toBeLessThan(opened.split('\n').length);
      for (const line of said[language].evidence) expect(opened).toContain(line);
      const save = page.locator(`${card} > [data-tools] [data-save]`);
      expect(await save.getAttribute('aria-pressed')).toBe('false');
      await save.click();
      await page.locator(`${card} > [data-tools] [data-save][aria-pressed=true]`).waitFor();
      expect(await tree(`${card} > [data-tools]`)).toContain('[pressed]');
    },
  );

  it.each(languages)('the search is a named field whose results are announced (%s)', async (language) => {
    await page.goto(`${site.url}${language}/search/?q=27.7`);
    await page.locator('main li mark').first().waitFor();
    const whole = await tree('main');
    for (const line of said[language].search) expect(whole).toContain(line);
  });
});

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  beforeEach(async () => {
    tab = await open();
  });

  afterEach(() => tab.close());

  it.each(languages)(
    'a change of language is said once, politely, in the new language (from %s)',
    async (language) => {
      await tab.goto(`${site.url}${language}/${article}/`);
      await untilOffline(tab);
      const other = otherThan(language);
      await tab.ask(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        const place = document.querySelector('[data-said]') as Element;
        new MutationObserver(() => heard.push(`${place.getAttribute('lang')}: ${place.textContent}`)).observe(
          place,
          {
            childList: true,
            characterData: true,
            subtree: true,
          },
        );
      });
      await tab.click(`[data-switch=${other}]`);
      await untilLanguage(tab, other);
      await tab.waitFor(
        'the change to be said',
        () => (window as unknown as { heard: string[] }).heard.length > 0,
      );
      const { heard, expected } = await tab.ask(() => ({
        heard: (window as unknown as { heard: string[] }).heard,
        expected: `${document.documentElement.lang}: ${document.title}`,
      }));
      expect(heard).toEqual([expected]);
    },
  );
});
