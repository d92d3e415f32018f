import type { ArticleReader } from '../../../core/articleWords';
import type { Measure } from '../../../core/model';
import { Figure } from '../../ui/Figure';
import { Prose } from '../../ui/Prose';
import { speaking } from '../../ui/words';
import * as styles from './Essentials.module.css';

/** Four figures most readers come for, each a link to its place; `to` gives the address of a measure. */
export function Essentials({ article, to }: { article: ArticleReader; to: (measure: string) => string }) {
  const { t } = speaking();
  const measures = article.facts.essentials
    .map((id) => article.facts.measures.find((measure) => measure.id === id))
    .filter((measure): measure is Measure => measure !== undefined);
  return (
    <ul class={styles.essentials} aria-label={t('reader:essentials')}>
      {measures.map((measure) => (
        <li key={measure.id} data-measure={measure.id}>
          <a href={to(measure.id)}>
            <Prose text={article.words(measure).label} />
          </a>
          <Figure article={article} measure={measure} size="medium" />
        </li>
      ))}
    </ul>
  );
}
