import { afterEach, describe, expect, it, vi } from 'vitest';
import { schema } from '../../../src/core/records';
import { until } from '../../support/until';
import { aBrowser as openBrowser } from './aBrowser';

let close: () => Promise<void>;

function aBrowser(settings?: Parameters<typeof openBrowser>[0]) {
  const browser = openBrowser(settings);
  ({ close } = browser);
  return browser;
}

afterEach(async () => {
  await close();
  vi.restoreAllMocks();
});

const report = (card: string) => `report/${card}`;
const mark = { saved: true, at: 5 };

/** Moves the clock, once and for all that comes. */
const setClock = (now: number) => vi.spyOn(Date, 'now').mockReturnValue(now);

/** What the database calls saved. */
const savedIn = (kept: ReadonlyMap<string, unknown>) =>
  [...kept]
    .filter(([key, value]) => key.startsWith('saved:') && (value as { saved: boolean }).saved)
    .map(([key]) => key.slice('saved:'.length))
    .sort();

describe('what is saved', () => {
  it('is on the disk and shown once the answer comes, and nothing is left in the mirror but the list', async () => {
    const { database, local, html, open } = aBrowser();
    const { saved, toggleSaved } = await open();
    expect(await toggleSaved(report('crime'))).toBe(true);
    expect(saved.value).toEqual([report('crime')]);
    expect(database.kept.get('saved:report/crime')).toMatchObject({ saved: true, sequence: 1 });
    expect(html.kept).toBe('saved:report/crime=true');
    expect(Object.keys(local).sort()).toEqual(['yaolan:saved', 'yaolan:sequence']);
  });

  it('loses nothing of a burst of presses, and the last press on each card counts', async () => {
    const { database, open } = aBrowser();
    const { saved, toggleSaved } = await open();
    const cards = Array.from({ length: 20 }, (_, at) => report(`card-${at}`));
    const presses = cards.flatMap((card, at) => Array(1 + (at % 3)).fill(card));
    await Promise.all(presses.map(toggleSaved));
    const wanted = cards.filter((_, at) => at % 3 !== 1);
    expect([...saved.value].sort()).toEqual([...wanted].sort());
    expect(savedIn(database.kept)).toEqual([...wanted].sort());
  });

  it('is the same in two tabs and the database after bursts in both', async () => {
    const { database, open } = aBrowser();
    const [one, other] = [await open(), await open()];
    one.followTabs();
    other.followTabs();
    const cards = Array.from({ length: 12 }, (_, at) => report(`card-${at}`));
    await Promise.all(
      cards.flatMap((card, at) => [one, other].map((tab) => at % 3 && tab.toggleSaved(card))),
    );
    await until(
      () => {
        const wanted = String(savedIn(database.kept));
        return [one, other].every((tab) => String([...tab.saved.value].sort()) === wanted);
      },
      { what: 'both tabs to show what the database has' },
    );
  });

  it('is shown in a tab where nothing was done', async () => {
    const { open } = aBrowser();
    const [one, other] = [await open(), await open()];
    other.followTabs();
    await Promise.all([one, other].map((tab) => tab.refreshSaved()));
    await one.toggleSaved(report('crime'));
    await until(() => other.saved.value.length === 1, { what: 'the other tab to show it' });
  });

  it('is heard of through the mirror where there are no channels', async () => {
    const { page, open } = aBrowser({ hasChannels: false });
    const [one, other] = [await open(), await open()];
    other.followTabs();
    await one.toggleSaved(report('crime'));
    page.dispatchEvent(Object.assign(new Event('storage'), { key: 'yaolan:sequence' }));
    await until(() => other.saved.value.length === 1, { what: 'the other tab to show it' });
  });

  it('stands in the order in which it was saved, whatever the clock does', async () => {
    const { open } = aBrowser({
      kept: { 'saved:report/old': { saved: true, at: 9 }, 'saved:report/older': { saved: true, at: 8 } },
    });
    const { saved, toggleSaved } = await open();
    for (const [card, now] of Object.entries({ ahead: 9e12, back: 1, right: 1.7e12 })) {
      setClock(now);
      await toggleSaved(report(card));
    }
    expect(saved.value).toEqual(['older', 'old', 'ahead', 'back', 'right'].map(report));
  });

  it('is all there among garbage, with what this edition does not have', async () => {
    const kept = {
      schema,
      'saved:report/crime': mark,
      'saved:gone/card': { saved: true, at: 6 },
      'saved:report/text': 'yes',
      'saved:nowhere': mark,
      times: 7,
      sequence: 'x',
    };
    const { database, open } = aBrowser({ kept });
    const { saved, refreshSaved, toggleSaved } = await open();
    await refreshSaved();
    expect(saved.value).toEqual([report('crime'), 'gone/card']);
    await toggleSaved('gone/card');
    await toggleSaved(report('text'));
    expect(saved.value).toEqual([report('crime'), report('text')]);
    expect([...database.kept].find(([key]) => key.startsWith('aside:saved:report/text:'))?.[1]).toBe('yes');
  });
});

