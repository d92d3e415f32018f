import type { Sorting } from '../../core/sorting';
import { noteEntry, readEntry } from '../platform/historyEntry';

/** How the table was sorted when this page was left. */
export const sortingLeft = (): Sorting | undefined => readEntry().sorting;

export const noteSorting = (sorting: Sorting): void => noteEntry({ sorting });
