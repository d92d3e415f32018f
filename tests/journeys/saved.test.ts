import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedSite } from '../support/served';
import { untilKept } from './kept';
import { article, choose, type Tab, tabEngines, untilLanguage, untilOffline, untilThere } from './support';

const site = await servedSite();

const zh = `zh/${article}/`;
const card = '#crime';

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await open();
  });

  afterAll(() => tab.close());

  async function read(path = zh): Promise<void> {
    await tab.goto(site.url + path);
    await untilOffline(tab);
  }

  it('a saved card and a saved measure stand in the list, in both languages, until they are taken out', async () => {
    await read();
    await choose(tab, `${card} > [data-tools] [data-save]`);
    await untilKept(tab, `saved:${article}/crime=true`);
    await choose(tab, '#video-points summary');
    await untilThere(tab, '#video-points [data-save]');
    await choose(tab, '#video-points [data-save]');
    await untilKept(tab, `saved:${article}/video-points=true`);
    await tab.ask(() => document.querySelector<HTMLElement>('[data-switch=en]')?.click());
    await untilLanguage(tab, 'en');
    await tab.waitFor(
      'the card to say in English that it is saved',
      (card) => document.querySelector(`${card} [data-save]`)?.textContent === 'Saved',
      card,
    );
    await read('zh/saved/');
    await untilThere(tab, 'main ol a');
    const list = () => [...document.querySelectorAll('main ol a')].map((link) => link.textContent);
    expect(await tab.ask(list)).toEqual([
      expect.stringContaining('12.45万'),
      expect.stringContaining('打击犯罪'),
    ]);
    await tab.ask(() => document.querySelector<HTMLElement>('[data-switch=en]')?.click());
    await untilLanguage(tab, 'en');
    await tab.waitFor('the list in English', () =>
      document.querySelector('main ol a')?.textContent?.includes('124,500'),
    );
    await choose(tab, 'main ol button');
    await untilKept(tab, `saved:${article}/video-points=false`);
    await tab.waitFor('the focus on the next entry', () => document.activeElement?.closest('main ol li'));
    await read('en/saved/');
    await untilThere(tab, 'main ol a');
    expect(await tab.ask(list)).toEqual([expect.stringContaining('Crime')]);
  });

  it('a card saved in the moment of leaving is in the list all the same', async () => {
    await read();
    const control = '#digital > [data-tools] [data-save]';
    await untilThere(tab, control);
    await tab.ask((control) => {
      document.querySelector<HTMLElement>(control)?.click();
      location.href = '/zh/saved/';
    }, control);
    // The page that is being left has lists of links too.
    await tab.waitFor(
      'the card in the list',
      () =>
        location.pathname.endsWith('/saved/') &&
        document.querySelector('main ol a')?.textContent?.includes('智慧政法'),
    );
    await tab.waitFor('the mirror to be taken over', () =>
      Object.keys(localStorage).every((key) => !key.startsWith('yaolan:saved:')),
    );
  });
});