describe('a connection that breaks', () => {
  it('once is opened anew, and the reader is told nothing', async () => {
    const { database, open } = aBrowser({ kept: { schema } });
    const { saved, toggleSaved, refreshSaved, unkept } = await open();
    await refreshSaved();
    database.settings.breaks = 1;
    await toggleSaved(report('crime'));
    expect([saved.value, unkept.value]).toEqual([[report('crime')], false]);
    expect(savedIn(database.kept)).toEqual([report('crime')]);
  });

  it('for good is said; what was wanted is kept once the database answers again', async () => {
    const { database, open } = aBrowser({ kept: { schema } });
    const { saved, toggleSaved, refreshSaved, unkept } = await open();
    await refreshSaved();
    database.settings.breaks = 3;
    await toggleSaved(report('crime'));
    expect([saved.value, unkept.value]).toEqual([[report('crime')], true]);
    await toggleSaved(report('digital'));
    await until(() => savedIn(database.kept).length === 2, { what: 'both to be kept' });
    expect(unkept.value).toBe(false);
  });

  it('and answers late has kept what was wanted, and another tab may take it back', async () => {
    const { database, open } = aBrowser({ kept: { schema } });
    const [one, other] = [await open(), await open()];
    for (const tab of [one, other]) {
      tab.followTabs();
      await tab.refreshSaved();
    }
    const answer = database.hang();
    await one.toggleSaved(report('crime'));
    expect(one.unkept.value).toBe(true);
    answer();
    await until(() => other.saved.value.length === 1, { what: 'the other tab to show what was kept' });
    await other.toggleSaved(report('crime'));
    await until(() => one.saved.value.length === 0, { what: 'the first tab to show that it is out' });
    expect(savedIn(database.kept)).toEqual([]);
  });

  it('that holds a page back does not bring back what the next page has changed', async () => {
    const { database, page, local, open } = aBrowser({ kept: { schema } });
    const go = (type: string) => page.dispatchEvent(Object.assign(new Event(type), { persisted: true }));
    const first = await open();
    first.followTabs();
    await Promise.all([first.refreshSaved(), first.refreshSettings()]);
    const answer = database.hang();
    await database.settled();
    const { begun } = database.seen;
    const pressed = first.toggleSaved(report('crime'));
    first.keepSetting('theme', 'dark');
    await until(() => database.seen.begun >= begun + 2, { what: 'both changes to begin' });
    go('pagehide');
    answer();
    const next = await open();
    await Promise.all([next.refreshSaved(), next.refreshSettings()]);
    expect([next.saved.value, next.keptSettings.value.theme]).toEqual([[report('crime')], 'dark']);
    await until(() => !('yaolan:setting:theme' in local), { what: 'the notes to be taken away' });
    await next.toggleSaved(report('crime'));
    next.keepSetting('theme', 'light');
    await until(() => database.kept.get('theme') === 'light', { what: 'the later theme' });
    go('pageshow');
    await pressed;
    await close();
    expect([savedIn(database.kept), database.kept.get('theme')]).toEqual([[], 'light']);
    expect([first.saved.value, first.keptSettings.value.theme]).toEqual([[], 'light']);
  });

  it('that holds a page back does not undo what the next page has noted and not kept yet', async () => {
    const { database, page, local, open } = aBrowser({ kept: { schema } });
    const go = (type: string) => page.dispatchEvent(Object.assign(new Event(type), { persisted: true }));
    const first = await open();
    await first.refreshSettings();
    await database.settled();
    const { begun } = database.seen;
    const answer = database.hang();
    first.keepSetting('theme', 'dark');
    await until(() => database.seen.begun > begun, { what: 'the change to begin' });
    go('pagehide');
    answer();
    const next = await open();
    await next.refreshSettings();
    await until(() => !('yaolan:setting:theme' in local), { what: 'the note to be taken away' });
    await database.settled();
    const { begun: before } = database.seen;
    const answerLater = database.hang();
    next.keepSetting('theme', 'light');
    await until(() => database.seen.begun > before, { what: 'the later change to begin' });
    go('pageshow');
    answerLater();
    await close();
    expect([database.kept.get('theme'), local['yaolan:theme']]).toEqual(['light', 'light']);
  });

  it('and answers late still says where the reader was', async () => {
    const place = { card: 'crime', offset: 1, at: 9, sequence: 6 };
    const { database, open } = aBrowser({ kept: { schema, sequence: 7, 'place:report': place } });
    const answer = database.hang();
    const page = await open();
    await page.recallProgress('report');
    expect(page.keptPlace.value).toBeUndefined();
    answer();
    await until(() => page.keptPlace.value?.card === 'crime', { what: 'the place' });
  });

  it('while a setting is kept does not bring the old one back at the next page', async () => {
    const { database, local, open } = aBrowser({ kept: { schema, theme: 'light' } });
    const first = await open();
    await first.refreshSettings();
    database.settings.ends = 'onabort';
    first.keepSetting('theme', 'dark');
    await until(() => first.unkept.value, { what: 'the page to say so' });
    expect(database.kept.get('theme')).toBe('light');
    database.settings.ends = 'oncomplete';
    const next = await open();
    await next.refreshSettings();
    expect([next.keptSettings.value.theme, local['yaolan:theme']]).toEqual(['dark', 'dark']);
    expect(database.kept.get('theme')).toBe('dark');
    await until(() => !('yaolan:setting:theme' in local), { what: 'the note to be taken away' });
  });
});

