import { setTimeout as pause } from 'node:timers/promises';
import { recordsOf, untilKept } from '../journeys/kept';
import type { Engine, Tab } from '../journeys/support';
import { article, readTo, tabOver, untilHydrated } from '../journeys/support';
import type { OpenBrowser } from '../support/browsers';
import { freshFolder, removeFolder } from '../support/run-folder';

interface Lost {
  readonly trial: number;
  /** How long after the reader said that it was kept the browser was killed, in ms. */
  readonly after: number;
  readonly expected: string;
  readonly found: string;
}

export interface Outcome {
  readonly trials: number;
  /** Places, languages and saved cards that the reader had called kept. */
  readonly confirmed: number;
  readonly lost: readonly Lost[];
}

/** Cards that stand far apart, so that no rounding takes one for the other. */
const cards = ['digital', 'business', 'crime', 'mediation'] as const;

const longest = 500; // ms between the word that it is kept and the kill

/** The same numbers for the same seed (mulberry32), so that a failure can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Saves a card, or takes it out, until its control says so; the answer is which of the two. */
async function press(tab: Tab, card: string): Promise<boolean> {
  const control = `#${card} > [data-tools] [data-save]`;
  await tab.waitFor('the controls', (control) => document.querySelector(control), control);
  const isPressed = (control: string) => document.querySelector(control)?.ariaPressed === 'true';
  const before = await tab.ask(isPressed, control);
  // Where it stands: to scroll to it would be to read on.
  await tab.ask((control) => document.querySelector<HTMLElement>(control)?.click(), control);
  await tab.waitFor(
    'the control to say so',
    ([control, before]) => document.querySelector(control)?.ariaPressed === `${!before}`,
    [control, before] as const,
  );
  return !before;
}

/**
 * Reads to a card, saves it or takes it out, and changes the language, waits until the reader says of each that
 * it is kept, kills the browser within half a second, and looks in a new process whether they are there. One profile for all trials, as one
 * reader has it.
 */
export async function killTrials(
  { open }: Pick<Engine, 'open'>,
  url: string,
  { trials, seed, note = () => undefined }: { trials: number; seed: number; note?: (said: string) => void },
): Promise<Outcome> {
  const random = seeded(seed);
  const profile = freshFolder('trials');
  const lost: Lost[] = [];
  let confirmed = 0;
  let expected = '';
  let after = 0;
  let browser: OpenBrowser = await open({ profile });
  for (let trial = 1; trial <= trials; trial++) {
    const tab = tabOver(browser.page, browser.close);
    const card = cards[trial % cards.length] ?? cards[0];
    const [from, to] = trial % 2 ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
    await tab.goto(`${url}${from}/${article}/`);
    await untilHydrated(tab);
    await readTo(tab, card, 90);
    await untilKept(tab, `place:${article}=${card}`);
    // Both come last in turn, since the last is what a kill may catch.
    const isSaved = trial % 4 < 2 ? await press(tab, card) : undefined;
    await tab.click(`[data-switch=${to}]`);
    await untilKept(tab, `language=${to}`);
    const marked = isSaved ?? (await press(tab, card));
    after = Math.floor(random() * (longest + 1));
    // Nothing is awaited here: the kill comes at a moment that no event announces.
    await pause(after);
    await browser.kill();
    expected = `${card} ${to} ${marked}`;
    browser = await open({ profile });
    const next = tabOver(browser.page, browser.close);
    await next.goto(`${url}robots.txt`);
    const records = await recordsOf(next);
    const place = records[`place:${article}`] as { card?: string } | undefined;
    const mark = records[`saved:${article}/${card}`] as { saved?: boolean } | undefined;
    const found = `${place?.card} ${records.language} ${mark?.saved}`;
    confirmed += 3;
    if (found !== expected) lost.push({ trial, after, expected, found });
    note(
      `${trial}/${trials}: killed after ${after} ms, ${found === expected ? 'all there' : `found ${found}, not ${expected}`}`,
    );
  }
  await browser.close();
  await removeFolder(profile);
  return { trials, confirmed, lost };
}
