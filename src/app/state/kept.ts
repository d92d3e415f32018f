import type { KeptPlace } from '../../core/records';
import type { SettingName, SettingValue } from '../../core/settings';
import { signal } from './signal';

// The values by which the keeper reports to the page; the functions that call the keeper are elsewhere.

/**
 * `<article>/<id of a card or measure>`, in the order in which they were saved. This
 * edition may lack some of them.
 */
export type Items = readonly string[];

/** The card that a reader was at last, and its report. */
export interface LastPlace {
  readonly article: string;
  readonly card: string;
}

export type KeptSettings = { readonly [Name in SettingName]?: SettingValue<Name> };

const [saved, reportSaved] = signal<Items>([]);
const [progress, reportProgress] = signal<readonly string[]>([]);
const [keptPlace, reportPlace] = signal<KeptPlace | undefined>(undefined);
const [lastPlace, reportLastPlace] = signal<LastPlace | undefined>(undefined);
const [keptSettings, reportSettings] = signal<KeptSettings>({});
const [unkept, reportUnkept] = signal(false);

export {
  /** The place that was kept last, on this visit or an earlier one. */
  keptPlace,
  /**
   * The settings in the database, once it has been asked. They change when the
   * reader chooses something in any tab.
   */
  keptSettings,
  /** Where the reader was last, in whichever report; known on the home page once the database has been asked. */
  lastPlace,
  /** The cards that the reader has dwelt on, by id. */
  progress,
  reportLastPlace,
  reportPlace,
  reportProgress,
  reportSaved,
  reportSettings,
  reportUnkept,
  saved,
  /** True where the browser keeps nothing: what the reader does is then forgotten with the page. */
  unkept,
};
