import { type Language, tagOf } from './language';
import type { Measure } from './model';

/**
 * There is no sorting by value: the figures count different things from different bases, and even within one
 * kind or unit a largest and a smallest would be a ranking that the article does not make.
 */
export type SortColumn = 'measure' | 'paragraph';

/** How the table of measures is sorted. By `kind` it is grouped, with the article's order in each group. */
export type Sorting =
  | { readonly column: 'kind' }
  | { readonly column: SortColumn; readonly direction: 'ascending' | 'descending' };

/** The next sorting when a column's head is pressed: up, then down, then back to the groups. */
export function nextSorting(now: Sorting, column: SortColumn): Sorting {
  if (now.column !== column) return { column, direction: 'ascending' };
  return now.direction === 'ascending' ? { column, direction: 'descending' } : { column: 'kind' };
}

/** Sorts measures by a column; those that are equal there keep the article's order. */
export function sortedBy(
  { column, direction }: Extract<Sorting, { readonly direction: unknown }>,
  measures: readonly Measure[],
  language: Language,
  nameOf: (measure: Measure) => string,
): Measure[] {
  // Chinese is sorted by pinyin. Quotation marks do not count.
  const { compare } = new Intl.Collator(tagOf[language], { ignorePunctuation: true });
  const sign = direction === 'ascending' ? 1 : -1;
  return [...measures].sort(
    (a, b) => sign * (column === 'measure' ? compare(nameOf(a), nameOf(b)) : a.paragraph - b.paragraph),
  );
}
