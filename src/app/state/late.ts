import { reloadHere } from '../platform/placeLeft';
import { load, Outdated } from '../platform/released';
import { reportReplaced } from './appStatus';

/** Fetches a script that is not needed before the reader asks for it. If only newer ones are left, the page says so. */
export const loadLate = <T>(script: () => Promise<T>): Promise<T> =>
  load(script).catch((error: unknown) => {
    if (error instanceof Outdated) reportReplaced(reloadHere);
    throw error;
  });
