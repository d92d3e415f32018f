import { readMirror } from '../platform/storage';
import { withKeeper } from './keeper';
import { signal } from './signal';

/** `<article>/<id of a card or measure>`, in the order in which they were saved. */
type Items = readonly string[];

/** The mirror of what the database has; what was done a moment before a kill is told by the keeper. */
function mirroredItems(): Items {
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

export const readSaved = (): void => setSaved(mirroredItems());

/** Shows it at once; the keeper says so where it cannot be kept. */
export function toggleSaved(item: string): void {
  const isSaved = !saved.value.includes(item);
  setSaved(isSaved ? [...saved.value, item] : saved.value.filter((other) => other !== item));
  void withKeeper(({ keepSaved }) => keepSaved(item, isSaved));
}

/** Asks the database, for the page that is about them. */
export const refreshSaved = (): Promise<unknown> => withKeeper(({ refreshSaved }) => refreshSaved());
