import { isLanguage, type Language } from '../../core/language';
import type { SettingName, SettingValue } from '../../core/settings';
import { isReturning, readMirror, writeMirror } from '../platform/storage';
import { sleep } from '../platform/tasks';
import { jot, settingPrefix } from './jotting';
import { withKeeper } from './keeper';
import { keptSettings, unkept } from './kept';

export { keptSettings, unkept };

/** Asks the database for what has been chosen in another tab. */
export const refreshSettings = (): Promise<unknown> => withKeeper(({ recallSettings }) => recallSettings());

/**
 * Asks the database after the first paint, because the mirror, which the boot script read, may be full or
 * absent. On a first visit there is nothing to ask for.
 */
export async function recallSettings(): Promise<void> {
  if (isReturning()) await refreshSettings();
}

/** Keeps a setting. The mirror has it immediately, even if the keeper cannot be fetched. */
export function keepSetting<Name extends SettingName>(name: Name, value: SettingValue<Name>): void {
  const at = Date.now();
  writeMirror(name, value);
  jot(settingPrefix + name, { value, at });
  void withKeeper((keeper) => keeper.keepSetting(name, value, at));
}

const patience = 2000; // ms, as for any answer of the database; one that hangs must not hold up the reader

/**
 * The language that the reader chose last, or else read last. If the mirror was lost with a killed browser,
 * the database is asked, unless this is a first visit.
 */
export async function lastLanguage(): Promise<Language | undefined> {
  const chosen =
    readMirror('language') ??
    (isReturning() &&
      (await Promise.race([withKeeper(({ settingKept }) => settingKept('language')), sleep(patience)])));
  return [chosen, readMirror('read')].find(isLanguage);
}

export const chooseLanguage = (language: Language): void => keepSetting('language', language);

/** Notes a language that was read but not chosen. It counts until the reader chooses one. */
export function noteLanguage(language: Language): void {
  // Without a mirror there may be no database either. The keeper finds out, so that the reader can be told.
  if (!writeMirror('read', language)) void withKeeper(() => undefined);
}

const ends = ['dismissed', 'installed'] as const;
export type InstallEnd = (typeof ends)[number];

/** Why installing is no longer offered; undefined while it is. */
export const installEnd = (): InstallEnd | undefined => ends.find((end) => end === readMirror('install'));

export const endInstall = (end: InstallEnd): void => keepSetting('install', end);
