import type * as Keeping from './keeping';
import { loadLate } from './late';

/** The lazily loaded part that keeps what the reader made. No page has to wait for it. */
export type Keeper = typeof Keeping;

let opening: Promise<Keeper> | undefined;

async function open(): Promise<Keeper> {
  const keeper = await loadLate(() => import('./keeping'));
  keeper.settleRecords();
  keeper.followReturns();
  return keeper;
}

/** Undefined where the keeper cannot be fetched; a later call tries again. */
export async function withKeeper<T>(use: (keeper: Keeper) => T): Promise<Awaited<T> | undefined> {
  try {
    opening ??= open();
    return await use(await opening);
  } catch {
    opening = undefined;
    return undefined;
  }
}
