/**
 * The only script that a page waits for. It is inlined, and applies the look that the reader
 * chose before the first paint. It reads the mirror because that is synchronous; without a mirror
 * the page looks as it was built. It also sees to it that the first script arrives.
 */
import { lookNames } from '../../core/look';
import { load } from '../platform/released';
import { readMirror } from '../platform/storage';
import { showThemeColor } from '../platform/themeColor';
import { showUnreached } from '../platform/unreached';

for (const name of lookNames) {
  const value = readMirror(name);
  if (value) document.documentElement.dataset[name] = value;
}
showThemeColor();

// The first script may have been altered or cut on its way, and then no other script would ever ask for it again.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement)
      load(() => import(/* @vite-ignore */ target.src)).catch(showUnreached);
  },
  true,
);
