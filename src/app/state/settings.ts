import { isLanguage, type Language } from '../../core/language';
import type { SettingName, SettingValue } from '../../core/settings';
import { readMirror, writeMirror } from '../platform/storage';
import { withKeeper } from './keeper';
import { signal } from './signal';

const [unkept, setUnkept] = signal(false);

/** True where the browser keeps nothing: what the reader does is then forgotten with the page. */
export { unkept };

export const reportUnkept = setUnkept;

/** The mirror has it at once, also where nothing else can be had. */
export function keepSetting<Name extends SettingName>(name: Name, value: SettingValue<Name>): void {
  writeMirror(name, value);
  void withKeeper((keeper) => keeper.keepSetting(name, value));
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
