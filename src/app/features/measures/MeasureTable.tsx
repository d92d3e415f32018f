import type { ComponentChildren } from 'preact';
import type { ArticleReader } from '../../../core/articleWords';
import { kinds, type Measure } from '../../../core/model';
import { hrefOf } from '../../../core/routes';
import type { SortColumn } from '../../../core/sorting';
import { Figure } from '../../ui/Figure';
import { Prose } from '../../ui/Prose';
import { printing } from '../../ui/print';
import * as styles from './MeasureTable.module.css';

interface Props {
  readonly article: ArticleReader;
  /** The place for a button that sorts by a column, around the column's name. */
  readonly sort: (column: SortColumn, name: string) => ComponentChildren;
}

function Row({ article, measure }: Pick<Props, 'article'> & { readonly measure: Measure }) {
  const { t, language, site } = printing();
  const { id, kind, paragraph, scope } = measure;
  const address = hrefOf(site, { page: 'article', language, article: article.facts.id });
  return (
    <tr data-measure={id} data-order={article.facts.measures.indexOf(measure)}>
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
        <p class={`${styles.scope} ${styles.kind}`}>{t(`measures:kinds.${kind}`)}</p>
      </td>
      <td class={styles.paragraph}>{paragraph}</td>
    </tr>
  );
}

/**
 * Every measure of an article in one table, grouped by kind: different kinds are never to be compared. In one
 * row of all, which a script can make of it, each says its kind itself.
 */
export function MeasureTable({ article, sort }: Props) {
  const { t } = printing();
  const { measures } = article.facts;
  const groups = kinds
    .map((kind) => ({ kind, own: measures.filter((measure) => measure.kind === kind) }))
    .filter(({ own }) => own.length > 0);
  return (
    <table class={styles.table}>
      <caption>{t('measures:caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{sort('measure', t('sorting:columns.measure'))}</th>
          <th scope="col">{t('measures:figure-column')}</th>
          <th scope="col">{sort('paragraph', t('sorting:columns.paragraph'))}</th>
        </tr>
      </thead>
      {groups.map(({ kind, own }) => (
        <tbody key={kind}>
          <tr>
            <th scope="rowgroup" colSpan={3} class={styles.group}>
              {t(`measures:kinds.${kind}`)}
            </th>
          </tr>
          {own.map((measure) => (
            <Row key={measure.id} article={article} measure={measure} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
