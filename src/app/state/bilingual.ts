import { holdPlace } from '../platform/place';
import { readMirror } from '../platform/storage';
import { closeTools } from './cardTools';
import { keepSetting, keptSettings } from './settings';
import { signal } from './signal';

/** Whether the whole page stands in both languages, block by block. */
const [bilingual, setBilingual] = signal(false);

export { bilingual };

/** As the reader last chose. */
export const readBilingual = (): void =>
  setBilingual((keptSettings.value.both ?? readMirror('both')) === 'on');

// Chosen in another tab.
keptSettings.watch(({ both }) => {
  const isOn = both === 'on';
  if (!both || isOn === bilingual.value) return;
  void holdPlace(() => {
    closeTools();
    setBilingual(isOn);
  });
});

/** The card under the reader's eyes stays where it is. */
export function toggleBilingual(): void {
  void holdPlace(() => {
    closeTools();
    setBilingual(!bilingual.value);
  });
  keepSetting('both', bilingual.value ? 'on' : 'off');
}
