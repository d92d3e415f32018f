import type { Sorting } from '../../core/sorting';
import type { Place } from './place';

/** What stays with an entry of the browser's history: it is there again after a reload and on the way Back. */
interface Entry {
  /** Names the entry, for what is too late to be put into it when the page goes. */
  readonly key: string;
  /** Where the reader was when an update was accepted. */
  readonly resume: Pick<Place, 'card' | 'top'> | undefined;
  /** How many results of the search were shown. */
  readonly shown: number;
  /** How the table of measures was sorted. */
  readonly sorting: Sorting;
}

export const readEntry = (): Partial<Entry> => history.state ?? {};

export const noteEntry = (some: Partial<Entry>): void =>
  history.replaceState({ ...history.state, ...some }, '');

/** Answers whether the reader has been at this entry before. */
export function nameEntry(): boolean {
  const { key, resume } = readEntry();
  if (!key) noteEntry({ key: String(Math.random()).slice(2) });
  return Boolean(key ?? resume);
}
