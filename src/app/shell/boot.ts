/**
 * The only script that a page waits for. It is inlined, and applies the look that the reader
 * chose before the first paint. It reads the mirror because that is synchronous; without a mirror
 * the page looks as it was built.
 */
import { lookNames } from '../../core/look';
import { readMirror } from '../platform/storage';
import { showThemeColor } from '../platform/themeColor';

for (const name of lookNames) {
  const value = readMirror(name);
  if (value) document.documentElement.dataset[name] = value;
}
showThemeColor();
