import { isBothInAddress, takeBothFromAddress } from '../platform/addressQuery';
import { holdPlace } from '../platform/place';
import { readMirror } from '../platform/storage';
import { closeTools } from './cardTools';
import { keepSetting, keptSettings } from './settings';
import { signal } from './signal';

/** Whether the whole page is shown in both languages, block by block. */
const [bilingual, setBilingual] = signal(false);

export { bilingual };

/** The card the reader is at does not move. */
const show = (isBoth: boolean): void =>
  void holdPlace(() => {
    closeTools();
    setBilingual(isBoth);
  });

/**
 * Restores what the reader last chose, and follows a choice made in another tab. A link to the page in both languages
 * (`?both`) outweighs both.
 */
export function followBilingual(): void {
  setBilingual(isBothInAddress() || (keptSettings.value.both ?? readMirror('both')) === 'on');
  keptSettings.watch(({ both }) => {
    if (both && !isBothInAddress() && (both === 'on') !== bilingual.value) show(both === 'on');
  });
}

/** Switches the whole page to both languages or back. */
export function toggleBilingual(): void {
  const isBoth = !bilingual.value;
  if (!isBoth && isBothInAddress()) takeBothFromAddress();
  show(isBoth);
  keepSetting('both', isBoth ? 'on' : 'off');
}
