import { nextSorting, type SortColumn, type Sorting } from '../../core/sorting';
import { signal } from './signal';

/** Undefined until the reader has asked for any order. */
const [sorting, setSorting] = signal<Sorting | undefined>(undefined);

export { sorting };

export const sortBy = (column: SortColumn): void =>
  setSorting(nextSorting(sorting.value ?? { column: 'kind' }, column));
