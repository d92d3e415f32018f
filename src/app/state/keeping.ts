/**
 * Keeps what the reader made. Each verb is one transaction that reads, changes and writes, so that two tabs
 * never overwrite each other's work, and is done only when the browser says that it is on the disk.
 */
import {
  type KeptPlace,
  laterThan,
  placeKey,
  placeOf,
  type SettingName,
  type SettingValue,
  schema,
  settingNames,
  settingOf,
  updated,
} from '../../core/records';
import { measurePlace, returnTo } from '../platform/place';
import { changeRecords, type Records, readRecords } from '../platform/records';
import { writeMirror } from '../platform/storage';
import { place } from './place';
import { reportUnkept, unkept } from './settings';

/** Where the browser keeps nothing, until the page is left. */
const held = new Map<string, unknown>();

/** One honest sentence appears or goes; the text under the reader's eyes stays. */
function report(isUnkept: boolean): void {
  if (unkept.value === isUnkept) return;
  const here = scrollY > 0 ? measurePlace() : undefined;
  reportUnkept(isUnkept);
  requestAnimationFrame(() => here && returnTo(here));
}

/** Answers whether it is on the disk; `<html data-kept>` then names it, a stable hook for tests. */
async function change(name: string, work: (records: Records) => Promise<void>): Promise<boolean> {
  try {
    await changeRecords(work);
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
async function settle(records: Records): Promise<void> {
  const newer = await isNewer(records);
  for (const name of settingNames) {
    const value = await records.get(name);
    const known = settingOf(name, value);
    if (known) writeMirror(name, known);
    else if (value !== undefined && !newer) setAside(records, name, value);
  }
  if (!newer && (await records.get('schema')) !== schema) records.put('schema', schema);
}

/** Answers whether the database can be used. */
export const settleRecords = (): Promise<boolean> => change('schema', settle);

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

/** Where the reader was in an article when it was last read, in this browser or in an imported file. */
export async function placeKept(article: string): Promise<KeptPlace | undefined> {
  const key = placeKey(article);
  const read = readRecords((records) => records.get(key)).catch(() => undefined);
  return placeOf(held.get(key) ?? (await read));
}

export async function keepPlace(article: string, card: string, offset: number): Promise<boolean> {
  const key = placeKey(article);
  const now = Date.now();
  held.set(key, { card, offset, at: now });
  const kept = await change(`${key}=${card}`, async (records) => {
    const old = await records.get(key);
    if (old !== undefined && !placeOf(old)) {
      if (await isNewer(records)) return;
      setAside(records, key, old);
    }
    records.put(key, updated(old, { card, offset, at: laterThan(old, now) }));
  });
  if (kept) held.delete(key);
  return kept;
}

const pace = 1000; // ms: at most so much of the way is lost when the browser is killed
const rest = 30_000; // ms until a refused place is tried again

/** Records the reader's place from now on: while scrolling, and at once when the page is left. */
export function followReader(article: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  let next = 0;
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const here = place.value;
    if (!here || performance.now() < next) return;
    const offset = Math.round(here.top);
    const said = here.card + offset;
    if (said === last) return;
    last = said;
    if (!(await keepPlace(article, here.card, offset))) next = performance.now() + rest;
  };
  const note = () => {
    timer ??= setTimeout(() => void flush(), pace);
  };
  place.watch(note);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flush();
  });
  addEventListener('pagehide', () => void flush());
  note();
}
