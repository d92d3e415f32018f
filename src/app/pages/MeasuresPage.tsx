import { hrefOf } from '../../core/routes';
import { Charts } from '../features/charts/Charts';
import { ClaimList } from '../features/measures/ClaimList';
import { MeasureTable } from '../features/measures/MeasureTable';
import { DataLinks } from '../ui/DataLinks';
import { articleOf, printing } from '../ui/print';
import { Island } from './Island';
import * as own from './measuresPage.module.css';
import * as styles from './pages.module.css';

export const pageClass = own.page;

/** All measures of one article in one table, what it states without any, and what can be drawn. */
export function MeasuresPage({ id }: { readonly id: string }) {
  const speech = printing();
  const { t, language, site } = speech;
  const article = articleOf(speech, id);
  const address = hrefOf(site, { page: 'article', language, article: id });
  return (
    <>
      <p class={own.kicker}>
        <a href={address}>{article.text('kicker')}</a>
      </p>
      <h1>{t('measures:heading', { count: article.facts.measures.length })}</h1>
      <p class={own.intro}>{t('measures:intro', { publisher: article.text('publisher') })}</p>
      <MeasureTable
        article={article}
        sort={(column, name) => <Island name={`sort-${column}`}>{name}</Island>}
      />
      <Island name="sorted" />
      {article.facts.claims.length > 0 && <ClaimList article={article} />}
      <Charts article={article} />
      <h2>{t('measures:data')}</h2>
      <p>{t('measures:data-text')}</p>
      <DataLinks article={id} look={styles.onward} />
    </>
  );
}
