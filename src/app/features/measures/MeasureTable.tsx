import { useEffect, useState } from 'preact/hooks';
import { kinds, type Measure } from '../../../core/model';
import { plain } from '../../../core/prose';
import { hrefOf } from '../../../core/routes';
import { nextSorting, type SortColumn, type Sorting, sortedBy } from '../../../core/sorting';
import { noteSorting, sortingLeft } from '../../state/sorting';
import { Figure } from '../../ui/Figure';
import { useHydrated } from '../../ui/Part';
import { Prose } from '../../ui/Prose';
import { useArticle, useWords } from '../../ui/words';
import styles from './MeasureTable.module.css';

/** The last arrow is followed by a variation selector, so that it is not shown as a coloured emoji. */
const arrows = { ascending: '↑', descending: '↓', none: '↕\uFE0E' } as const;

const orderOf = (sorting: Sorting, column: SortColumn) =>
  sorting.column === column ? sorting.direction : 'none';

interface HeadProps {
  readonly column: SortColumn;
  readonly sorting: Sorting;
  readonly sort: (column: SortColumn) => void;
}

/** The head of a column that can be sorted by. Without a script it is plain text. */
function SortHead({ column, sorting, sort }: HeadProps) {
  const { t } = useWords();
  const isHydrated = useHydrated();
  const name = t(`sorting:columns.${column}`);
  const order = orderOf(sorting, column);
  return (
    <th scope="col" class={styles.sortable} aria-sort={isHydrated ? order : undefined}>
      {column === 'measure' && (
        <span class={styles.by} data-ready={isHydrated}>
          {t('sorting:by')}
        </span>
      )}
      {isHydrated ? (
        <button type="button" onClick={() => sort(column)}>
          {name}
          <i aria-hidden="true">{arrows[order]}</i>
        </button>
      ) : (
        name
      )}
    </th>
  );
}

function Row({ article: id, measure }: { readonly article: string; readonly measure: Measure }) {
  const { t, language, site } = useWords();
  const article = useArticle(id);
  const address = hrefOf(site, { page: 'article', language, article: id });
  const { label } = article.words(measure);
  const scope = article.text(`scopes.${measure.scope}`);
  return (
    <tr data-measure={measure.id}>
      <td class={styles.figure}>
        <Figure article={id} measure={measure} size="small" />
      </td>
      <th scope="row">
        <a href={`${address}#${measure.id}`}>
          <Prose text={label} />
        </a>
      </th>
      <td class={scope === label ? `${styles.soft} ${styles.repeated}` : styles.soft}>
        <Prose text={scope} />
      </td>
      <td class={styles.soft}>
        {t(`measures:statuses.${measure.status}`)}
        <span class={styles.kind}> · {t(`measures:kinds.${measure.kind}`)}</span>
      </td>
      <td class={styles.soft}>
        <span class={styles.mark}>{t('measures:paragraph', { number: measure.paragraph })}</span>
      </td>
    </tr>
  );
}

/**
 * Every measure of an article in one table, grouped by kind, because different kinds must not be compared. If
 * the table is sorted by a column, the rows are one group and each row names its kind.
 */
export function MeasureTable({ article: id }: { readonly article: string }) {
  const { t, language } = useWords();
  const article = useArticle(id);
  const [sorting, setSorting] = useState<Sorting>({ column: 'kind' });
  const [isAsked, setAsked] = useState(false);
  const { measures } = article.facts;
  useEffect(() => setSorting((now) => sortingLeft() ?? now), []);
  const sort = (column: SortColumn) => {
    const next = nextSorting(sorting, column);
    setSorting(next);
    noteSorting(next);
    setAsked(true);
  };
  const groups = kinds
    .map((kind) => ({ kind, rows: measures.filter((measure) => measure.kind === kind) }))
    .filter(({ rows }) => rows.length > 0);
  const isGrouped = sorting.column === 'kind';
  const sorted = isGrouped
    ? []
    : sortedBy(sorting, measures, language, (measure) => plain(article.words(measure).label));
  return (
    <>
      <table class={styles.table} data-ungrouped={isGrouped ? undefined : ''}>
        <caption>{t('measures:caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('measures:columns.figure')}</th>
            <SortHead column="measure" sorting={sorting} sort={sort} />
            <th scope="col">{t('measures:columns.scope')}</th>
            <th scope="col">{t('measures:columns.status')}</th>
            <SortHead column="paragraph" sorting={sorting} sort={sort} />
          </tr>
        </thead>
        {isGrouped ? (
          groups.map(({ kind, rows }) => (
            <tbody key={kind}>
              <tr>
                <th scope="rowgroup" colSpan={5} class={styles.group}>
                  {t(`measures:kinds.${kind}`)}
                </th>
              </tr>
              {rows.map((measure) => (
                <Row key={measure.id} article={id} measure={measure} />
              ))}
            </tbody>
          ))
        ) : (
          <tbody key="sorted">
            {sorted.map((measure) => (
              <Row key={measure.id} article={id} measure={measure} />
            ))}
          </tbody>
        )}
      </table>
      <p role="status">
        {isAsked &&
          t(
            `sorting:${sorting.column === 'kind' ? 'kind' : (`${sorting.column}-${sorting.direction}` as const)}`,
          )}
      </p>
    </>
  );
}
