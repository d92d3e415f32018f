import { describe, expect, it } from 'vitest';
import { openChromium } from '../support/browsers';
import { servedSite } from '../support/served';
import { untilKept } from './kept';
import { article, tabOver, untilHydrated } from './support';

const site = await servedSite();

describe.each(['zh', 'en'])('the article on paper, in %s', (language) => {
  it('takes ten sheets of A4 at most, at 9 pt or more, with its evidence and its address, and without controls', async () => {
    const { page, close } = await openChromium();
    await page.goto(`${site.url}${language}/${article}/`);
    await page.waitForFunction(() => document.documentElement.dataset.offline === 'saved');
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page(?!s)/g) ?? [];
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.length).toBeLessThanOrEqual(10);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() => {
      const isShown = (element: Element | null) => (element?.getClientRects().length ?? 0) > 0;
      return {
        evidence: [...document.querySelectorAll('[data-card] li[data-measure] dl')].every(isShown),
        controls: [...document.querySelectorAll('button, summary, header, #contents')].filter(isShown).length,
        small: [...document.querySelectorAll('main :is(p, dt, dd, th, td)')].filter(
          // 9 pt are 12 CSS px.
          (element) => isShown(element) && Number.parseFloat(getComputedStyle(element).fontSize) < 11.99,
        ).length,
        address: getComputedStyle(document.getElementById('end') as Element, '::after').content,
      };
    });
    expect(shown).toEqual({
      evidence: true,
      controls: 0,
      small: 0,
      address: `"${site.url}${language}/${article}/\\a ${site.url}${language}/terms/"`,
    });
    await close();
  });

  it('stands on sixteen sheets at most in both languages at once', async () => {
    const { page, close } = await openChromium();
    await page.goto(`${site.url}${language}/${article}/`);
    await page.locator('[data-all]').click();
    await page.locator('[data-card]:last-of-type [data-other]').last().waitFor({ state: 'attached' });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[data-card]')].every((card) => card.querySelector('[data-other]')),
    );
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect((pdf.match(/\/Type\s*\/Page(?!s)/g) ?? []).length).toBeLessThanOrEqual(16);
    await page.emulateMedia({ media: 'print' });
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll('[data-card] [data-other]')]
        .filter((other) => !other.closest('summary') && other.getClientRects().length === 0)
        .map(({ textContent }) => textContent),
    );
    expect(hidden).toEqual([]);
    await close();
  });
});

it('what a reader has filled a page with stands on paper, without its controls', async () => {
  const { page, close } = await openChromium();
  const onPaper = async (path: string, filled: string) => {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${site.url}zh/${path}`);
    await page.locator(filled).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const controls = page.locator(':is(button, input[type=radio]):visible');
    expect(await controls.count(), `controls of ${path}`).toBe(0);
    return page.locator('main').innerText();
  };
  await page.goto(`${site.url}zh/${article}/`);
  const tab = tabOver(page, close);
  await untilHydrated(tab);
  for (const card of ['crime', 'digital']) {
    await page.locator(`#${card} > [data-tools] [data-save]`).click();
    await untilKept(tab, `saved:${article}/${card}=true`);
  }
  const saved = await onPaper('saved/', 'main li + li');
  expect(saved).toContain('打击犯罪');
  expect(saved).not.toContain('移除');
  expect(await onPaper('search/?q=同比', 'main mark')).toMatch(/找到[\s\S]*同比上升/);
  const settings = await onPaper('settings/', 'main label');
  expect(settings).toContain('跟随系统');
  expect(settings).not.toContain('深色');
  await close();
});