describe('a place that was jotted down in leaving', () => {
  const kept = { schema, sequence: 7, 'place:report': { card: 'crime', offset: 1, at: 9e12, sequence: 6 } };
  const note = (sequence: number) => ({
    'yaolan:place:report': JSON.stringify({ card: 'digital', offset: 2, at: 3, sequence }),
  });

  it('counts though the clock was behind', async () => {
    const { database, local, open } = aBrowser({ kept, mirror: note(7) });
    const { keeping } = await open();
    expect(await keeping.recallPlace('report')).toMatchObject({ card: 'digital', offset: 2, sequence: 8 });
    await until(() => !('yaolan:place:report' in local), { what: 'the note to be taken away' });
    expect(database.kept.get('place:report')).toMatchObject({ card: 'digital' });
  });

  it('does not take the place of what was kept after it', async () => {
    const { open } = aBrowser({ kept, mirror: note(5) });
    const { keeping } = await open();
    expect(await keeping.recallPlace('report')).toMatchObject({ card: 'crime' });
  });
});

describe('a place', () => {
  const at = (card: string, now: number) => ({ card, offset: 0, at: now });

  it('is the last one, and the cards dwelt on before are read', async () => {
    const { database, open } = aBrowser({ kept: { 'place:report': { ...at('first', 9), mood: 'calm' } } });
    const { keeping, progress } = await open();
    await Promise.all(['two', 'three', 'four'].map((card) => keeping.keepPlace('report', at(card, 1))));
    await keeping.keepPlace('report', at('one', 1), true);
    expect(database.kept.get('place:report')).toMatchObject({ card: 'four', mood: 'calm' });
    expect([...progress.value].sort()).toEqual(['four', 'one', 'three', 'two']);
  });
});

describe('a value that cannot be read', () => {
  it.each(['x', -1, { newer: 9 }])('is set aside, as a schema too: %j', async (value) => {
    const { database, open } = aBrowser({ kept: { schema: value, theme: '<b>' } });
    await (await open()).refreshSettings();
    expect(database.kept.get('schema')).toBe(schema);
    const aside = [...database.kept].filter(([key]) => key.startsWith('aside:'));
    expect(aside.map(([, old]) => old)).toEqual(expect.arrayContaining([value, '<b>']));
  });

  it('stays where it is under a newer schema', async () => {
    const kept = { schema: schema + 1, theme: 'sepia' };
    const { database, open } = aBrowser({ kept });
    await (await open()).refreshSettings();
    expect(database.kept).toEqual(new Map(Object.entries(kept)));
  });
});

