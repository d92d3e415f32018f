import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { schema } from '../../src/core/records';
import { servedSite } from '../support/served';
import { plant, recordsOf, untilKept } from './kept';
import {
  article,
  engines,
  readTo,
  type Tab,
  tabEngines,
  tabOver,
  untilHydrated,
  untilLanguage,
  untilOffline,
} from './support';

const site = await servedSite();

const place = `place:${article}`;
const at = 1_700_000_000_000;

/** What one reader has made, as their browser has it. */
const made = {
  version: 1,
  stores: {
    settings: {
      schema,
      language: 'zh',
      install: 'dismissed',
      times: { language: at, install: at },
      [place]: { card: 'business', offset: 40, at },
    },
  },
};

const untilShown = (tab: Tab, language: 'zh' | 'en' = 'zh') =>
  tab
    .goto(`${site.url}${language}/about/`)
    .then(() => tab.waitFor('the reader’s own part', () => document.querySelector('[data-copy]')));

const answerOf = (tab: Tab) =>
  tab.ask(
    () =>
      document.querySelector('[data-live=data] [role=status], #main [data-copy] ~ * [role=status]')
        ?.textContent ?? '',
  );

const untilAnswer = async (tab: Tab, words: RegExp) => {
  await expect.poll(() => answerOf(tab)).toMatch(words);
};

/** The text of the file that a press of the button hands to the browser. */
async function savedCopy(tab: Tab): Promise<string> {
  await tab.ask(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      // The page in the other language comes this way too.
      if ((blob as Blob).type.includes('json')) Object.assign(window, { copy: (blob as Blob).text() });
      return createObjectURL.call(URL, blob);
    };
  });
  await tab.ask(() => document.querySelector<HTMLElement>('[data-copy]')?.click());
  await untilAnswer(tab, /已请浏览器保存备份/);
  return tab.ask(() => (window as unknown as { copy: Promise<string> }).copy);
}

/** Chooses a file, as a reader does with the browser's own dialogue. */
const choose = (tab: Tab, text: string, times = 1) =>
  tab.ask(
    ({ text, times }) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (!input) throw new Error('there is nowhere to choose a file');
      const chosen = new DataTransfer();
      chosen.items.add(new File([text.repeat(times)], 'copy.json', { type: 'application/json' }));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { text, times },
  );

const aCopy = (changes: object) =>
  JSON.stringify({
    kind: 'yaolan-reader-data',
    schema,
    settings: {},
    places: { [article]: { card: 'digital', offset: 0, at: at + 1 } },
    saved: {},
    ...changes,
  });

const refused: readonly (readonly [what: string, text: string, times: number, words: RegExp])[] = [
  ['50 MB', '0123456789'.repeat(500_000), 10, /文件过大/],
  ['what is deeper than any copy', '['.repeat(200_000), 1, /文件损坏/],
  ['another program’s file', '{"bookmarks":[]}', 1, /不是要览生成的备份/],
  ['a newer version’s copy', aCopy({ schema: schema + 1 }), 1, /由更新的版本生成/],
  ['keys of every object', aCopy({}).replace('"kind"', '"__proto__":{"x":1},"kind"'), 1, /没有的内容/],
  ['values of another type', aCopy({ places: { [article]: 'digital' } }), 1, /不合理的值/],
  ['one good and one bad entry', aCopy({ settings: { language: { value: '<b>', at } } }), 1, /不合理的值/],
];

let firstCopy: string | undefined;

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  afterEach(() => tab.close());

  const openWith = async (fixture = made) => {
    tab = await open();
    await tab.goto(`${site.url}robots.txt`);
    await plant(tab, fixture);
    await untilShown(tab);
  };

  it('a copy brings everything back after it was deleted, and from one engine to the next', async () => {
    await openWith();
    const copy = await savedCopy(tab);
    // What the engine before has written; the first one's own at first.
    firstCopy ??= copy;
    expect(JSON.parse(copy)).toEqual(JSON.parse(firstCopy));
    await tab.goto(`${site.url}robots.txt`);
    await plant(tab, { version: 1, stores: { settings: {} } });
    await tab.ask(() => localStorage.clear());
    await untilShown(tab);
    await choose(tab, firstCopy);
    await untilAnswer(tab, /备份共3项，导入3项/);
    expect(await recordsOf(tab)).toMatchObject(made.stores.settings);
    expect(await tab.ask(() => localStorage.getItem('yaolan:language'))).toBe('zh');
    await choose(tab, firstCopy);
    await untilAnswer(tab, /备份共3项，导入0项/);
  });

  it('a file that is no such copy is refused, with its reason, and nothing changes', async () => {
    await openWith();
    const before = await recordsOf(tab);
    for (const [, text, times, words] of refused) {
      await choose(tab, text, times);
      await untilAnswer(tab, words);
    }
    expect(await recordsOf(tab)).toEqual({ ...before, schema });
    await tab.ask(() => document.querySelector<HTMLElement>('[data-switch=en]')?.click());
    await untilLanguage(tab, 'en');
    await untilAnswer(tab, /^Refused: the backup holds a value that cannot be right/);
  });

  it('deleting asks first; then nothing is left, and the reader begins anew', async () => {
    await openWith();
    await untilOffline(tab);
    await tab.ask(async () => {
      localStorage.setItem('other', 'stays');
      await caches.open('other-app');
    });
    await tab.ask(() => document.querySelector<HTMLElement>('[data-delete]')?.click());
    await untilAnswer(tab, /不能恢复/);
    expect(await recordsOf(tab)).toEqual(made.stores.settings);
    await tab.ask(() => document.querySelector<HTMLElement>('[data-delete-all]')?.click());
    await untilAnswer(tab, /^已删除/);
    const left = await tab.ask(async () => ({
      mirror: Object.keys(localStorage),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      offline: document.documentElement.dataset.offline,
    }));
    expect(left).toEqual({ mirror: ['other'], caches: ['other-app'], workers: 0, offline: 'unavailable' });
    expect(await recordsOf(tab)).toEqual({});
    await tab.goto(`${site.url}zh/${article}/`);
    await untilHydrated(tab);
    await untilOffline(tab);
    await readTo(tab, 'digital', 90);
    await untilKept(tab, `${place}=digital`);
  });

  it('a copy can be made and taken in without a network', async () => {
    await openWith();
    await untilOffline(tab);
    await site.stop();
    await untilShown(tab);
    const copy = await savedCopy(tab);
    await choose(tab, copy);
    await untilAnswer(tab, /备份共3项，导入0项/);
    await site.start();
  });
});

it.each(engines.filter(({ name }) => name === 'Chromium'))(
  'in $name the browser saves the copy as a file',
  async ({ open }) => {
    const { page, close } = await open();
    const tab = tabOver(page, close);
    await tab.goto(`${site.url}robots.txt`);
    await plant(tab, made);
    await untilShown(tab);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-copy]')]);
    expect(download.suggestedFilename()).toMatch(/^yaolan-\d{4}-\d\d-\d\d\.json$/);
    const file = JSON.parse(await readFile(await download.path(), 'utf8')) as { places: object };
    expect(file.places).toEqual({ [article]: { card: 'business', offset: 40, at } });
    await page.setInputFiles('input[type=file]', await download.path());
    await untilAnswer(tab, /备份共3项，导入0项/);
    await tab.close();
  },
);

describe('without script', () => {
  it('the about page shows no control for it', async () => {
    const html = await (await fetch(`${site.url}zh/about/`)).text();
    expect(html).toMatch(/<div id="?data"? data-live="?data"?><\/div>/);
    expect(html).not.toMatch(/type="?file/);
  });
});
