import { holdPlace } from '../platform/place';
import { readMirror } from '../platform/storage';
import { closeTools } from './cardTools';
import { keepSetting } from './settings';
import { signal } from './signal';

/** Whether the whole page stands in both languages, block by block. */
const [bilingual, setBilingual] = signal(false);

export { bilingual };

/** As the reader last chose. */
export const readBilingual = (): void => setBilingual(readMirror('both') === 'on');

/** The card under the reader's eyes stays where it is. */
export function toggleBilingual(): void {
  void holdPlace(() => {
    closeTools();
    setBilingual(!bilingual.value);
  });
  keepSetting('both', bilingual.value ? 'on' : 'off');
}
