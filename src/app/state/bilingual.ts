import { readMirror } from '../platform/storage';
import { keepSetting } from './settings';
import { signal } from './signal';

/** Whether the whole page stands in both languages, block by block. */
const [bilingual, setBilingual] = signal(false);

export { bilingual };

/** As the reader last chose. */
export const readBilingual = (): void => setBilingual(readMirror('both') === 'on');

export function toggleBilingual(): void {
  setBilingual(!bilingual.value);
  keepSetting('both', bilingual.value ? 'on' : 'off');
}
