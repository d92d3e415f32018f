import { reloadHere } from '../platform/placeLeft';
import { Outdated } from '../platform/released';
import { announceUnreached } from '../platform/unreached';
import { reportReplaced } from './appStatus';

export { announceUnreached };

/** Fetches a script that is not needed before the reader asks for it. If only newer ones are left, the page says so. */
export const loadLate = <T>(script: () => Promise<T>): Promise<T> =>
  script().catch((error: unknown) => {
    if (error instanceof Outdated) reportReplaced(reloadHere);
    throw error;
  });
