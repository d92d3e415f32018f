import type { SavedMark } from '../../core/records';
import { savedKey } from '../../core/savedKey';
import { readMirror, writeMirror } from '../platform/storage';
import { withKeeper } from './keeper';
import { signal } from './signal';

/** `<article>/<id of a card or measure>`, in the order in which they were saved. */
type Items = readonly string[];

/** The mirror of what the database has; what was done a moment before a kill is told by the keeper. */
export function mirroredSaved(): Items {
  try {
    const items: unknown = JSON.parse(readMirror('saved') ?? '[]');
    return Array.isArray(items) ? items.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

const [saved, setSaved] = signal<Items>([]);

export { saved };

export const reportSaved = setSaved;

export const readSaved = (): void => setSaved(mirroredSaved());

/**
 * It is shown once it is on the disk, or once the keeper has said that nothing can be kept. Until then it stands
 * in the mirror, from where the next page takes it if this one is left. Answers false where the keeper cannot
 * be fetched.
 */
export async function toggleSaved(item: string): Promise<boolean> {
  const mark: SavedMark = { saved: !saved.value.includes(item), at: Date.now() };
  writeMirror(savedKey(item), JSON.stringify(mark));
  return (await withKeeper(({ keepSaved }) => keepSaved(item, mark))) !== undefined;
}

/** Asks the database, for the page that is about them. */
export const refreshSaved = (): Promise<unknown> => withKeeper(({ refreshSaved }) => refreshSaved());
