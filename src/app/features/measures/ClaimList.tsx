import { Prose } from '../../ui/Prose';
import { useArticle, useWords } from '../../ui/words';
import styles from './ClaimList.module.css';

/**
 * What the article states without a figure. It is listed beside the figures, so that
 * they are not taken for the whole.
 */
export function ClaimList({ article: report }: { readonly article: string }) {
  const { t, imprint } = useWords();
  const article = useArticle(report);
  const context = article.facts.source.kind;
  return (
    <>
      <h2>{t('measures:claims.heading')}</h2>
      <p>{t('measures:claims.note', { context })}</p>
      <ul class={styles.claims}>
        {article.facts.claims.map(({ id, paragraph }) => (
          <li key={id} data-claim={id}>
            <Prose text={article.text(`claims.${id}`)} />{' '}
            <small>{t('reader:reported', { body: imprint(report).body, context, number: paragraph })}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
