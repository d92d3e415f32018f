import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedSite } from '../support/served';
import { article, choose, engines, type Tab, tabEngines, twoFrames, untilLanguage } from './support';

const address = `en/${article}/`;
/** A term whose first use stands in an open paragraph of its card in both languages. */
const card = 'mediation';
const anchor = '#term-fengqiao';
const link = `#${card} a[href$="${anchor}"]:not([role=status] *)`;
const note = `#${card} [role=status]`;

const site = await servedSite();

const noteText = (tab: Tab) => tab.ask((note) => document.querySelector(note)?.textContent ?? '', note);

const untilNote = (tab: Tab, part: string) =>
  tab.waitFor(
    `a note that says ${part}`,
    ([note, part]) => document.querySelector(note)?.textContent?.includes(part),
    [note, part] as const,
  );

const untilArmed = (tab: Tab) =>
  tab.waitFor(
    'the terms to be buttons',
    (link) => document.querySelector(link)?.getAttribute('aria-expanded') === 'false',
    link,
  );

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await open();
  });

  afterAll(() => tab.close());

  async function read(): Promise<void> {
    await tab.goto('about:blank');
    await tab.goto(site.url + address);
    await untilArmed(tab);
    await tab.ask((link) => document.querySelector(link)?.scrollIntoView({ block: 'center' }), link);
    await twoFrames(tab);
  }

  it('a unit of a figure that foreign readers do not know explains itself under the figure', async () => {
    await tab.goto(`${site.url}en/china-2024/`);
    const unit = '[data-measure="grain-output"] a[href$="#term-jin"]';
    await tab.waitFor(
      'the unit to be a button',
      (unit) => document.querySelector(unit)?.role === 'button',
      unit,
    );
    await choose(tab, unit);
    await tab.waitFor('a note on the unit', () =>
      document
        .querySelector('[data-measure="grain-output"] [role=status]')
        ?.textContent?.includes('500 grams'),
    );
  });

  it('the first use of a term is a button that explains it under its paragraph', async () => {
    await read();
    expect(await tab.ask((link) => document.querySelector(link)?.role, link)).toBe('button');
    await tab.click(link);
    await untilNote(tab, '枫桥经验');
    const [paragraph, explained, isExpanded] = await tab.ask(
      ([link, note]) => {
        const anchor = document.querySelector(link);
        const box = (element: Element | null | undefined) => element?.getBoundingClientRect();
        return [
          box(anchor?.closest('p, dd'))?.bottom ?? 0,
          box(document.querySelector(note))?.top ?? 0,
          anchor?.getAttribute('aria-expanded'),
        ] as const;
      },
      [link, note] as const,
    );
    expect(explained).toBeGreaterThanOrEqual(paragraph - 1);
    expect(isExpanded).toBe('true');
    expect(await tab.ask(() => location.hash)).toBe('');
    await tab.click(link);
    expect(await noteText(tab)).toBe('');
  });

  it('opens by Enter, closes by Escape, and the focus is on the term again', async () => {
    await read();
    await tab.pressEnter(link);
    await untilNote(tab, '枫桥经验');
    await tab.ask((note) => {
      const inside = document.querySelector<HTMLElement>(`${note} a`);
      inside?.focus();
      inside?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    }, note);
    expect(await noteText(tab)).toBe('');
    expect(await tab.ask((link) => document.activeElement === document.querySelector(link), link)).toBe(true);
  });

  it('stays open over a language change, in the other language', async () => {
    await read();
    await tab.click(link);
    await untilNote(tab, '枫桥经验');
    await tab.click('[data-switch]');
    await untilLanguage(tab, 'zh');
    await untilNote(tab, '枫桥经验 Fengqiao Experience');
    await tab.click(link);
    expect(await noteText(tab)).toBe('');
  });
});

describe.each(engines)('without script in $name', ({ open }) => {
  it.each(['zh', 'en'])(
    'each term in the cards leads to its entry in the glossary (%s)',
    async (language) => {
      const { page, close } = await open({ context: { javaScriptEnabled: false } });
      await page.goto(`${site.url}${language}/${article}/`);
      const links = await page.locator('[data-card] a[href*="#term-"]').all();
      expect(links.length).toBeGreaterThan(30);
      const hrefs = await Promise.all(links.map((one) => one.getAttribute('href')));
      expect(new Set(hrefs).size).toBe(hrefs.length);
      await page.goto(new URL(hrefs[0] ?? '', site.url).href);
      for (const href of hrefs) {
        expect(await page.locator(`[id="${href?.split('#')[1]}"] dd`).count(), href ?? '').toBe(1);
      }
      await close();
    },
  );
});
