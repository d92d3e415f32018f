import { languages } from './language';

/** What a reader can choose. Each choice is kept as a record under its name, see `core/records`. */
export const settings = {
  language: languages,
  install: ['dismissed', 'installed'],
  /** The look of the page. Until the reader chooses, the first value of each applies. */
  theme: ['system', 'light', 'dark'],
  size: ['1', '2', '3', '4', '5'],
  spacing: ['normal', 'wide'],
  edition: ['standard', 'large'],
  /** Whether single keys do anything. Readers who dictate press keys that they do not mean, and can turn them off. */
  keys: ['on', 'off'],
  /** Whether an article stands in both languages, block by block. */
  both: ['off', 'on'],
} as const;

export type SettingName = keyof typeof settings;
export type SettingValue<Name extends SettingName> = (typeof settings)[Name][number];

export const settingNames = Object.keys(settings) as SettingName[];

/** A stored value, if it is one that this version knows. */
export const settingOf = <Name extends SettingName>(
  name: Name,
  value: unknown,
): SettingValue<Name> | undefined =>
  (settings[name] as readonly SettingValue<Name>[]).find((known) => known === value);
