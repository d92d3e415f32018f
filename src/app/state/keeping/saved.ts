import { type SavedMark, savedIn, savedKey, savedOf, savedPrefix } from '../../../core/records';
import { isLaterNote } from '../../../core/stamps';
import { mirrored } from '../../platform/mirror';
import { readRecords } from '../../platform/records';
import { readMirror, writeMirror } from '../../platform/storage';
import { jotted, removeJotting } from '../jotting';
import { reportSaved, saved } from '../kept';
import { mirroredSaved } from '../mirroredSaved';
import { keep, putMade, settled, wantedValues } from './change';

/** What is saved, the latest last; what is not on the disk, or not yet, counts until the page is left. */
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

/** A database that does not answer has not been emptied: what was last seen in it is still saved. */
const lastSeen = (): ReadonlyMap<string, unknown> =>
  new Map(mirroredSaved().map((item, at) => [savedKey(item), { saved: true, at }]));

let reading: Promise<void> | undefined;
let isAsked = false;

async function readSaved(): Promise<void> {
  await settled();
  while (isAsked) {
    isAsked = false;
    const items = savedItems(await readRecords((records) => records.all()).catch(lastSeen));
    // Of a long list neither the writing nor the rendering is cheap.
    const [text, mirror] = [JSON.stringify(items), readMirror('saved')];
    if (text !== (mirror ?? '[]')) writeMirror('saved', text);
    if (text !== JSON.stringify(saved.value)) reportSaved(items);
  }
  // In the same task as the last look at what is asked, so that no request falls between the two.
  reading = undefined;
}

/** Says what is saved to who shows it, and to the mirror; one reading at a time, so that the last one counts. */
export function refreshSaved(): Promise<void> {
  isAsked = true;
  reading ??= readSaved();
  return reading;
}

export async function keepSaved(item: string, mark: SavedMark): Promise<boolean> {
  const key = savedKey(item);
  const isKept = await keep(key, mark, {
    name: `${key}=${mark.saved}`,
    parts: ['saved'],
    work: (records) => putMade(records, key, mark),
  });
  await refreshSaved();
  // Not before the list of what is saved is in the mirror.
  if (isKept) removeJotting(key, mark);
  return isKept;
}
