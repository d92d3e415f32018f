import { isLanguage, type Language } from '../../core/language';
import { readMirror, readSetting, writeSetting } from '../platform/storage';

/** What the reader last used, as far as it is known. */
export async function lastLanguage(): Promise<Language | undefined> {
  const value = await readSetting('language');
  return isLanguage(value) ? value : undefined;
}

export const chooseLanguage = (language: Language): void => void writeSetting('language', language);

/** A language that was only read, not chosen, counts until there is a choice. */
export async function noteLanguage(language: Language): Promise<void> {
  if ((await lastLanguage()) === undefined) chooseLanguage(language);
}

const ends = ['dismissed', 'installed'] as const;
export type InstallEnd = (typeof ends)[number];

/** Why the way to the home screen is not offered any more; undefined while it is. */
export const installEnd = (): InstallEnd | undefined => ends.find((end) => end === readMirror('install'));

export const endInstall = (end: InstallEnd): void => void writeSetting('install', end);
