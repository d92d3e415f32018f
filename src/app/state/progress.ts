import type { KeptPlace } from '../../core/records';
import { hasWorker } from '../platform/storage';
import { withKeeper } from './keeper';
import { signal } from './signal';

/** The cards that the reader has dwelt on, by id. */
const [progress, setProgress] = signal<readonly string[]>([]);

/** Where the reader was on an earlier visit. */
const [earlier, setEarlier] = signal<KeptPlace | undefined>(undefined);

export { earlier, progress };

export const reportProgress = setProgress;
export const reportPlace = setEarlier;

let isRecalled = false;

/** Once for a page. Whoever has no worker has not been here before, and has nothing to be asked of the database. */
export async function recallProgress(article: string): Promise<void> {
  if (isRecalled || !hasWorker()) return;
  isRecalled = true;
  setEarlier(await withKeeper(({ recallPlace }) => recallPlace(article)));
}
