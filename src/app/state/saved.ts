import { savedKey } from '../../core/items';
import type { SavedMark } from '../../core/records';
import { jot } from './jotting';
import { withKeeper } from './keeper';
import { reportSaved, saved } from './kept';
import { mirroredSaved } from './mirroredSaved';

export { saved };

/** Reports what the mirror has, before the database has been asked. */
export const readSaved = (): void => reportSaved(mirroredSaved());

/**
 * What the reader has pressed and `saved` does not show yet, so that a second press takes the first one back.
 */
const pressed = new Map<string, SavedMark>();

/**
 * Saves an item, or takes it out again. The change is shown once it is on the disk, or once the keeper has
 * reported that nothing can be kept. Until then it is noted in the mirror, from where the next page takes it
 * if this one is left. Resolves to false if the keeper cannot be fetched.
 */
export async function toggleSaved(item: string): Promise<boolean> {
  const isSaved = pressed.get(item)?.saved ?? saved.value.includes(item);
  const mark: SavedMark = { saved: !isSaved, at: Date.now() };
  pressed.set(item, mark);
  jot(savedKey(item), mark);
  const answer = await withKeeper(({ keepSaved }) => keepSaved(item, mark));
  if (pressed.get(item) === mark) pressed.delete(item);
  return answer !== undefined;
}

/** Asks the database for the saved items, for the page that lists them. */
export const refreshSaved = (): Promise<unknown> => withKeeper(({ refreshSaved }) => refreshSaved());
