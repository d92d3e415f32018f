import type { Sorting } from '../../core/sorting';

/** Data kept with an entry of the browser's history. It is still there after a reload and on the way Back. */
interface Entry {
  /**
   * Identifies the entry. Data that comes too late to be put into the entry, at
   * `pagehide`, is stored under this key.
   */
  readonly key: string;
  /** How many results of the search were shown. */
  readonly shown: number;
  /** How the table of measures was sorted. */
  readonly sorting: Sorting;
}

export const readEntry = (): Partial<Entry> => history.state ?? {};

export const noteEntry = (some: Partial<Entry>): void =>
  history.replaceState({ ...history.state, ...some }, '');

/** Gives the entry a key if it has none; returns whether the reader has been at this entry before. */
export function nameEntry(): boolean {
  const { key } = readEntry();
  if (!key) noteEntry({ key: String(Math.random()).slice(2) });
  return key !== undefined;
}
