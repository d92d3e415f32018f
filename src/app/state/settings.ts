import { isLanguage, type Language } from '../../core/language';
import type { SettingName, SettingValue } from '../../core/settings';
import { hasWorker, readMirror, writeMirror } from '../platform/storage';
import { jot, settingPrefix } from './jotting';
import { withKeeper } from './keeper';
import { keptSettings, unkept } from './kept';

export { keptSettings, unkept };

/** Asks the database, for what has been chosen in another tab. */
export const refreshSettings = (): Promise<unknown> => withKeeper(({ recallSettings }) => recallSettings());

/**
 * Asks the database, after the first paint: the mirror, which the boot script asked, may be full or absent. Whoever has
 * no worker has not been here before.
 */
export async function recallSettings(): Promise<void> {
  if (hasWorker()) await refreshSettings();
}

/** The mirror has it at once, also where nothing else can be had. */
export function keepSetting<Name extends SettingName>(name: Name, value: SettingValue<Name>): void {
  const at = Date.now();
  writeMirror(name, value);
  jot(settingPrefix + name, { value, at });
  void withKeeper((keeper) => keeper.keepSetting(name, value, at));
}

const patience = 400; // ms; a database that hangs must not hold up the reader

/**
 * The language that the reader chose last, or else read last. A mirror that was lost with a killed browser is
 * made good from the database; whoever has no worker has not been here for long enough to have one.
 */
export async function lastLanguage(isReturning: boolean): Promise<Language | undefined> {
  const chosen =
    readMirror('language') ??
    (isReturning &&
      (await Promise.race([
        withKeeper(({ settingKept }) => settingKept('language')),
        new Promise((resolve) => setTimeout(resolve, patience)),
      ])));
  return [chosen, readMirror('read')].find(isLanguage);
}

export const chooseLanguage = (language: Language): void => keepSetting('language', language);

/** A language that was only read, not chosen, counts until there is a choice. */
export function noteLanguage(language: Language): void {
  // Where there is no mirror there may be nothing at all, which the reader is to know.
  if (!writeMirror('read', language)) void withKeeper(() => undefined);
}

const ends = ['dismissed', 'installed'] as const;
export type InstallEnd = (typeof ends)[number];

/** Why the way to the home screen is not offered any more; undefined while it is. */
export const installEnd = (): InstallEnd | undefined => ends.find((end) => end === readMirror('install'));

export const endInstall = (end: InstallEnd): void => keepSetting('install', end);
