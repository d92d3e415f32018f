import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/language';
import { openChromium } from '../support/browsers';
import { servedSite } from '../support/served';
import { buildSite } from '../support/site';
import { article, isMarked, markWindow, type Tab, tabEngines, tabOver, untilLanguage } from './support';

const dist = await buildSite();
const site = await servedSite();

interface Published {
  readonly measures: readonly {
    readonly id: string;
    readonly paragraph: number;
    readonly zh: { readonly label: string };
    readonly en: { readonly label: string };
  }[];
}

/** The measures as the built site publishes them, in the article's order. */
const published = () =>
  (JSON.parse(readFileSync(join(dist, `data/${article}.json`), 'utf8')) as Published).measures;

function idsByName(language: Language): string[] {
  const { compare } = new Intl.Collator({ zh: 'zh-Hans', en: 'en' }[language], { ignorePunctuation: true });
  return [...published()].sort((a, b) => compare(a[language].label, b[language].label)).map(({ id }) => id);
}

const head = { measure: 'thead th:nth-child(2) button', paragraph: 'thead th:last-child button' };

const addressIn = (language: Language) => `${site.url}${language}/${article}/measures/`;

/** By a way of its own: the same address again would be a reload, which keeps the order. */
async function arriveAt(tab: Tab, language: Language): Promise<void> {
  await tab.goto('about:blank');
  await tab.goto(addressIn(language));
  await untilSortable(tab);
}

const untilSortable = (tab: Tab) =>
  tab.waitFor(
    'the heads of columns to be buttons',
    () => document.querySelectorAll('thead button').length === 2,
  );

/** What a reader finds in the table: by eye, and by what it says about itself. */
const tableIn = (tab: Tab) =>
  tab.ask(() => ({
    ids: [...document.querySelectorAll<HTMLElement>('tbody tr[data-measure]')].map(
      ({ dataset }) => dataset.measure ?? '',
    ),
    groups: document.querySelectorAll('tbody th[scope=rowgroup]').length,
    orders: [...document.querySelectorAll('thead th')].map((th) => th.getAttribute('aria-sort')),
    said: document.querySelector('main [role=status]')?.textContent,
  }));

const untilOrders = (tab: Tab, orders: readonly (string | null)[]) =>
  tab.waitFor(
    `the order ${orders}`,
    (wanted) =>
      [...document.querySelectorAll('thead th')].map((th) => th.getAttribute('aria-sort')).join() === wanted,
    orders.join(),
  );

/** Of the five columns, figure, measure, scope, status and paragraph, two can be sorted by. */
const none = [null, 'none', null, null, 'none'] as const;
const byName = (direction: string) => [null, direction, null, null, 'none'];
const byParagraph = (direction: string) => [null, 'none', null, null, direction];

