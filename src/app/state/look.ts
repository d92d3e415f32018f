import { type LookName, lookNames } from '../../core/look';
import { type SettingValue, settingOf, settings } from '../../core/settings';
import { measurePlace, returnTo } from '../platform/place';
import { type KeptSettings, keptSettings } from './kept';
import { keepSetting } from './settings';
import { signal } from './signal';

export type Look = { readonly [Name in LookName]: SettingValue<Name> };

const html = () => document.documentElement.dataset;

/** As the boot script has put it on `<html>`; where nothing was chosen, the first of each. */
const lookNow = (): Look =>
  Object.fromEntries(
    lookNames.map((name) => [name, settingOf(name, html()[name]) ?? settings[name][0]]),
  ) as unknown as Look;

const [look, setLook] = signal<Look | undefined>(undefined);

export { look };

export const readLook = (): void => setLook(lookNow());

/** Shows what the database has: it was chosen in another tab, or the mirror that the boot script asked has lost it. */
export function showKeptLook(kept: KeptSettings): void {
  const changed = lookNames.filter((name) => kept[name] && kept[name] !== lookNow()[name]);
  if (changed.length === 0) return;
  const here = scrollY > 0 ? measurePlace() : undefined;
  for (const name of changed) html()[name] = kept[name];
  if (look.value) readLook();
  dress();
  showEdition();
  if (here) returnTo(here);
}

keptSettings.watch(showKeptLook);
// The database may have answered before this script came.
showKeptLook(keptSettings.value);

/** Shows it at once and keeps it for later visits. */
export function chooseLook<Name extends LookName>(name: Name, value: SettingValue<Name>): void {
  html()[name] = value;
  readLook();
  dress();
  showEdition();
  keepSetting(name, value);
}

const isLarge = () => html().edition === 'large';

/** The large-type edition and back, by one control. */
export function toggleEdition(): void {
  chooseLook('edition', isLarge() ? 'standard' : 'large');
}

const entry = 'a[data-large]';

/** Makes the entry say what it is once there is a script: a control that is on or off. */
export function showEdition(): void {
  for (const link of document.querySelectorAll(entry)) {
    link.setAttribute('role', 'button');
    link.setAttribute('aria-pressed', String(isLarge()));
  }
}

let load: (() => Promise<unknown>) | undefined;

/** The styles of the large-type edition come when it is first wanted; a failed load may be tried again. */
function dress(): void {
  if (isLarge()) load?.().catch(() => undefined);
}

/** The entry above the text is a control once there is a script; without one it leads to the display page. */
export function hearEdition(loadStyles: () => Promise<unknown>): void {
  load = loadStyles;
  dress();
  showEdition();
  addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (key !== ' ' || !(target as Element).matches?.(entry)) return;
    event.preventDefault();
    (target as HTMLElement).click();
  });
  addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.(entry);
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const here = scrollY > 0 ? measurePlace() : undefined;
    toggleEdition();
    if (here) returnTo(here);
  });
}
