import { measurePlace, type Place } from './place';
import { readMirror, writeMirror } from './storage';

/** Notes where the reader is when the page goes, with the distance from the top, which is what browsers remember. */
export function followPlaceLeft(): void {
  addEventListener('pagehide', () => {
    const left = [location.pathname, scrollY, measurePlace()];
    writeMirror('left', JSON.stringify(left), 'sessionStorage');
  });
}

/**
 * Where the reader was, on a page that has been loaded again: the browser has brought back the same distance, but
 * the tools under the cards above are only now put in. A reader who has gone on stands somewhere else.
 */
export function placeLeft(): Place | undefined {
  try {
    const [path, top, left] = JSON.parse(readMirror('left', 'sessionStorage') ?? '');
    return path === location.pathname && Math.abs(scrollY - top) < 1 ? left : undefined;
  } catch {
    return undefined;
  }
}

let isReloading = false;

/** One reload into a new version, back to the same card (see `resume` in the entry). */
export function reloadHere(): void {
  if (isReloading) return;
  isReloading = true;
  history.scrollRestoration = 'manual';
  history.replaceState({ ...history.state, resume: measurePlace() }, '');
  location.reload();
}
