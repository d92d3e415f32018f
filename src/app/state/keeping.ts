/**
 * Keeps what the reader made. Each verb is one transaction that reads, changes and writes, so that two tabs
 * never overwrite each other's work, and is done only when the browser says that it is on the disk.
 */

import {
  type KeptPlace,
  laterThan,
  placeKey,
  placeOf,
  placePrefix,
  readIn,
  type SavedMark,
  savedOf,
  schema,
  timeOf,
  updated,
} from '../../core/records';
import { savedKey, savedPrefix } from '../../core/savedKey';
import { type SettingName, type SettingValue, settingNames, settingOf } from '../../core/settings';
import {
  copyLimit,
  copyOf,
  dataIn,
  type IsKnown,
  mergeInto,
  parseCopy,
  type ReaderData,
  type Refusal,
  Refused,
  sizeOf,
} from '../../core/transfer';
import { removeEdition } from '../platform/edition';
import { readText } from '../platform/fileText';
import { mirrored, removeMirror } from '../platform/mirror';
import { measurePlace, returnTo } from '../platform/place';
import { changeRecords, deleteRecords, type Records, readRecords } from '../platform/records';
import { readMirror, writeMirror } from '../platform/storage';
import { place } from './place';
import { reportPlace, reportProgress } from './progress';
import { mirroredSaved, reportSaved } from './saved';
import { reportUnkept, unkept } from './settings';

/** Where the browser keeps nothing, until the page is left. */
const held = new Map<string, unknown>();

/** One honest sentence appears or goes; the text under the reader's eyes stays. */
function report(isUnkept: boolean): void {
  if (unkept.value === isUnkept) return;
  const here = scrollY > 0 ? measurePlace() : undefined;
  reportUnkept(isUnkept);
  // In the same task, after what the signal has set going: the reader may scroll in the next.
  queueMicrotask(() => here && returnTo(here));
}

/** Answers whether it is on the disk; `<html data-kept>` then names it, a stable hook for tests. */
async function change(
  name: string,
  work: (records: Records) => Promise<void>,
  limit?: number,
): Promise<boolean> {
  try {
    await changeRecords(work, limit);
    document.documentElement.dataset.kept = name;
    report(false);
    return true;
  } catch {
    report(true);
    return false;
  }
}

/** A value that cannot be read is moved out of the way and never deleted: a later version may know better. */
function setAside(records: Records, key: string, value: unknown): void {
  records.put(`aside:${key}:${Date.now()}`, value);
  records.remove(key);
}

/** Whether a newer version has been at work: what this one does not understand is then not its to change. */
const isNewer = async (records: Records): Promise<boolean> => {
  const found = await records.get('schema');
  return typeof found === 'number' && found > schema;
};

/**
 * Brings schema 1 up to date, in one transaction and so wholly or not at all; done a second time it changes
 * nothing. The mirror then says what the database says.
 */
async function settle(records: Records, taken: readonly Jotting[]): Promise<void> {
  const newer = await isNewer(records);
  for (const name of settingNames) {
    const value = await records.get(name);
    const known = settingOf(name, value);
    if (known) writeMirror(name, known);
    else if (value !== undefined && !newer) setAside(records, name, value);
  }
  for (const [key, , record] of taken) {
    const old = await records.get(key);
    if (timeOf(old) < record.at) records.put(key, updated(old, record));
  }
  if (!newer && (await records.get('schema')) !== schema) records.put('schema', schema);
}

/**
 * A page that is being left has no time for a transaction: its last second goes into the mirror, from where the
 * next page takes it.
 */
const jot = (key: string, place: KeptPlace) => void writeMirror(key, JSON.stringify(place));

type Jotting = readonly [key: string, text: string, record: KeptPlace | SavedMark];

/** Places and saved cards, whose keys alone have a colon. */
const jottings = (): Jotting[] =>
  mirrored('').flatMap((key): Jotting[] => {
    try {
      const text = readMirror(key) ?? '';
      const value: unknown = key.includes(':') && JSON.parse(text);
      const record = placeOf(value) ?? savedOf(value);
      return record ? [[key, text, record]] : [];
    } catch {
      return [];
    }
  });

let settled: Promise<boolean>;

const pause = 1000; // ms

/**
 * Brings everything up to date, before it is first used.
 *
 * @param tries how often to try once more where there is something to take and the page before still holds the database
 */
