import type { KeptPlace } from '../../core/records';
import type { SettingName, SettingValue } from '../../core/settings';
import { signal } from './signal';

// What the keeper tells the page, apart from the verbs that ask it.

/** `<article>/<id of a card or measure>`, in the order in which they were saved; this edition may not have all. */
export type Items = readonly string[];

export type KeptSettings = { readonly [Name in SettingName]?: SettingValue<Name> };

const [saved, reportSaved] = signal<Items>([]);
const [progress, reportProgress] = signal<readonly string[]>([]);
const [earlier, reportPlace] = signal<KeptPlace | undefined>(undefined);
const [keptSettings, reportSettings] = signal<KeptSettings>({});
const [unkept, reportUnkept] = signal(false);

export {
  /** Where the reader was on an earlier visit, or in another tab. */
  earlier,
  /** What the database has, once it has been asked; changes when the reader chooses something in any tab. */
  keptSettings,
  /** The cards that the reader has dwelt on, by id. */
  progress,
  reportPlace,
  reportProgress,
  reportSaved,
  reportSettings,
  reportUnkept,
  saved,
  /** True where the browser keeps nothing: what the reader does is then forgotten with the page. */
  unkept,
};
