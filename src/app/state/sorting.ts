import type { Language } from '../../core/language';
import { nextSorting, type SortColumn, type Sorting, sortedBy } from '../../core/sorting';
import { orderRows } from '../platform/tableRows';
import { within } from '../platform/within';
import { signal } from './signal';

/** Undefined until the reader has asked for any order. */
const [sorting, setSorting] = signal<Sorting | undefined>(undefined);

export { sorting };

const nameOf = (row: HTMLTableRowElement) => row.querySelector('a')?.textContent ?? '';
const paragraphOf = (row: HTMLTableRowElement) => Number(row.cells[row.cells.length - 1]?.textContent);

/** Puts the rows of the table in a part of the page, if it has one, in the order that the reader has asked for. */
export function arrange(part: Element, language: Language): void {
  const table = within<HTMLTableElement>(part, 'table')[0];
  if (!table) return;
  const now = sorting.value;
  if (now) {
    const order = (rows: readonly HTMLTableRowElement[]) =>
      now.column === 'kind' ? rows : sortedBy(now, rows, language, { nameOf, paragraphOf });
    orderRows(table, now.column === 'kind' ? undefined : order);
  }
  for (const place of table.querySelectorAll<HTMLElement>('thead [data-island]')) {
    const isOrdered = now && now.column !== 'kind' && place.dataset.island === `sort-${now.column}`;
    place.closest('th')?.setAttribute('aria-sort', isOrdered ? now.direction : 'none');
  }
}

/** @param table the part of the page that holds the table */
export function sortBy(column: SortColumn, table: Element, language: Language): void {
  setSorting(nextSorting(sorting.value ?? { column: 'kind' }, column));
  arrange(table, language);
}
