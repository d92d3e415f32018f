import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { servedSite } from '../support/served';
import { untilKept } from './kept';
import {
  article,
  choose,
  readTo,
  type Tab,
  tabEngines,
  topOf,
  twoFrames,
  untilLanguage,
  untilOffline,
  untilThere,
} from './support';

const site = await servedSite();

const zh = `zh/${article}/`;
const card = '#crime';

/** Whether the key is left to the browser. */
const press = (tab: Tab, key: string) =>
  tab.ask(
    (key) =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
    key,
  );

const sizeOf = (tab: Tab, selector: string) =>
  tab.ask((selector) => {
    const element = document.querySelector(selector) as Element;
    const { fontSize, lineHeight } = getComputedStyle(element);
    const { height } = element.getBoundingClientRect();
    return { text: Number.parseFloat(fontSize), line: Number.parseFloat(lineHeight), height };
  }, selector);

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  beforeEach(async () => {
    tab = await open();
  });

  afterEach(() => tab.close());

  async function read(path = zh): Promise<void> {
    await tab.goto(site.url + path);
    await untilOffline(tab);
  }

  /** What a page looks like then is the boot script's doing. */
  async function withoutScripts(path: string, look: () => Promise<void>): Promise<void> {
    site.interpose(async ({ url = '' }, response) => {
      if (!url.includes('/assets/')) return false;
      response.statusCode = 503;
      response.end();
      return true;
    });
    try {
      await tab.goto(site.url + path);
      await look();
    } finally {
      site.interpose(undefined);
    }
  }

  it('text size and theme are chosen once and stand on the next page before its script', async () => {
    await read('zh/settings/');
    const before = await sizeOf(tab, 'main p');
    await tab.ask(() => {
      document.querySelector<HTMLElement>('input[name=size][value="5"]')?.click();
      document.querySelector<HTMLElement>('input[name=theme][value=dark]')?.click();
    });
    await untilKept(tab, 'theme=dark');
    expect((await sizeOf(tab, 'main p')).text).toBeCloseTo(before.text * 1.77, 0);
    await withoutScripts('zh/terms/?fresh', async () => {
      const { size, theme } = await tab.ask(() => ({ ...document.documentElement.dataset }));
      expect({ size, theme }).toEqual({ size: '5', theme: 'dark' });
      expect(await tab.ask(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(23, 19, 15)',
      );
      expect((await sizeOf(tab, 'main dd')).text).toBeGreaterThanOrEqual(30);
    });
  });

  it('the browser’s own bar has the colour of the theme that was chosen, on every page', async () => {
    const barColor = () =>
      [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].find(
        ({ media }) => !media || matchMedia(media).matches,
      )?.content;
    await read('zh/settings/');
    for (const [theme, color] of [
      ['dark', '#17130f'],
      ['light', '#fbf7ee'],
    ] as const) {
      await tab.ask(
        (theme) => document.querySelector<HTMLElement>(`input[name=theme][value=${theme}]`)?.click(),
        theme,
      );
      await untilKept(tab, `theme=${theme}`);
      expect(await tab.ask(barColor), theme).toBe(color);
      await withoutScripts('zh/terms/?fresh', async () => {
        expect(await tab.ask(barColor), `${theme}, on the next page`).toBe(color);
      });
      await read('zh/settings/');
    }
  });

  it('the large-type edition is one tap away and has the norm’s sizes', async () => {
    await read();
    await choose(tab, '[data-large]');
    expect(await tab.ask(() => document.documentElement.dataset.edition)).toBe('large');
    const pressed = () => document.querySelector('[data-large]')?.getAttribute('aria-pressed');
    expect(await tab.ask(pressed)).toBe('true');
    await tab.waitFor(
      'the styles of the edition',
      () => getComputedStyle(document.querySelector('[data-tools]') as Element).display === 'grid',
    );
    const text = await sizeOf(tab, `${card} p`);
    expect(text.text).toBeGreaterThanOrEqual(18);
    expect(text.line / text.text).toBeGreaterThanOrEqual(1.3);
    for (const control of ['header [data-switch]', `${card} summary`, `${card} [data-save]`, '#contents a'])
      expect((await sizeOf(tab, control)).height, control).toBeGreaterThanOrEqual(60);
    await untilKept(tab, 'edition=large');
    await withoutScripts('en/terms/?fresh', async () => {
      expect((await sizeOf(tab, 'footer a')).height, 'before the page’s script').toBeGreaterThanOrEqual(60);
    });
    await read('en/terms/');
    expect(await tab.ask(() => document.documentElement.dataset.edition)).toBe('large');
    await choose(tab, '[data-large]');
    expect(await tab.ask(() => document.documentElement.dataset.edition)).toBe('standard');
    expect(await tab.ask(pressed)).toBe('false');
    await read('en/settings/');
    await tab.ask(() => document.querySelector<HTMLElement>('input[name=edition][value=large]')?.click());
    expect(await tab.ask(pressed), 'chosen among the settings').toBe('true');
  });

  it('a card shows both languages block by block, and one again', async () => {
    await read();
    await tab.ask((card) => document.querySelector(card)?.scrollIntoView(), card);
    const before = await tab.ask((card) => document.querySelector(card)?.textContent, card);
    await choose(tab, `${card} [data-tool=both]`);
    await untilThere(tab, `${card} [data-other]`);
    const pairs = await tab.ask(
      (card) =>
        [...document.querySelectorAll<HTMLElement>(`${card} ul p[data-other]`)].map((other) => [
          other.previousElementSibling?.textContent?.match(/[\d.]+%/)?.[0],
          other.textContent?.match(/[\d.]+%/)?.[0],
          other.lang,
        ]),
      card,
    );
    expect(pairs.length).toBeGreaterThan(5);
    expect(pairs.filter(([own, other, lang]) => own !== other || lang !== 'en')).toEqual([]);
    // Figures are compared where they begin at one edge, or on one line where the window is wide.
    const apart = await tab.ask(
      (card) =>
        [...document.querySelectorAll<HTMLElement>(`${card} li p[data-other]`)].map((other) => {
          const range = document.createRange();
          const boxOf = (element: Element) => {
            range.selectNodeContents(element);
            return range.getBoundingClientRect();
          };
          const [mine, theirs] = [boxOf(other.previousElementSibling as Element), boxOf(other)];
          const onOneLine = mine.right <= theirs.left && mine.top < theirs.bottom && theirs.top < mine.bottom;
          return onOneLine ? 0 : Math.abs(mine.left - theirs.left);
        }),
      card,
    );
    expect(Math.max(...apart)).toBeLessThan(8);
    const ids = await tab.ask(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    await choose(tab, `${card} [data-tool=both]`);
    await tab.waitFor('one language', (card) => !document.querySelector(`${card} [data-other]`), card);
    expect(await tab.ask((card) => document.querySelector(card)?.textContent, card)).toBe(before);
  });

  it('the whole page stands in both languages, over a change of language and on the next visit', async () => {
    await read();
    // A card that stands in both by itself joins the others.
    await choose(tab, `${card} [data-tool=both]`);
    await untilThere(tab, `${card} [data-other]`);
    await choose(tab, '[data-all]');
    const inAll = () =>
      [...document.querySelectorAll('[data-card]')].every((card) => card.querySelector('[data-other]'));
    await tab.waitFor('both languages in every card', inAll);
    const alone = await tab.ask(() =>
      [...document.querySelectorAll('section h2, #contents :is(h2, h3)')]
        .filter((heading) => !heading.nextElementSibling?.matches('[data-other]'))
        .map(({ textContent }) => textContent),
    );
    expect(alone, 'headings in one language').toEqual([]);
    expect(await tab.ask(() => document.querySelector('#contents a')?.textContent)).toMatch(/概览.*Overview/);
    // What the whole page shows is not offered for a card.
    expect(await tab.ask(inAll), 'still in every card').toBe(true);
    expect(await tab.ask((card) => document.querySelector(`${card} [data-tool=both]`), card)).toBeNull();
    await tab.ask(() => document.querySelector<HTMLElement>('[data-switch=en]')?.click());
    await untilLanguage(tab, 'en');
    await tab.waitFor(
      'the other language to be Chinese',
      (card) => document.querySelector<HTMLElement>(`${card} h3 + [data-other]`)?.lang === 'zh-Hans',
      card,
    );
    await tab.waitFor('both languages in every card', inAll);
    expect(
      await tab.ask(() =>
        [...document.querySelectorAll('[data-card]')].map(
          (card) => card.querySelectorAll('h3 + [data-other]').length,
        ),
      ),
    ).not.toContain(2);
    await tab.goto('about:blank');
    await read();
    await tab.waitFor('both languages in every card', inAll);
    await untilThere(tab, '[data-all][aria-pressed=true]');
  });

  it('an address that asks for both languages outweighs an old choice, and is left with them', async () => {
    await read();
    for (const isOn of [true, false]) {
      await choose(tab, '[data-all]');
      await untilThere(tab, `[data-all][aria-pressed=${isOn}]`);
    }
    await untilKept(tab, 'both=off');
    const both = `${zh}?both`;
    await tab.goto('about:blank');
    await read(both);
    await tab.waitFor('the settings to be recalled', () => document.documentElement.dataset.hydrated === '');
    await twoFrames(tab);
    await untilThere(tab, '[data-all][aria-pressed=true]');
    await choose(tab, '[data-all]');
    await untilThere(tab, '[data-all][aria-pressed=false]');
    expect(await tab.ask(() => location.search)).toBe('');
  });

  it('the middle of the bar opens the contents, says how to close them, and an entry leads to its card', async () => {
    await read();
    const middle = '[data-live=place] a';
    const panel = () => document.querySelector('[data-contents]') !== null;
    const textOf = (selector: string) => document.querySelector(selector)?.textContent;
    await readTo(tab, 'digital', 90);
    await tab.waitFor(
      'the position',
      (middle) => /^11/.test(document.querySelector(middle)?.textContent ?? ''),
      middle,
    );
    await tab.click(middle);
    await tab.waitFor('the contents', panel);
    expect(await tab.ask(textOf, middle)).toBe('关闭');
    expect(await tab.ask(textOf, '[data-contents] [aria-current]')).toContain('11');
    await tab.click(middle);
    await tab.waitFor('no contents', () => document.querySelector('[data-contents]') === null);
    await tab.click(middle);
    await tab.waitFor('the contents', panel);
    await choose(tab, '[data-contents] [href="#crime"]');
    await tab.waitFor('no contents', () => document.querySelector('[data-contents]') === null);
    await tab.waitFor('the card', () => location.hash === '#crime');
    expect(await tab.ask(textOf, middle)).toBe('5 / 14');
    const pressSpace = () =>
      tab.ask((middle) => {
        const key = new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true });
        document.querySelector(middle)?.dispatchEvent(key);
      }, middle);
    await pressSpace();
    await tab.waitFor('the contents', panel);
    await pressSpace();
    await tab.waitFor('no contents', () => document.querySelector('[data-contents]') === null);
    await tab.click(middle);
    await twoFrames(tab);
    expect(await tab.ask(panel), 'the contents are open').toBe(true);
    await tab.ask(() => document.querySelector<HTMLElement>('[data-contents] a')?.focus());
    await tab.press('Escape');
    await tab.waitFor('no contents', () => document.querySelector('[data-contents]') === null);
    expect(await tab.ask((middle) => document.activeElement?.matches(middle), middle)).toBe(true);
  });

  it('a list of keys that cannot be had says so, and opens once it can', async () => {
    // Without the edition on the device, what is late comes from the network.
    site.interpose(({ url = '' }, response) => {
      if (!url.includes('/data/')) return false;
      response.writeHead(503).end();
      return true;
    });
    await tab.goto(site.url + zh);
    await untilOffline(tab, 'unavailable');
    await site.stop();
    await press(tab, '?');
    const said = () => document.querySelector('[data-said=seen]')?.textContent;
    await tab.waitFor('the sentence', () => document.querySelector('[data-said=seen]'));
    expect(await tab.ask(said)).toBe('没有取到，联网后再试。');
    await site.start();
    site.interpose(undefined);
    await press(tab, '?');
    await tab.waitFor('the list of keys', () => document.getElementById('help-title'));
  });

  it('coming back offers to go on where the reader was, and what has been read is marked', async () => {
    await read();
    await tab.ask((card) => document.querySelector(card)?.scrollIntoView(), card);
    await tab.waitFor('the place to be kept', () =>
      document.documentElement.dataset.kept?.endsWith('=crime'),
    );
    await tab.goto('about:blank');
    await read();
    await untilThere(tab, '[data-continue]');
    expect(await tab.ask(() => document.querySelector('[data-continue]')?.textContent)).toContain('5');
    expect(await tab.ask(() => document.querySelector('#contents [data-progress]')?.textContent)).toMatch(
      /已读1张/,
    );
    await tab.click('[data-continue]');
    await twoFrames(tab);
    expect(
      await tab.ask((card) => document.querySelector(card)?.getBoundingClientRect().top ?? -1, card),
    ).toBeLessThan(200);
    await tab.waitFor('the position in place of the offer', () => !document.querySelector('[data-continue]'));
    // Whoever looks at the contents again has not gone back to the beginning.
    await readTo(tab, 'digital', 90);
    await untilKept(tab, `place:${article}=digital`);
    await tab.click('[data-live=place] a');
    await untilThere(tab, '[data-contents]');
    await readTo(tab, 'overview', 90);
    await untilKept(tab, `place:${article}=overview`);
    expect(await tab.ask(() => document.querySelector('[data-contents]') !== null), 'still open').toBe(true);
    await tab.click('[data-live=place] a');
    await untilThere(tab, '[data-continue]');
    const offered = () => document.querySelector('[data-continue]')?.getAttribute('href');
    expect(await tab.ask(offered)).toBe('#digital');
    await tab.goto('about:blank');
    await read();
    await untilThere(tab, '[data-continue]');
    expect(await tab.ask(offered)).toBe('#digital');
  });

  it('keys go from card to card, change the language, open the list of keys, and can be turned off', async () => {
    await read();
    const focused = () => document.activeElement?.closest('[data-card]')?.id ?? '';
    const untilFocused = (card: string) =>
      tab.waitFor(
        `the focus in ${card}`,
        (card) => document.activeElement?.closest('[data-card]')?.id === card,
        card,
      );
    const [, first = '', second = ''] = await tab.ask(() =>
      [...document.querySelectorAll('[data-card]')].map(({ id }) => id),
    );
    await tab.ask((first) => document.getElementById(first)?.scrollIntoView(), first);
    await press(tab, 'j');
    await untilFocused(second);
    await press(tab, 'k');
    await untilFocused(first);
    // With Caps Lock on, and with a keyboard that writes full-width letters.
    await press(tab, 'J');
    await untilFocused(second);
    await press(tab, 'ｋ');
    await untilFocused(first);
    const top = await topOf(tab, first);
    const untilHelp = async () => {
      await press(tab, '？');
      await tab.waitFor('the focus on the list', () => document.activeElement?.id === 'help-title');
    };
    await untilHelp();
    expect(await tab.ask(() => document.activeElement?.getBoundingClientRect().top)).toBeGreaterThanOrEqual(
      0,
    );
    await press(tab, 'Escape');
    expect(await tab.ask(() => document.querySelector('#help-title'))).toBeNull();
    expect(await tab.ask(focused)).toBe(first);
    expect(await topOf(tab, first)).toBeCloseTo(top, -0.5);
    await untilHelp();
    await press(tab, 'l');
    await untilLanguage(tab, 'en');
    const focusedText = () => document.activeElement?.textContent;
    expect(await tab.ask(focusedText), 'the focus stays in the list, which is English now').toBe(
      'Keyboard shortcuts',
    );
    await press(tab, 'Escape');
    await untilFocused(first);
    await tab.ask(() => {
      document.documentElement.dataset.keys = 'off';
    });
    await press(tab, 'l');
    await twoFrames(tab);
    expect(await tab.ask(() => document.documentElement.lang)).toBe('en');
    // A wide table is moved by the arrows.
    await read(`${zh}measures/`);
    expect(await press(tab, 'ArrowRight')).toBe(true);
    expect(await press(tab, '?')).toBe(false);
  });
});