const words = {
  zh: { pinyin: /拼音顺序/, reversed: /拼音倒序/, grouped: /按种类分组/, article: /原文顺序/ },
  en: { pinyin: /A to Z/, reversed: /Z to A/, grouped: /Grouped by kind/, article: /in the report’s order/ },
};

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await open();
  });

  afterAll(() => tab.close());

  describe.each(['zh', 'en'] as const)('the table in %s', (language) => {
    const arrive = () => arriveAt(tab, language);

    it('is grouped by kind until somebody asks for another order', async () => {
      await arrive();
      const { ids, groups, orders, said } = await tableIn(tab);
      expect([...ids].sort()).toEqual(
        published()
          .map(({ id }) => id)
          .sort(),
      );
      expect([groups, orders, said]).toEqual([7, [...none], '']);
    });

    it('is sorted by name, up and down and back, by clicks', async () => {
      await arrive();
      const before = await tableIn(tab);
      const wanted = idsByName(language);
      await tab.click(head.measure);
      await untilOrders(tab, byName('ascending'));
      expect(await tableIn(tab)).toMatchObject({ ids: wanted, groups: 0 });
      expect((await tableIn(tab)).said).toMatch(words[language].pinyin);
      await tab.click(head.measure);
      await untilOrders(tab, byName('descending'));
      expect((await tableIn(tab)).ids).toEqual([...wanted].reverse());
      expect((await tableIn(tab)).said).toMatch(words[language].reversed);
      await tab.click(head.measure);
      await untilOrders(tab, none);
      expect(await tableIn(tab)).toMatchObject({ ids: before.ids, groups: 7 });
      expect((await tableIn(tab)).said).toMatch(words[language].grouped);
    });

    it('is sorted by paragraph with the keyboard, and the focus stays', async () => {
      await arrive();
      await tab.pressEnter(head.paragraph);
      await untilOrders(tab, byParagraph('ascending'));
      const { ids, said } = await tableIn(tab);
      expect(ids).toEqual(published().map(({ id }) => id));
      expect(said).toMatch(words[language].article);
      expect(
        await tab.ask((at) => document.activeElement === document.querySelector(at), head.paragraph),
      ).toBe(true);
      await tab.pressEnter(head.paragraph);
      await untilOrders(tab, byParagraph('descending'));
      const paragraphs = new Map(published().map(({ id, paragraph }) => [id, paragraph]));
      const shown = (await tableIn(tab)).ids.map((id) => paragraphs.get(id) ?? 0);
      expect(shown).toEqual([...shown].sort((a, b) => b - a));
    });

    it('says of each measure its kind when no heading does', async () => {
      await arrive();
      const kindOf = () =>
        document
          .querySelector<HTMLElement>('tr[data-measure=clearance-rate]')
          ?.innerText?.replace(/\s+/g, ' ') ?? '';
      const kind = { zh: '比率的变化', en: 'Changes in a rate' }[language];
      expect(await tab.ask(kindOf)).not.toContain(kind);
      await tab.click(head.measure);
      await untilOrders(tab, byName('ascending'));
      expect(await tab.ask(kindOf)).toContain(kind);
    });
  });

  it('the order is the one that was left, after a reload too', async () => {
    await arriveAt(tab, 'zh');
    await tab.click(head.measure);
    await untilOrders(tab, byName('ascending'));
    await markWindow(tab);
    await tab.ask(() => void setTimeout(() => location.reload()));
    await tab.waitFor('the page', () => !('unbroken' in window));
    await untilOrders(tab, byName('ascending'));
    expect((await tableIn(tab)).ids).toEqual(idsByName('zh'));
  });

  it('a change of language keeps the order, in the other language’s own alphabet', async () => {
    await arriveAt(tab, 'zh');
    await markWindow(tab);
    await tab.click(head.measure);
    await untilOrders(tab, byName('ascending'));
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'en');
    expect(await tableIn(tab)).toMatchObject({ ids: idsByName('en'), orders: byName('ascending') });
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'zh');
    expect(await tableIn(tab)).toMatchObject({ ids: idsByName('zh'), orders: byName('ascending') });
    await tab.click(head.measure);
    await untilOrders(tab, byName('descending'));
    expect((await tableIn(tab)).ids).toEqual(idsByName('zh').reverse());
    expect(await isMarked(tab)).toBe(true);
  });
});

describe('the table of measures', () => {
  afterEach(() => site.interpose(undefined));

  it.each(['zh', 'en'] as const)(
    'in %s, keeps the focus and the place of a link while its script arrives',
    async (language) => {
      let letGo: () => void = () => undefined;
      const held = new Promise<void>((done) => {
        letGo = done;
      });
      site.interpose(async ({ url }) => {
        if (url?.includes('/assets/site-')) await held;
        return false;
      });
      const { page, close } = await openChromium();
      await page.setViewportSize({ width: 360, height: 780 });
      const tab = tabOver(page, close);
      await tab.goto(addressIn(language));
      await page.focus('tr[data-measure=study-classes] a');
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      const focused = () => {
        const row = document.activeElement?.closest<HTMLElement>('tr');
        return [row?.dataset.measure, row?.getBoundingClientRect().top];
      };
      const before = await tab.ask(focused);
      expect(await page.locator('thead button').count()).toBe(0);
      letGo();
      await untilSortable(tab);
      expect(await tab.ask(focused)).toEqual(before);
      expect(before[0]).toBe('study-classes');
      await close();
    },
  );

  it.each([
    ['zh', 320],
    ['zh', 1280],
    ['en', 320],
    ['en', 1280],
  ] as const)(
    'has links in %s as tall as a finger at %i px, with nothing over them',
    async (language, width) => {
      const { page, close } = await openChromium();
      await page.setViewportSize({ width, height: 800 });
      await page.goto(addressIn(language));
      await untilSortable(tabOver(page, close));
      expect(await page.evaluate(lookForSmallTargets)).toEqual([]);
      await close();
    },
  );
});

/** Links and buttons of the table that are lower than 44 px, or covered where they should answer. */
function lookForSmallTargets(): string[] {
  return [...document.querySelectorAll<HTMLElement>('table a, table button')].flatMap((target) => {
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { top, bottom, left, width, height } = target.getBoundingClientRect();
    const isHit = [top + 1, bottom - 1].every((y) =>
      target.contains(document.elementFromPoint(left + width / 2, y)),
    );
    return height >= 44 && isHit ? [] : [`${target.textContent}: ${height} px`];
  });
}
