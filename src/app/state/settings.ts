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

const dismissed = 'dismissed';

export const isInstallDismissed = (): boolean => readMirror('install') === dismissed;
export const dismissInstall = (): void => void writeSetting('install', dismissed);
