import { lastSequence, madeOf, schema, updated } from '../../../core/records';
import { laterThan } from '../../../core/stampOrder';
import { isSequence, type Stamp } from '../../../core/stamps';
import { holdPlace } from '../../platform/place';
import { changeRecords, inTime, type Records } from '../../platform/records';
import { readMirror, writeMirror } from '../../platform/storage';
import { type RecordGroup, tellTabs } from '../../platform/tabs';
import { reportUnkept, unkept } from '../kept';

/** Shows or hides the sentence that nothing can be kept. It stands above the text, which must not move. */
function report(isUnkept: boolean): void {
  if (unkept.value !== isUnkept) void holdPlace(() => reportUnkept(isUnkept));
}

/**
 * A change of the records: its name once it is on the disk, and which groups of records other tabs have to read again.
 */
interface Change {
  readonly name: string;
  readonly groups: readonly RecordGroup[];
  readonly work: (records: Records) => Promise<void>;
  /** ms after which a database that hangs counts as denied. */
  readonly patience?: number;
  /** Called when the change is on the disk, also if that is after its patience. */
  readonly kept?: () => void;
  /** The key in the mirror under which the reader's wish was noted. */
  readonly note?: string;
}

/**
 * The only way in which records are changed: one transaction reads, changes and writes, so that two tabs
 * never overwrite each other's work. Resolves to whether the change is on the disk. `<html data-kept>` then
 * names it, a stable hook for tests.
 */
export async function change({ name, groups, work, patience, kept: whenKept }: Change): Promise<boolean> {
  // A database that answers late has kept the change all the same, so the sentence goes away again.
  const kept = changeRecords(async (records) => {
    await work(records);
    return records.get('sequence');
  }).then((last) => {
    // Notes in the mirror from now on are later than this number.
    if (isSequence(last)) writeMirror('sequence', String(last));
    document.documentElement.dataset.kept = name;
    whenKept?.();
    for (const group of groups) tellTabs(group);
    report(false);
  });
  try {
    await inTime(kept, patience);
    return true;
  } catch {
    report(true);
    return false;
  }
}

/** Gives out the number of the next change of this database. */
export async function nextSequence(records: Records): Promise<number> {
  const last = await records.get('sequence');
  const next = (isSequence(last) ? last : lastSequence(await records.all())) + 1;
  records.put('sequence', next);
  return next;
}

/**
 * Moves a value that cannot be read out of the way. It is never deleted, because a
 * later version may understand it.
 */
export async function setAside(records: Records, key: string, value: unknown): Promise<void> {
  records.put(`aside:${key}:${await nextSequence(records)}`, value);
  records.remove(key);
}

/**
 * Whether a newer version has written records. What this version does not
 * understand must then stay unchanged.
 */
export async function isNewer(records: Records): Promise<boolean> {
  const found = await records.get('schema');
  return typeof found === 'number' && found > schema;
}

/** Replaces a place or a saved mark. Other fields of the old record stay. */
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

/**
 * Resolves when the records have been brought up to date, or that has failed. Nothing is read or kept before.
 */
export const settled = (): Promise<unknown> => settling;
export const beginWith = (work: Promise<unknown>): void => {
  settling = work;
};

/** The reader's last wish for each record, as long as it is not on the disk. */
const wanted = new Map<string, { readonly value: unknown; readonly change: Change }>();

export const wantedValue = (key: string): unknown => wanted.get(key)?.value;
export const wantedValues = (): [key: string, value: unknown][] =>
  [...wanted].map(([key, { value }]) => [key, value]);
export const forgetWanted = (): void => wanted.clear();

const lastTurnOf = new Map<string, Promise<boolean>>();

async function keepWanted(key: string): Promise<boolean> {
  const wish = wanted.get(key);
  // An earlier turn has kept it already.
  if (!wish) return true;
  const wasUnkept = unkept.value;
  const forget = () => {
    if (wanted.get(key) === wish) wanted.delete(key);
  };
  const isKept = await change({
    ...wish.change,
    kept: forget,
    async work(records) {
      // Another page may have kept the wish before this transaction could begin.
      if (wanted.has(key)) await wish.change.work(records);
    },
  });
  // The database answers again, so it gets what it did not take before.
  if (isKept && wasUnkept) for (const other of wanted.keys()) if (other !== key) void takeTurn(other);
  return isKept;
}

/**
 * While this page is in the bfcache, the next page keeps what stands noted in the mirror, and the reader may change it
 * there. A wish whose note is gone or is another when this page is shown again is therefore not kept a second time.
 */
export function followReturns(): void {
  let left = new Map<string, { readonly note: string; readonly text: string }>();
  addEventListener('pagehide', () => {
    left = new Map();
    for (const [key, { change }] of wanted) {
      const text = change.note ? readMirror(change.note) : null;
      if (change.note && text !== null) left.set(key, { note: change.note, text });
    }
  });
  addEventListener('pageshow', () => {
    for (const [key, { note, text }] of left) if (readMirror(note) !== text) wanted.delete(key);
  });
}

function takeTurn(key: string): Promise<boolean> {
  const turn = (lastTurnOf.get(key) ?? settled()).then(() => keepWanted(key));
  lastTurnOf.set(key, turn);
  return turn;
}

/**
 * Keeps the reader's last wish for a record. One change runs at a time, and wishes
 * replaced meanwhile are skipped.
 */
export function keep(key: string, value: unknown, wish: Change): Promise<boolean> {
  wanted.set(key, { value, change: wish });
  return takeTurn(key);
}