export function settleRecords(tries = 9): void {
  const taken = jottings();
  settled = change('schema', (records) => settle(records, taken));
  void settled.then(async (kept) => {
    await refreshSaved();
    if (!kept) {
      if (tries > 0 && taken.length > 0) setTimeout(settleRecords, pause, tries - 1);
      return;
    }
    // What was written meanwhile is of a later moment than what has been taken.
    for (const [key, text] of taken) if (readMirror(key) === text) removeMirror(key);
  });
}

export async function settingKept<Name extends SettingName>(
  name: Name,
): Promise<SettingValue<Name> | undefined> {
  const read = readRecords((records) => records.get(name)).catch(() => undefined);
  return settingOf(name, held.get(name) ?? (await read));
}

export async function keepSetting<Name extends SettingName>(
  name: Name,
  value: SettingValue<Name>,
): Promise<boolean> {
  held.set(name, value);
  const kept = await change(`${name}=${value}`, async (records) => {
    const times = await records.get('times');
    const { [name]: before } = updated(times, {}) as Record<string, unknown>;
    records.put(name, value);
    records.put('times', updated(times, { [name]: laterThan({ at: before }, Date.now()) }));
  });
  // Meanwhile the mirror may have been told what stood in the database before.
  writeMirror(name, value);
  if (kept) held.delete(name);
  return kept;
}

type SavedItem = readonly [item: string, mark: SavedMark];

const markIn = ([key, value]: readonly [string, unknown]): SavedItem[] => {
  const mark = key.startsWith(savedPrefix) ? savedOf(value) : undefined;
  return mark ? [[key.slice(savedPrefix.length), mark]] : [];
};

/** What is saved, the latest last; what is not on the disk, or not yet, counts until the page is left. */
function savedItems(records: ReadonlyMap<string, unknown>): string[] {
  // As they will be taken over, see `settle`.
  const taken = jottings().filter(([key, , { at }]) => timeOf(records.get(key)) < at);
  const later = taken.map(([key, , record]) => [key, record] as const);
  return [...new Map([...records, ...later, ...held].flatMap(markIn))]
    .filter(([, { saved }]) => saved)
    .sort(([, one], [, other]) => one.at - other.at)
    .map(([item]) => item);
}

/** Says what is saved to who shows it, and to the mirror. */
export async function refreshSaved(): Promise<void> {
  await settled;
  // A database that does not answer has not been emptied: what was last seen in it is still saved.
  const lastSeen = () => new Map(mirroredSaved().map((item) => [savedKey(item), { saved: true, at: 0 }]));
  const items = savedItems(await readRecords((records) => records.all()).catch(lastSeen));
  if (items.length > 0 || readMirror('saved')) writeMirror('saved', JSON.stringify(items));
  reportSaved(items);
}

export async function keepSaved(item: string, mark: SavedMark): Promise<boolean> {
  const key = savedKey(item);
  held.set(key, mark);
  const kept = await change(`${key}=${mark.saved}`, async (records) => {
    const old = await records.get(key);
    if (old !== undefined && !savedOf(old)) {
      if (await isNewer(records)) return;
      setAside(records, key, old);
    }
    records.put(key, updated(old, { ...mark, at: laterThan(old, mark.at) }));
  });
  if (kept) held.delete(key);
  await refreshSaved();
  // Not before the list of what is saved is in the mirror.
  if (kept && readMirror(key) === JSON.stringify(mark)) removeMirror(key);
  return kept;
}

/** Where the reader was in an article when it was last read, in this browser or in an imported file. */
export async function placeKept(article: string): Promise<KeptPlace | undefined> {
  const key = placeKey(article);
  await settled;
  const read = readRecords((records) => records.get(key)).catch(() => undefined);
  return placeOf(held.get(key) ?? (await read));
}

/**
 * @param isBeginning whether it is the first card: who looks at the contents again has not gone back to the
 *   beginning, so that it takes the place of no other
 */
export async function keepPlace(
  article: string,
  card: string,
  offset: number,
  isBeginning = false,
): Promise<boolean> {
  const key = placeKey(article);
  const here = { card, offset, at: Date.now() };
  let read: readonly string[] = [card];
  if (!isBeginning) {
    held.set(key, here);
    reportPlace(here);
  }
  const kept = await change(`${key}=${card}`, async (records) => {
    const old = await records.get(key);
    if (old !== undefined && !placeOf(old)) {
      if (await isNewer(records)) return;
      setAside(records, key, old);
    }
    read = [...new Set([...readIn(old), card])];
    const place = isBeginning && placeOf(old) ? {} : { ...here, at: laterThan(old, here.at) };
    records.put(key, updated(old, { ...place, read }));
  });
  if (kept) held.delete(key);
  reportProgress(read);
  return kept;
}

