import { type LookName, lookNames } from '../../core/look';
import { type SettingValue, settingOf, settings } from '../../core/settings';
import { holdPlace } from '../platform/place';
import { showThemeColor } from '../platform/themeColor';
import { type KeptSettings, keptSettings } from './kept';
import { keepSetting } from './settings';
import { signal } from './signal';

export type Look = { readonly [Name in LookName]: SettingValue<Name> };

const html = () => document.documentElement.dataset;

/** The look that the boot script has put on `<html>`; where nothing was chosen, the first value of each. */
const lookNow = (): Look =>
  Object.fromEntries(
    lookNames.map((name) => [name, settingOf(name, html()[name]) ?? settings[name][0]]),
  ) as unknown as Look;

const [look, setLook] = signal<Look | undefined>(undefined);

export { look };

const readLook = (): void => setLook(lookNow());

/** The card the reader is at does not move. */
const show = (changed: Partial<Look>): void =>
  void holdPlace(() => {
    Object.assign(html(), changed);
    showThemeColor();
    readLook();
  });

/**
 * Shows the look in the database: it was chosen in another tab, or the mirror, which the
 * boot script read, has lost it.
 */
function showKeptLook(kept: KeptSettings): void {
  const changed = lookNames.filter((name) => kept[name] && kept[name] !== lookNow()[name]);
  if (changed.length > 0) show(Object.fromEntries(changed.map((name) => [name, kept[name]])));
}

/** Reads the look of the page, and shows from now on what the database has. It may have answered already. */
export function followLook(): void {
  readLook();
  keptSettings.watch(showKeptLook);
  showKeptLook(keptSettings.value);
}

/** Shows a choice immediately, and keeps it for later visits. */
export function chooseLook<Name extends LookName>(name: Name, value: SettingValue<Name>): void {
  show({ [name]: value });
  keepSetting(name, value);
}

/** Turns the large-type edition on or off. */
export const toggleLargeType = (): void =>
  chooseLook('edition', lookNow().edition === 'large' ? 'standard' : 'large');
