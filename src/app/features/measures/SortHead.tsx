import type { SortColumn } from '../../../core/sorting';
import { sortBy, sorting } from '../../state/sorting';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';

/** The last with a sign that keeps it from becoming a coloured picture. */
const arrows = { ascending: '↑', descending: '↓', none: '↕\uFE0E' } as const;

/** The head of a column that can be sorted by; without a script to answer it is words alone. */
export function SortHead({ column }: { readonly column: SortColumn }) {
  const { t, language } = speaking();
  const sort = ({ currentTarget }: { readonly currentTarget: Element }) => {
    const table = currentTarget.closest('table');
    if (table) sortBy(column, table, language);
  };
  const order = () => {
    const now = sorting.value;
    return now?.column === column ? now.direction : 'none';
  };
  return (
    <button type="button" onClick={sort}>
      {t(`sorting:columns.${column}`)}
      <i aria-hidden="true">
        <Watch these={[sorting]}>{() => arrows[order()]}</Watch>
      </i>
    </button>
  );
}

/** What a screen reader says when the order has changed; others see it at the column's head. */
export function SortAnnouncement() {
  const { t } = speaking();
  const sentence = () => {
    const now = sorting.value;
    return (
      now && t(`sorting:${now.column === 'kind' ? now.column : (`${now.column}-${now.direction}` as const)}`)
    );
  };
  return (
    <p role="status">
      <Watch these={[sorting]}>{sentence}</Watch>
    </p>
  );
}
