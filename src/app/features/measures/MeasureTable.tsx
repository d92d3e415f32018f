import type { ArticleReader } from '../../../core/articleWords';
import { kinds, type Measure } from '../../../core/model';
import { Figure } from '../../ui/Figure';
import { Prose } from '../../ui/Prose';
import { speaking } from '../../ui/words';
import styles from './MeasureTable.module.css';

interface Props {
  readonly article: ArticleReader;
  readonly to: (measure: string) => string;
}

function Row({ article, measure, to }: Props & { readonly measure: Measure }) {
  return (
    <tr data-measure={measure.id}>
      <th scope="row">
        <a href={to(measure.id)}>
          <Prose text={article.words(measure).label} />
        </a>
        <p class={styles.scope}>
          <Prose text={article.text(`scopes.${measure.scope}`)} />
        </p>
      </th>
      <td>
        <Figure article={article} measure={measure} size="small" />
      </td>
      <td class={styles.paragraph}>{measure.paragraph}</td>
    </tr>
  );
}

/** Every measure in one table, grouped by kind: different kinds are never to be compared. */
export function MeasureTable({ article, to }: Props) {
  const { t } = speaking();
  const groups = kinds
    .map((kind) => ({ kind, measures: article.facts.measures.filter((measure) => measure.kind === kind) }))
    .filter(({ measures }) => measures.length > 0);
  return (
    <table class={styles.table}>
      <caption>{t('measures:caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('measures:columns.measure')}</th>
          <th scope="col">{t('measures:columns.figure')}</th>
          <th scope="col">{t('measures:columns.paragraph')}</th>
        </tr>
      </thead>
      {groups.map(({ kind, measures }) => (
        <tbody key={kind}>
          <tr>
            <th scope="rowgroup" colSpan={3} class={styles.group}>
              {t(`measures:kinds.${kind}`)}
            </th>
          </tr>
          {measures.map((measure) => (
            <Row key={measure.id} article={article} measure={measure} to={to} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
