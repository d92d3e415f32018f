import { hasWorker } from '../platform/storage';
import { withKeeper } from './keeper';
import { earlier, lastPlace, progress, reportPlace } from './kept';

export { earlier, lastPlace, progress };

let recalled: string | undefined;

const recall = (article: string) => withKeeper(({ recallPlace }) => recallPlace(article));

/**
 * Asks the database once per page. Without a service worker this is a first visit,
 * and there is nothing to ask for.
 */
export async function recallProgress(article: string): Promise<void> {
  if (recalled !== undefined || !hasWorker()) return;
  recalled = article;
  reportPlace(await recall(article));
}

/** Asks the database where the reader was last, unless this is a first visit. */
export async function recallLastPlace(articles: readonly string[]): Promise<void> {
  if (hasWorker()) await withKeeper((keeper) => keeper.recallLastPlace(articles));
}

/** Asks the database again which cards have been read, if it was asked before. */
export async function refreshProgress(): Promise<void> {
  if (recalled !== undefined) await recall(recalled);
}
