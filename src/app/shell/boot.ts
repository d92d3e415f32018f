/**
 * The only script that a page waits for. It is inlined, and applies the look that the reader
 * chose before the first paint. It reads the mirror because that is synchronous; without a mirror
 * the page looks as it was built. It also sees to it that the first script arrives.
 */
import { showMirroredLook } from '../platform/mirroredLook';
import { importAgain } from '../platform/released';
import { showUnreached } from '../platform/unreached';

// Opening sessionStorage as well takes a new process 15 ms on a slow phone. What is only there, because localStorage
// was full, the first script shows.
showMirroredLook('localStorage');

// The first script may have been altered or cut on its way, and then no other script would ever ask for it again.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) importAgain(target).catch(showUnreached);
  },
  true,
);