/** Says which cards have been read, and answers where the reader was. */
export async function recallPlace(article: string): Promise<KeptPlace | undefined> {
  const kept = await placeKept(article);
  const record = await readRecords((records) => records.get(placeKey(article))).catch(() => undefined);
  reportProgress(readIn(record));
  return kept;
}

const pace = 1000; // ms: at most so much of the way is lost when the browser is killed
const rest = 30_000; // ms until a refused place is tried again

/** Records the reader's place from now on: while scrolling, and at once when the page is left. */
export function followReader(article: string): void {
  let isWaiting = false;
  let last = '';
  let next = 0;
  const newPlace = () => {
    const here = place.value;
    const now = here && { card: here.card, offset: Math.round(here.top), isBeginning: here.position === 1 };
    return now && now.card + now.offset !== last ? now : undefined;
  };
  const flush = async () => {
    isWaiting = false;
    const now = newPlace();
    if (!now || performance.now() < next) return;
    last = now.card + now.offset;
    if (!(await keepPlace(article, now.card, now.offset, now.isBeginning))) next = performance.now() + rest;
  };
  const note = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => void flush(), pace);
  };
  const leave = () => {
    const now = newPlace();
    if (now && !now.isBeginning)
      jot(placeKey(article), { card: now.card, offset: now.offset, at: Date.now() });
    void flush();
  };
  place.watch(note);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
  addEventListener('pagehide', leave);
  note();
}

/** All of it as the text of a file, and how many entries that are. */
export async function copyData(isKnown: IsKnown): Promise<{ readonly text: string; readonly count: number }> {
  await settled;
  const data = dataIn(await readRecords((records) => records.all()), isKnown);
  return { text: copyOf(data), count: sizeOf(data) };
}

/** What became of a file: how many of its entries were newer than those here, of how many. */
export type Merged =
  | { readonly kind: 'merged'; readonly taken: number; readonly count: number }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'unkept' };

async function parsedFrom(file: Blob, isKnown: IsKnown): Promise<ReaderData | Refusal> {
  if (file.size > copyLimit) return 'large';
  try {
    return parseCopy(await readText(file), isKnown);
  } catch (error) {
    // A file that is not UTF-8, or that the browser cannot read.
    return error instanceof Refused ? error.why : 'unreadable';
  }
}

/** ms. The reader waits for this one, and to be told that nothing was kept which a slow disk then keeps is worse. */
const longPatience = 10_000;

/** Takes a copy in, all or nothing. */
export async function mergeFile(file: Blob, isKnown: IsKnown): Promise<Merged> {
  const data = await parsedFrom(file, isKnown);
  if (typeof data === 'string') return { kind: 'refused', why: data };
  let taken = 0;
  const isKept = await change(
    'copy',
    async (records) => {
      const own = await records.all();
      const changes = mergeInto(own, data);
      for (const [key, value] of changes) {
        const old = own.get(key);
        const isBroken =
          (key.startsWith(placePrefix) && !placeOf(old)) || (key.startsWith(savedPrefix) && !savedOf(old));
        if (old !== undefined && isBroken) setAside(records, key, old);
        records.put(key, value);
      }
      taken = changes.size - Number(changes.has('times'));
    },
    longPatience,
  );
  if (!isKept) return { kind: 'unkept' };
  for (const name of settingNames) {
    const value = await settingKept(name);
    if (value) writeMirror(name, value);
  }
  await refreshSaved();
  return { kind: 'merged', taken, count: sizeOf(data) };
}

/** Deletes what the reader made and what was stored for reading offline; answers whether all of it is gone. */
export async function forgetAll(base: string): Promise<boolean> {
  await settled;
  held.clear();
  reportSaved([]);
  const gone = await Promise.all([
    removeEdition(base),
    deleteRecords().then(
      () => true,
      () => false,
    ),
  ]);
  // Last, since what is kept is mirrored.
  for (const key of mirrored('')) removeMirror(key);
  return gone.every(Boolean) && mirrored('').length === 0;
}
