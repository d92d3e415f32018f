/**
 * The one script that a page waits for, set into it: how the reader wants it to look, before the first paint.
 * It asks the mirror, which answers at once; where there is none the page looks as it came.
 */
import { lookNames } from '../../core/look';
import { readMirror } from '../platform/storage';
import { showThemeColor } from '../platform/themeColor';

for (const name of lookNames) {
  const value = readMirror(name);
  if (value) document.documentElement.dataset[name] = value;
}
showThemeColor();
