import { sharedName } from '../../../core/names';
import { type KeptPlace, lastSequence, madeOf, type SavedMark, schema } from '../../../core/records';
import { type SettingName, settingNames, settingOf } from '../../../core/settings';
import { byAge, isLaterNote } from '../../../core/stampOrder';
import { isSequence } from '../../../core/stamps';
import { mirrored, takeSharedMirror } from '../../platform/mirror';
import { type Records, readRecords, recordsOf } from '../../platform/records';
import { readerName } from '../../platform/storage';
import { groups } from '../../platform/tabs';
import { jotted, removeJotting, settingPrefix } from '../jotting';
import { beginWith, change, isNewer, putMade, setAside } from './change';
import { refreshSaved } from './saved';
import { type ChosenSetting, chosenOf, putSetting, recallSettings, stampOfSetting } from './settings';

type Note = { readonly key: string } & (
  | { readonly made: KeptPlace | SavedMark }
  | { readonly made: ChosenSetting; readonly setting: SettingName }
);

/** The notes of earlier pages in the mirror, the oldest first. */
const notes = (): Note[] =>
  mirrored()
    .flatMap((key): Note[] => {
      const setting = settingNames.find((name) => key === settingPrefix + name);
      const chosen = setting && chosenOf(setting, jotted(key));
      if (chosen) return [{ key, made: chosen, setting }];
      const made = madeOf(key, jotted(key));
      return made ? [{ key, made }] : [];
    })
    .sort((one, other) => byAge(one.made, other.made));

async function take(records: Records, note: Note): Promise<void> {
  if ('setting' in note) {
    const { setting, made } = note;
    if (isLaterNote(made, await stampOfSetting(records, setting))) await putSetting(records, setting, made);
  } else if (isLaterNote(note.made, await records.get(note.key))) {
    await putMade(records, note.key, note.made);
  }
}

/**
 * The records that the readers of this origin once shared, if this one has a name of its own and has not
 * taken them over yet. They are copied and stay, because another reader may need them. Undefined where they
 * cannot be read; the next page tries again.
 */
async function sharedRecords(): Promise<ReadonlyMap<string, unknown> | undefined> {
  if (readerName === sharedName) return new Map();
  try {
    if ((await readRecords((records) => records.get('schema'))) !== undefined) return new Map();
    const shared = await recordsOf(sharedName);
    takeSharedMirror();
    return shared;
  } catch {
    return undefined;
  }
}

/** Runs in one transaction, and so completely or not at all. A second run changes nothing. */
async function settle(
  records: Records,
  shared: ReadonlyMap<string, unknown> | undefined,
  taken: readonly Note[],
): Promise<void> {
  if (shared && shared.size > 0 && (await records.get('schema')) === undefined) {
    for (const [key, value] of shared) if ((await records.get(key)) === undefined) records.put(key, value);
    records.put('sequence', lastSequence(await records.all()));
  }
  const found = await records.get('schema');
  const newer = await isNewer(records);
  for (const name of settingNames) {
    const value = await records.get(name);
    if (value !== undefined && !settingOf(name, value) && !newer) await setAside(records, name, value);
  }
  for (const note of taken) await take(records, note);
  if (newer || found === schema) return;
  if (found !== undefined && !isSequence(found)) await setAside(records, 'schema', found);
  if (shared) records.put('schema', schema);
}

const pause = 1000; // ms

/**
 * Brings the records up to date, before they are first used.
 *
 * @param tries how often to try again if there are notes to take and the page before still holds the database
 */
export function settleRecords(tries = 9): void {
  const begin = async () => {
    const shared = await sharedRecords();
    const taken = notes();
    const isKept = await change({
      name: 'schema',
      groups: taken.length > 0 ? groups : [],
      work: (records) => settle(records, shared, taken),
    });
    return { isKept, taken };
  };
  const settling = begin();
  beginWith(settling);
  void settling.then(async ({ isKept, taken }) => {
    await Promise.all([recallSettings(), refreshSaved()]);
    if (isKept) for (const { key, made } of taken) removeJotting(key, made);
    else if (tries > 0 && taken.length > 0) setTimeout(settleRecords, pause, tries - 1);
  });
}
