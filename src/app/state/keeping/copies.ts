import { sharedName } from '../../../core/names';
import { schema } from '../../../core/records';
import {
  copyLimit,
  copyOf,
  dataIn,
  mergeInto,
  parseCopy,
  type ReaderData,
  type Refusal,
  Refused,
  sizeOf,
} from '../../../core/transfer';
import { removeEdition } from '../../platform/edition';
import { readText } from '../../platform/fileText';
import { mirrored } from '../../platform/mirror';
import { askForPersistence } from '../../platform/persistence';
import { changeRecords, deleteRecords, inTime, readRecords } from '../../platform/records';
import { readerName, removeMirror } from '../../platform/storage';
import { groups, tellTabs } from '../../platform/tabs';
import { reportSaved } from '../kept';
import { change, forgetWanted, settled } from './change';
import { refreshSaved } from './saved';
import { recallSettings } from './settings';

/** All of the reader's data as the text of a file, and how many entries it has. */
export async function copyData(): Promise<{ readonly text: string; readonly count: number }> {
  await settled();
  const data = dataIn(await readRecords((records) => records.all()));
  return { text: copyOf(data), count: sizeOf(data) };
}

/**
 * The outcome of taking in a file: how many of its entries were newer than those here, and how many it has.
 */
export type Merged =
  | { readonly kind: 'merged'; readonly taken: number; readonly count: number }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'unkept' };

async function parsedFrom(file: Blob): Promise<ReaderData | Refusal> {
  if (file.size > copyLimit) return 'large';
  try {
    return parseCopy(await readText(file));
  } catch (error) {
    // The file is not UTF-8, or the browser cannot read it.
    return error instanceof Refused ? error.why : 'unreadable';
  }
}

/**
 * ms. The reader waits for this change. It would be worse to say that nothing was kept
 * when a slow disk then keeps it.
 */
const longPatience = 10_000;

/** Merges a copy into the records, all or nothing. */
export async function mergeFile(file: Blob): Promise<Merged> {
  const data = await parsedFrom(file);
  if (typeof data === 'string') return { kind: 'refused', why: data };
  await settled();
  let taken = 0;
  const isKept = await change({
    name: 'copy',
    groups,
    patience: longPatience,
    async work(records) {
      const merging = mergeInto(await records.all(), data);
      for (const [key, value] of merging.changes) records.put(key, value);
      taken = merging.taken;
    },
  });
  if (!isKept) return { kind: 'unkept' };
  await Promise.all([recallSettings(), refreshSaved()]);
  askForPersistence();
  return { kind: 'merged', taken, count: sizeOf(data) };
}

async function forgetRecords(): Promise<boolean> {
  try {
    await deleteRecords();
    // Without a schema the next page would take over what is stored under the name that readers once shared.
    if (readerName !== sharedName)
      await inTime(changeRecords(async (records) => records.put('schema', schema)));
    return true;
  } catch {
    return false;
  }
}

/**
 * Deletes what the reader made and what was stored for reading offline;
 * resolves to whether all of it is gone.
 */
export async function forgetAll(base: string): Promise<boolean> {
  await settled();
  forgetWanted();
  reportSaved([]);
  const gone = await Promise.all([removeEdition(base), forgetRecords()]);
  // The mirror is emptied last, because whatever is kept is also mirrored.
  for (const key of mirrored()) removeMirror(key);
  for (const group of groups) tellTabs(group);
  return gone.every(Boolean) && mirrored().length === 0;
}
