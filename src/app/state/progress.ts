import { isReturning } from '../platform/storage';
import { withKeeper } from './keeper';
import { keptPlace, lastPlace, progress, reportPlace, unkept } from './kept';

export { keptPlace, lastPlace, progress };

const pause = 5000; // ms

/**
 * Records the reader's place from the first scroll on; before that there is none. Where the keeper cannot be fetched,
 * the first scroll after a pause counts.
 */
export function recordPlace(article: string): void {
  const follow = async () => {
    const isFollowed = await withKeeper(({ followReader }) => {
      followReader(article);
      return true;
    });
    if (!isFollowed) setTimeout(recordPlace, pause, article);
  };
  addEventListener('scroll', follow, { once: true, passive: true });
}

/** Asks the database again what this page has asked it. */
let askAgain: () => Promise<unknown> = async () => undefined;

const recall = (article: string) => withKeeper(({ recallPlace }) => recallPlace(article));

/** Asks the database where the reader was and which cards have been read, unless this is a first visit. */
export async function recallProgress(article: string): Promise<void> {
  if (!isReturning()) return;
  askAgain = () => recall(article);
  const report = async () => reportPlace(await recall(article));
  // A database that did not answer in time is asked again once it does, before another place replaces this one.
  unkept.watch((isUnkept) => isUnkept || void report());
  await report();
}

/** Asks the database where the reader was last, unless this is a first visit. */
export async function recallLastPlace(articles: readonly string[]): Promise<void> {
  askAgain = () => withKeeper((keeper) => keeper.recallLastPlace(articles));
  if (isReturning()) await askAgain();
}

export const refreshProgress = (): Promise<unknown> => askAgain();
