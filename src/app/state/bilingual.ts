import { readMirror } from '../platform/storage';
import { keepSetting, keptSettings } from './settings';
import { signal } from './signal';

/** Whether the whole page stands in both languages, block by block. */
const [bilingual, setBilingual] = signal(false);

export { bilingual };

/** As the reader last chose. */
export const readBilingual = (): void =>
  setBilingual((keptSettings.value.both ?? readMirror('both')) === 'on');

// Chosen in another tab.
keptSettings.watch(({ both }) => both && setBilingual(both === 'on'));

export function toggleBilingual(): void {
  setBilingual(!bilingual.value);
  keepSetting('both', bilingual.value ? 'on' : 'off');
}
