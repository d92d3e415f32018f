import type { ArticleReader } from '../../../core/articleWords';
import { kinds, type Measure } from '../../../core/model';
import { hrefOf } from '../../../core/routes';
import { type SortColumn, sortedBy } from '../../../core/sorting';
import { sortBy, sorting } from '../../state/sorting';
import { Figure } from '../../ui/Figure';
import { Prose } from '../../ui/Prose';
import { Watch } from '../../ui/Watch';
import { articleOf, speaking } from '../../ui/words';
import * as styles from './MeasureTable.module.css';

interface RowProps {
  readonly article: ArticleReader;
  readonly measure: Measure;
  /** Where no heading says of what kind the measure is, the row does. */
  readonly saysKind: boolean;
}

function Row({ article, measure, saysKind }: RowProps) {
  const { t, language, site } = speaking();
  const { id, kind, paragraph, scope } = measure;
  const address = hrefOf(site, { page: 'article', language, article: article.facts.id });
  return (
    <tr data-measure={id}>
      <th scope="row">
        <a href={`${address}#${id}`}>
          <Prose text={article.words(measure).label} />
        </a>
        <p class={styles.scope}>
          <Prose text={article.text(`scopes.${scope}`)} />
        </p>
      </th>
      <td>
        <Figure article={article} measure={measure} size="small" />
        {saysKind && <p class={styles.scope}>{t(`measures:kinds.${kind}`)}</p>}
      </td>
      <td class={styles.paragraph}>{paragraph}</td>
    </tr>
  );
}

/** The last with a sign that keeps it from becoming a coloured picture. */
const arrows = { ascending: '↑', descending: '↓', none: '↕\uFE0E' } as const;

/** The head of a column that can be sorted by: a button once there is a script to answer it. */
function Head({ column }: { readonly column: SortColumn }) {
  const { t, live } = speaking();
  const now = sorting.value;
  const name = t(`measures:columns.${column}`);
  if (!live) return <th scope="col">{name}</th>;
  const order = now?.column === column ? now.direction : 'none';
  return (
    <th scope="col" aria-sort={order}>
      <button type="button" onClick={() => sortBy(column)}>
        {name}
        <i aria-hidden="true">{arrows[order]}</i>
      </button>
    </th>
  );
}

/** Grouped by kind, until the reader asks for one row of all: different kinds are never to be compared. */
function Bodies({ article }: { readonly article: ArticleReader }) {
  const { t, language } = speaking();
  const { measures } = article.facts;
  const now = sorting.value;
  const rows = (shown: readonly Measure[], saysKind: boolean) =>
    shown.map((measure) => <Row key={measure.id} article={article} measure={measure} saysKind={saysKind} />);
  if (now && now.column !== 'kind') {
    const nameOf = (measure: Measure) => article.words(measure).label;
    return <tbody key="all">{rows(sortedBy(now, measures, language, nameOf), true)}</tbody>;
  }
  const groups = kinds
    .map((kind) => ({ kind, own: measures.filter((measure) => measure.kind === kind) }))
    .filter(({ own }) => own.length > 0);
  return (
    <>
      {groups.map(({ kind, own }) => (
        <tbody key={kind}>
          <tr>
            <th scope="rowgroup" colSpan={3} class={styles.group}>
              {t(`measures:kinds.${kind}`)}
            </th>
          </tr>
          {rows(own, false)}
        </tbody>
      ))}
    </>
  );
}

/** What a screen reader says when the order has changed; others see it at the column's head. */
function Announcement() {
  const { t, live } = speaking();
  const now = sorting.value;
  const key = now && (now.column === 'kind' ? now.column : (`${now.column}-${now.direction}` as const));
  return live ? (
    <p role="status" class={styles.announcement}>
      {key && t(`measures:sorted.${key}`)}
    </p>
  ) : null;
}

/** Every measure of an article in one table, complete as it is printed; with a script it can be sorted. */
export function MeasureTable({ article: id }: { readonly article?: string | undefined }) {
  const table = () => {
    const speech = speaking();
    const article = articleOf(speech, id);
    const { t } = speech;
    return (
      <>
        <table class={styles.table}>
          <caption>{t('measures:caption')}</caption>
          <thead>
            <tr>
              <Head column="measure" />
              <th scope="col">{t('measures:columns.figure')}</th>
              <Head column="paragraph" />
            </tr>
          </thead>
          <Bodies article={article} />
        </table>
        <Announcement />
      </>
    );
  };
  return <Watch these={[sorting]}>{table}</Watch>;
}
