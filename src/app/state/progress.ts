import { hasWorker } from '../platform/storage';
import { withKeeper } from './keeper';
import { earlier, progress, reportPlace } from './kept';

export { earlier, progress };

let recalled: string | undefined;

const recall = (article: string) => withKeeper(({ recallPlace }) => recallPlace(article));

/** Once for a page. Whoever has no worker has not been here before, and has nothing to be asked of the database. */
export async function recallProgress(article: string): Promise<void> {
  if (recalled !== undefined || !hasWorker()) return;
  recalled = article;
  reportPlace(await recall(article));
}

/** Asks the database again which cards have been read, where that was asked before. */
export async function refreshProgress(): Promise<void> {
  if (recalled !== undefined) await recall(recalled);
}
