import { isBothInAddress } from '../platform/bothInAddress';
import { holdPlace } from '../platform/place';
import { readMirror } from '../platform/storage';
import { closeTools } from './cardTools';
import { keepSetting, keptSettings } from './settings';
import { signal } from './signal';

/** Whether the whole page is shown in both languages, block by block. */
const [bilingual, setBilingual] = signal(false);

export { bilingual };

/** Restores what the reader last chose. A link to the page in both languages (`?both`) asks for it too. */
export const readBilingual = (): void =>
  setBilingual(isBothInAddress() || (keptSettings.value.both ?? readMirror('both')) === 'on');

// Follows a choice made in another tab.
keptSettings.watch(({ both }) => {
  const isOn = both === 'on';
  if (!both || isOn === bilingual.value) return;
  void holdPlace(() => {
    closeTools();
    setBilingual(isOn);
  });
});

/** Switches the whole page to both languages or back. The card the reader is at does not move. */
export function toggleBilingual(): void {
  void holdPlace(() => {
    closeTools();
    setBilingual(!bilingual.value);
  });
  keepSetting('both', bilingual.value ? 'on' : 'off');
}
