import { lastSequence, madeOf, schema, updated } from '../../../core/records';
import { isSequence, laterThan, type Stamp } from '../../../core/stamps';
import { measurePlace, returnTo } from '../../platform/place';
import { changeRecords, type Records } from '../../platform/records';
import { writeMirror } from '../../platform/storage';
import { type Part, tellTabs } from '../../platform/tabs';
import { reportUnkept, unkept } from '../kept';

/** Says whether anything can be kept; that sentence appears or goes above the text, which stays where it is. */
function report(isUnkept: boolean): void {
  if (unkept.value === isUnkept) return;
  const here = scrollY > 0 ? measurePlace() : undefined;
  reportUnkept(isUnkept);
  // In the same task, after what the signal has set going: the reader may scroll in the next.
  queueMicrotask(() => here && returnTo(here));
}

/** A change of the records: what it is called once it is on the disk, and what other tabs have to read again. */
interface Change {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly work: (records: Records) => Promise<void>;
  /** ms after which a database that hangs counts as denied. */
  readonly patience?: number;
}

/**
 * The one way in which records are changed: in one transaction that reads, changes and writes, so that two tabs never
 * overwrite each other's work. Answers whether it is on the disk; `<html data-kept>` then names it, a stable
 * hook for tests.
 */
export async function change({ name, parts, work, patience }: Change): Promise<boolean> {
  try {
    const last = await changeRecords(async (records) => {
      await work(records);
      return records.get('sequence');
    }, patience);
    // What is jotted down from now on is later than this.
    if (isSequence(last)) writeMirror('sequence', String(last));
    document.documentElement.dataset.kept = name;
    for (const part of parts) tellTabs(part);
    report(false);
    return true;
  } catch {
    report(true);
    return false;
  }
}

/** The number of the next change of this database. */
export async function nextSequence(records: Records): Promise<number> {
  const last = await records.get('sequence');
  const next = (isSequence(last) ? last : lastSequence(await records.all())) + 1;
  records.put('sequence', next);
  return next;
}

/** A value that cannot be read is moved out of the way and never deleted: a later version may know better. */
export async function setAside(records: Records, key: string, value: unknown): Promise<void> {
  records.put(`aside:${key}:${await nextSequence(records)}`, value);
  records.remove(key);
}

/** Whether a newer version has been at work: what this one does not understand is then not its to change. */
export async function isNewer(records: Records): Promise<boolean> {
  const found = await records.get('schema');
  return typeof found === 'number' && found > schema;
}

/** Puts a place or a saved mark in place of the one before, whose other fields stay. */
export async function putMade<Made extends Stamp>(records: Records, key: string, made: Made): Promise<void> {
  const old = await records.get(key);
  if (old !== undefined && !madeOf(key, old)) {
    if (await isNewer(records)) return;
    await setAside(records, key, old);
  }
  const stamp = { at: laterThan(old, made.at), sequence: await nextSequence(records) };
  records.put(key, updated(old, { ...made, ...stamp }));
}

let settling: Promise<unknown> = Promise.resolve();

/** Nothing is read or kept before the records have been brought up to date, or that has failed. */
export const settled = (): Promise<unknown> => settling;
export const beginWith = (work: Promise<unknown>): void => {
  settling = work;
};

/** What the reader wants to be kept and what is not on the disk, or not yet: the last wish for each record. */
const wanted = new Map<string, { readonly value: unknown; readonly change: Change }>();

export const wantedValue = (key: string): unknown => wanted.get(key)?.value;
export const wantedValues = (): [key: string, value: unknown][] =>
  [...wanted].map(([key, { value }]) => [key, value]);
export const forgetWanted = (): void => wanted.clear();

const turns = new Map<string, Promise<boolean>>();

async function keepWanted(key: string): Promise<boolean> {
  const wish = wanted.get(key);
  // An earlier turn has kept it already.
  if (!wish) return true;
  const wasUnkept = unkept.value;
  const isKept = await change(wish.change);
  if (isKept && wanted.get(key) === wish) wanted.delete(key);
  // The database answers again: it gets what it did not take before.
  if (isKept && wasUnkept) for (const other of wanted.keys()) if (other !== key) void takeTurn(other);
  return isKept;
}

function takeTurn(key: string): Promise<boolean> {
  const turn = (turns.get(key) ?? settled()).then(() => keepWanted(key));
  turns.set(key, turn);
  return turn;
}

/** Keeps the reader's last wish for a record: one change at a time, and those in between are passed over. */
export function keep(key: string, value: unknown, wish: Change): Promise<boolean> {
  wanted.set(key, { value, change: wish });
  return takeTurn(key);
}
