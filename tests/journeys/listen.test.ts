import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/language';
import { servedSite } from '../support/served';
import {
  article,
  engines,
  readTo,
  type Tab,
  tabEngines,
  tabOver,
  twoFrames,
  untilLanguage,
  untilOffline,
} from './support';

const site = await servedSite();

beforeEach(() => site.start());

/** What the voices of the stand-in have been asked, and the way to end what is said. */
interface Voice {
  said: string[];
  end(): void;
}

type WithVoice = Window & { voice: Voice };

/** Stands in for the system's voices, of which a test machine has none: it notes what it is to say. */
function standIn(): void {
  let current: SpeechSynthesisUtterance | undefined;
  const said: string[] = [];
  const voices = ['zh-CN', 'en-GB'].map((lang) => ({
    ...{ lang, name: lang, voiceURI: lang, localService: true, default: false },
  }));
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speaking: false,
    speak(utterance: SpeechSynthesisUtterance) {
      current = utterance;
      synthesis.speaking = true;
      said.push(`${utterance.lang} ${utterance.text}`);
      utterance.dispatchEvent(new Event('start'));
    },
    cancel() {
      current = undefined;
      synthesis.speaking = false;
    },
  });
  /** As the browser's, but it takes the stand-in's voices. */
  class Utterance extends EventTarget {
    voice: unknown = null;
    lang = '';
    rate = 1;
    onstart: (() => void) | null = null;
    onend: (() => void) | null = null;
    onerror: (() => void) | null = null;
    constructor(readonly text: string) {
      super();
      this.addEventListener('start', () => this.onstart?.());
      this.addEventListener('end', () => this.onend?.());
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  (window as unknown as WithVoice).voice = {
    said,
    end() {
      const over = current;
      current = undefined;
      synthesis.speaking = false;
      over?.dispatchEvent(new Event('end'));
    },
  };
}

const card = 'crime';

const click = (tab: Tab, selector: string) =>
  tab.ask((selector) => document.querySelector<HTMLElement>(selector)?.click(), selector);

const until = (tab: Tab, selector: string) =>
  tab.waitFor(selector, (selector) => document.querySelector(selector) !== null, selector);

const said = (tab: Tab) => tab.ask(() => (window as unknown as WithVoice).voice.said);

const last = async (tab: Tab) => (await said(tab)).at(-1) ?? '';

const endOne = (tab: Tab) => tab.ask(() => (window as unknown as WithVoice).voice.end());

/** What is marked on the page as being said. */
const marked = (tab: Tab) =>
  tab.ask(() => {
    const [range] = CSS.highlights?.get('spoken') ?? [];
    return range?.toString() ?? document.querySelector('[data-spoken]')?.textContent ?? '';
  });

type Scope = 'card' | 'section' | 'onward';

async function begin(tab: Tab, language: Language, scope: Scope): Promise<void> {
  await tab.goto(`${site.url}${language}/${article}/`);
  await start(tab, scope);
}

async function start(tab: Tab, scope: Scope): Promise<void> {
  await until(tab, `#${card} [data-tool=listen]:not([hidden])`);
  await click(tab, `#${card} [data-tool=listen]`);
  await until(tab, `[data-listen=${scope}]`);
  await click(tab, `[data-listen=${scope}]`);
  await until(tab, '[data-player]');
}

/** Lets the voice come to the end; the answer is all it has said. */
async function hearOut(tab: Tab): Promise<string[]> {
  for (let turn = 0; turn < 400; turn++) {
    await endOne(tab);
    if (!(await tab.ask(() => document.querySelector('[data-player]')))) return said(tab);
  }
  throw new Error('the voice came to no end');
}

describe.each(engines)('in $name with a voice', ({ open }) => {
  let tab: Tab;
  let page: Page;

  beforeEach(async () => {
    const browser = await open();
    page = browser.page;
    await page.addInitScript(standIn);
    tab = tabOver(page, browser.close);
  });

  afterEach(() => tab.close());

  it('a card is read from its title to its last measure, its figures in words, and nothing of its controls', async () => {
    await begin(tab, 'zh', 'card');
    expect(await last(tab)).toMatch(/^zh-CN 打击犯罪/);
    const all = (await hearOut(tab)).join('\n');
    expect(all).toContain('百分之二十七点七');
    expect(all).toContain('同比');
    expect(all).not.toMatch(/\d|%|收藏|分享|原文依据/);
    expect(all).not.toMatch(/^en/m);
    expect(await tab.ask(() => document.activeElement?.getAttribute('data-tool'))).toBe('listen');
  });

  it('English is read by an English voice, and each sentence is marked while it is said', async () => {
    await begin(tab, 'en', 'card');
    const heard: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const sentence = await marked(tab);
      heard.push(sentence);
      expect(sentence.length).toBeGreaterThan(3);
      await endOne(tab);
    }
    expect(new Set(heard).size).toBeGreaterThan(2);
    const all = (await hearOut(tab)).join('\n');
    expect(all).toContain('twenty-seven point seven per cent');
    expect(all).not.toMatch(/^(?!en-GB)|\d/m);
    expect(await marked(tab)).toBe('');
  });

  it('in large type on a phone, what is said stands clear of the bars above and below', async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.addInitScript(() => localStorage.setItem('yaolan:edition', 'large'));
    await tab.goto(`${site.url}zh/${article}/`);
    await until(tab, `#${card} [data-tool=listen]`);
    await tab.waitFor(
      'the styles of the edition',
      () => getComputedStyle(document.querySelector('[data-tools]') as Element).display === 'grid',
    );
    // The tools of a card above, which come one card after another, would move what is said.
    await tab.waitFor('the tools of all cards', () =>
      [...document.querySelectorAll('[data-card]')].every((card) =>
        card.querySelector('[data-tools] button'),
      ),
    );
    // Pressed as soon as it stands, before it is painted: the player comes a frame later then.
    await tab.ask(() => {
      const watching = new MutationObserver(() => {
        const button = document.querySelector<HTMLElement>('[data-listen=card]');
        if (!button) return;
        watching.disconnect();
        button.click();
      });
      watching.observe(document.body, { childList: true, subtree: true });
    });
    await click(tab, `#${card} [data-tool=listen]`);
    await until(tab, '[data-player]');
    for (let turn = 0; turn < 4; turn++) {
      await twoFrames(tab);
      const { above, below } = await tab.ask(() => {
        const [range] = CSS.highlights?.get('spoken') ?? [];
        const said = (range ?? document.querySelector('[data-spoken]')) as Range;
        const { top, bottom } = said.getBoundingClientRect();
        const edgeOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
        return {
          above: top - (edgeOf('header')?.bottom ?? 0),
          below: (edgeOf('[data-player]')?.top ?? 0) - bottom,
        };
      });
      expect(Math.min(above, below), `sentence ${turn}`).toBeGreaterThanOrEqual(0);
      await endOne(tab);
    }
  });

  it('a card is followed with the eyes too after another was listened to', async () => {
    await begin(tab, 'zh', 'card');
    await click(tab, '[data-stop]');
    const later = 'business';
    await readTo(tab, later, -300);
    await click(tab, `#${later} [data-tool=listen]`);
    await until(tab, `#${later} [data-listen=card]`);
    await click(tab, `#${later} [data-listen=card]`);
    await tab.waitFor(
      'the title of the card in the window',
      (later) => (document.querySelector(`#${later} h3`)?.getBoundingClientRect().top ?? -1) > 0,
      later,
    );
  });

  it('from here on, one card after another is read, to the last', async () => {
    await begin(tab, 'zh', 'onward');
    const all = await hearOut(tab);
    const titles = await tab.ask((card) => {
      const cards = [...document.querySelectorAll('[data-card]')];
      return cards
        .slice(cards.findIndex(({ id }) => id === card))
        .map((each) =>
          each.querySelector('h3')?.lastChild?.parentElement?.textContent?.replace(/^\d+\s*/, ''),
        );
    }, card);
    expect(titles.length).toBeGreaterThan(5);
    const spoken = all.join('').replace(/\P{L}/gu, '').replaceAll('zhCN', '');
    const unheard = titles.filter(
      (title) => !spoken.includes(title?.replace(/\P{L}/gu, '').slice(0, 4) ?? '?'),
    );
    expect(unheard).toEqual([]);
  });

  it('pauses, goes on with the same sentence, moves by sentences, changes its speed and stops', async () => {
    await begin(tab, 'en', 'card');
    await endOne(tab);
    const now = await last(tab);
    await click(tab, '[data-hold]');
    expect(await tab.ask(() => speechSynthesis.speaking)).toBe(false);
    expect(await tab.ask(() => document.querySelector('[data-hold]')?.textContent)).toBe('Resume');
    await click(tab, '[data-hold]');
    expect(await last(tab)).toBe(now);
    await click(tab, '[data-next]');
    await expect.poll(() => last(tab)).not.toBe(now);
    await click(tab, '[data-previous]');
    await expect.poll(() => last(tab)).toBe(now);
    const before = (await said(tab)).length;
    await page.selectOption('[data-player] select', '1.5');
    await expect.poll(async () => (await said(tab)).length).toBe(before + 1);
    await click(tab, '[data-stop]');
    expect(await tab.ask(() => document.querySelector('[data-player]'))).toBe(null);
    expect(await tab.ask(() => speechSynthesis.speaking)).toBe(false);
  });

  it('goes on at the same paragraph in the other language, and without a network', async () => {
    await tab.goto(`${site.url}zh/${article}/`);
    await untilOffline(tab);
    await site.stop();
    await begin(tab, 'zh', 'card');
    await endOne(tab);
    expect(await last(tab)).toMatch(/^zh-CN/);
    await click(tab, '[data-switch=en]');
    await untilLanguage(tab, 'en');
    await expect.poll(() => last(tab)).toMatch(/^en-GB/);
    expect(await last(tab)).not.toMatch(/^en-GB Fighting crime/);
    expect(await tab.ask(() => document.querySelector('[data-hold]')?.textContent)).toBe('Pause');
    expect(await marked(tab)).toMatch(/[a-z]{3}/);
  });

  it('is offered when the reader reaches for it, where the voices came late and without an event', async () => {
    await page.addInitScript(() => {
      const { getVoices } = speechSynthesis;
      Object.assign(speechSynthesis, {
        getVoices: () => (document.documentElement.dataset.voices ? getVoices() : []),
      });
    });
    await tab.goto(`${site.url}zh/${article}/`);
    await until(tab, `#${card} [data-save]`);
    expect(await tab.ask(() => document.querySelector('[data-tool=listen]'))).toBeNull();
    await tab.ask(() => {
      document.documentElement.dataset.voices = 'here';
    });
    await page.locator(`#${card} > [data-tools]`).hover();
    await until(tab, `#${card} [data-tool=listen]`);
  });

  it('stops when what was open is closed', async () => {
    await begin(tab, 'zh', 'card');
    await click(tab, `#${card} [data-tool=listen]`);
    await tab.waitFor('silence', () => !speechSynthesis.speaking);
    await tab.waitFor('the player to go', () => !document.querySelector('[data-player]'));
  });
});

describe.each(tabEngines)('in $name', ({ open }) => {
  it('is offered only where this system has a voice for the language', async () => {
    const tab = await open();
    try {
      await tab.goto(`${site.url}zh/${article}/`);
      await until(tab, `#${card} [data-save]`);
      const { offered, voices } = await tab.ask((card) => {
        const button = document.querySelector<HTMLElement>(`#${card} [data-tool=listen]`);
        const synthesis = window.speechSynthesis as SpeechSynthesis | undefined;
        const list = synthesis?.getVoices() ?? [];
        return {
          offered: (button?.offsetHeight ?? 0) > 0,
          voices: list.filter(({ lang }) => /^(zh|cmn|yue)/.test(lang)).length,
        };
      }, card);
      expect(offered).toBe(voices > 0);
    } finally {
      await tab.close();
    }
  });
});
