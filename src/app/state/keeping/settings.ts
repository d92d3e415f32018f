import { updated } from '../../../core/records';
import { type SettingName, type SettingValue, settingNames, settingOf } from '../../../core/settings';
import { laterThan, timeOf } from '../../../core/stampOrder';
import { type Stamp, sequenceOf } from '../../../core/stamps';
import { type Records, readRecords } from '../../platform/records';
import { writeMirror } from '../../platform/storage';
import { jotted, removeJotting, settingPrefix } from '../jotting';
import { type KeptSettings, reportSettings } from '../kept';
import { keep, nextSequence, settled, wantedValue } from './change';

/** A setting as the reader chose it. */
export interface ChosenSetting extends Stamp {
  readonly value: SettingValue<SettingName>;
}

export function chosenOf(name: SettingName, given: Readonly<Record<string, unknown>> | undefined) {
  const value = settingOf(name, given?.value);
  const sequence = sequenceOf(given);
  return value && { value, at: timeOf(given), ...(sequence > 0 && { sequence }) };
}

const fieldOf = async (records: Records, record: string, name: SettingName): Promise<unknown> =>
  (updated(await records.get(record), {}) as Readonly<Record<string, unknown>>)[name];

/**
 * When a setting was chosen, as time and number. Both have records of their own,
 * because a setting is a plain word.
 */
export async function stampOfSetting(records: Records, name: SettingName): Promise<Stamp> {
  const at = timeOf({ at: await fieldOf(records, 'times', name) });
  return { at, sequence: sequenceOf({ sequence: await fieldOf(records, 'sequences', name) }) };
}

export async function putSetting(records: Records, name: SettingName, chosen: ChosenSetting): Promise<void> {
  const at = laterThan(await stampOfSetting(records, name), chosen.at);
  const sequence = await nextSequence(records);
  records.put(name, chosen.value);
  records.put('times', updated(await records.get('times'), { [name]: at }));
  records.put('sequences', updated(await records.get('sequences'), { [name]: sequence }));
}

export async function settingKept<Name extends SettingName>(
  name: Name,
): Promise<SettingValue<Name> | undefined> {
  await settled();
  const read = readRecords((records) => records.get(name)).catch(() => undefined);
  return settingOf(name, wantedValue(name) ?? (await read));
}

export async function keepSetting<Name extends SettingName>(
  name: Name,
  value: SettingValue<Name>,
  at: number,
): Promise<boolean> {
  const isKept = await keep(name, value, {
    name: `${name}=${value}`,
    groups: ['settings'],
    note: settingPrefix + name,
    work: (records) => putSetting(records, name, { value, at }),
  });
  // Meanwhile the mirror may have received the old value from the database. Where the note is gone or is another, a
  // later choice stands there.
  const isLatest = jotted(settingPrefix + name)?.at === at && (wantedValue(name) ?? value) === value;
  if (isLatest) writeMirror(name, value);
  if (isKept) removeJotting(settingPrefix + name, { at });
  return isKept;
}

async function readSettings(records: Records): Promise<KeptSettings> {
  const entries: [SettingName, unknown][] = [];
  for (const name of settingNames) {
    const value = settingOf(name, await records.get(name));
    if (value) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/**
 * Passes the settings of the database to the page and the mirror. What the reader has
 * chosen meanwhile takes precedence.
 */
export async function recallSettings(): Promise<void> {
  await settled();
  const kept = await readRecords(readSettings).catch(() => undefined);
  if (!kept) return;
  const chosen = settingNames.flatMap((name) => {
    const value = settingOf(name, wantedValue(name));
    return value ? [[name, value]] : [];
  });
  const now: KeptSettings = { ...kept, ...Object.fromEntries(chosen) };
  for (const name of settingNames) if (now[name]) writeMirror(name, now[name]);
  reportSettings(now);
}
