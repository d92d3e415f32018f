import { isReturning } from '../platform/storage';
import { withKeeper } from './keeper';
import { keptPlace, lastPlace, progress, reportPlace } from './kept';

export { keptPlace, lastPlace, progress };

/**
 * Records the reader's place from the first scroll on; before that there is none. Where the keeper cannot be fetched,
 * the first scroll after the network is back counts.
 */
export function recordPlace(article: string): void {
  const follow = async () => {
    const isFollowed = await withKeeper(({ followReader }) => {
      followReader(article);
      return true;
    });
    if (!isFollowed) addEventListener('online', () => recordPlace(article), { once: true });
  };
  addEventListener('scroll', follow, { once: true, passive: true });
}

let recalled: string | undefined;

const recall = (article: string) => withKeeper(({ recallPlace }) => recallPlace(article));

/** Asks the database once per page, unless this is a first visit. */
export async function recallProgress(article: string): Promise<void> {
  if (recalled !== undefined || !isReturning()) return;
  recalled = article;
  reportPlace(await recall(article));
}

/** Asks the database where the reader was last, unless this is a first visit. */
export async function recallLastPlace(articles: readonly string[]): Promise<void> {
  if (isReturning()) await withKeeper((keeper) => keeper.recallLastPlace(articles));
}

/** Asks the database again which cards have been read, if it was asked before. */
export async function refreshProgress(): Promise<void> {
  if (recalled !== undefined) await recall(recalled);
}
