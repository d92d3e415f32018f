import { savedKey, savedPrefix } from '../../../core/items';
import { type SavedMark, savedIn, savedOf } from '../../../core/records';
import { isLaterNote } from '../../../core/stampOrder';
import { mirrored } from '../../platform/mirror';
import { askForPersistence } from '../../platform/persistence';
import { readRecords } from '../../platform/records';
import { readMirror, writeMirror } from '../../platform/storage';
import { jotted, removeJotting } from '../jotting';
import { reportSaved, saved } from '../kept';
import { mirroredSaved } from '../mirroredSaved';
import { keep, putMade, settled, wantedValues } from './change';

/**
 * The saved items, the latest last. Marks that are not (or not yet) on the disk count until the page is left.
 */
function savedItems(records: ReadonlyMap<string, unknown>): string[] {
  const items = new Map(savedIn(records));
  const set = (key: string, mark: SavedMark | undefined) => {
    if (!mark || !key.startsWith(savedPrefix)) return;
    const item = key.slice(savedPrefix.length);
    items.delete(item);
    items.set(item, mark);
  };
  for (const key of mirrored().filter((key) => key.startsWith(savedPrefix))) {
    const note = savedOf(jotted(key));
    if (note && isLaterNote(note, records.get(key))) set(key, note);
  }
  for (const [key, value] of wantedValues()) set(key, savedOf(value));
  return [...items].flatMap(([item, { saved }]) => (saved ? [item] : []));
}

/**
 * What was last seen in the database. It is still saved if the database does not answer: that does not
 * mean that the database is empty.
 */
const lastSeen = (): ReadonlyMap<string, unknown> =>
  new Map(mirroredSaved().map((item, at) => [savedKey(item), { saved: true, at }]));

let reading: Promise<void> | undefined;
let isAsked = false;

async function readSaved(): Promise<void> {
  await settled();
  while (isAsked) {
    isAsked = false;
    const items = savedItems(await readRecords((records) => records.all()).catch(lastSeen));
    // A long list is slow to write and to render, so it is compared first.
    const [text, mirror] = [JSON.stringify(items), readMirror('saved')];
    if (text !== (mirror ?? '[]')) writeMirror('saved', text);
    if (text !== JSON.stringify(saved.value)) reportSaved(items);
  }
  // Reset in the same task as the last check of `isAsked`, so that no request falls between the two.
  reading = undefined;
}

/**
 * Reports the saved items to the page and to the mirror. Readings run one at a
 * time, so that the last one counts.
 */
export function refreshSaved(): Promise<void> {
  isAsked = true;
  reading ??= readSaved();
  return reading;
}

export async function keepSaved(item: string, mark: SavedMark): Promise<boolean> {
  const key = savedKey(item);
  const isKept = await keep(key, mark, {
    name: `${key}=${mark.saved}`,
    groups: ['saved'],
    note: key,
    work: (records) => putMade(records, key, mark),
  });
  await refreshSaved();
  // The note is removed only now, because the mirror must first have the list of what is saved.
  if (isKept) removeJotting(key, mark);
  if (isKept && mark.saved) askForPersistence();
  return isKept;
}