describe('under a base path of its own', () => {
  const shared = new Map<string, unknown>([
    ['schema', 3],
    ['theme', 'dark'],
    ['saved:report/crime', mark],
  ]);
  const base = '/a/';

  it('a reader takes over once what all readers of the origin shared, and leaves it there', async () => {
    const before = structuredClone(shared);
    const mirror = { 'yaolan:theme': 'dark', 'yaolan:saved:report/digital': JSON.stringify(mark) };
    const { database, local, open } = aBrowser({ base, beside: { yaolan: shared }, mirror });
    const { saved, refreshSaved, keptSettings, toggleSaved } = await open();
    await refreshSaved();
    expect(saved.value).toEqual([report('crime'), report('digital')]);
    await until(() => keptSettings.value.theme === 'dark', { what: 'the theme' });
    expect(shared).toEqual(before);
    expect(local).toMatchObject({ ...mirror, 'yaolan/a/:theme': 'dark' });
    await toggleSaved(report('crime'));
    const next = await open();
    await next.refreshSaved();
    expect(next.saved.value).toEqual([report('digital')]);
    expect(savedIn(database.kept)).toEqual([report('digital')]);
  });

  it('what was deleted does not come back from there', async () => {
    const { local, open } = aBrowser({
      base,
      beside: { yaolan: shared },
      mirror: { 'yaolan:theme': 'dark' },
    });
    const { saved, refreshSaved, keeping } = await open();
    await refreshSaved();
    await keeping.forgetAll(base);
    expect([saved.value, Object.keys(local)]).toEqual([[], ['yaolan:theme']]);
    const next = await open();
    await next.refreshSaved();
    expect(next.saved.value).toEqual([]);
  });

  it('a reader begins empty where nothing was shared', async () => {
    const { database, open } = aBrowser({ base, beside: { other: new Map() } });
    await (await open()).refreshSaved();
    expect(database.kept).toEqual(new Map([['schema', schema]]));
  });
});

describe('settings', () => {
  it('reach the page from the database where the mirror is full', async () => {
    const { html, local, open } = aBrowser({ isFull: () => true, mirror: { 'yaolan:size': '2' } });
    const first = await open();
    first.chooseLook('size', '5');
    await until(() => html.kept === 'size=5', { what: 'the size to be kept' });
    expect(Object.keys(local)).toEqual([]);
    expect(sessionStorage.getItem('yaolan:size')).toBe('5');
    html.size = undefined;
    const next = await open();
    await next.recallSettings();
    expect(html.size).toBe('5');
  });

  it('that are chosen in one tab show in the others', async () => {
    const { html, open } = aBrowser();
    const [one, other] = [await open(), await open()];
    other.followTabs();
    await Promise.all([one, other].map((tab) => tab.refreshSettings()));
    one.keepSetting('theme', 'dark');
    await until(() => other.look.value?.theme === 'dark', { what: 'the other tab to follow' });
    expect(html.theme).toBe('dark');
  });

  it('do not go back to what the database has where a choice could not be kept', async () => {
    const { database, html, open } = aBrowser({ kept: { schema, theme: 'dark' } });
    const { chooseLook, refreshSettings, unkept } = await open();
    await refreshSettings();
    database.settings.ends = 'onabort';
    chooseLook('theme', 'light');
    await until(() => unkept.value, { what: 'the page to say so' });
    await refreshSettings();
    expect(html.theme).toBe('light');
  });
});

describe('a copy', () => {
  it('brings back what was deleted, in its order, also what this edition does not have', async () => {
    const { open } = aBrowser({ kept: { theme: 'dark' } });
    const { keeping, saved, toggleSaved } = await open();
    for (const item of [report('crime'), 'gone/card', report('audit')]) await toggleSaved(item);
    const { text, count } = await keeping.copyData();
    expect(count).toBe(4);
    await keeping.forgetAll('/');
    expect(saved.value).toEqual([]);
    expect(await keeping.mergeFile(new Blob([text]))).toEqual({ kind: 'merged', taken: 4, count: 4 });
    expect(saved.value).toEqual([report('crime'), 'gone/card', report('audit')]);
    expect(await keeping.mergeFile(new Blob([text]))).toMatchObject({ taken: 0 });
  });
});
