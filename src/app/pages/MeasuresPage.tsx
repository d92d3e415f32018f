import { hrefOf } from '../../core/routes';
import { Charts } from '../features/charts/Charts';
import { ClaimList } from '../features/measures/ClaimList';
import { MeasureTable } from '../features/measures/MeasureTable';
import { DataLinks } from '../ui/DataLinks';
import { useArticle, useWords } from '../ui/words';
import { type PageModule, withBrand } from './pageModule';
import styles from './pages.module.css';
import { inTextPage } from './TextPage';
import textStyles from './textPages.module.css';

/** All measures of one article in a table, its statements without a figure, and what can be drawn. */
export const Page = inTextPage(Measures, true);

function Measures() {
  const { t, language, site, page, imprint } = useWords();
  const id = page.article ?? '';
  const article = useArticle(id);
  const address = hrefOf(site, { page: 'article', language, article: id });
  return (
    <>
      <p class={textStyles.kicker}>
        <a href={address}>{article.text('kicker')}</a>
      </p>
      <h1>{t('measures:heading', { count: article.facts.measures.length })}</h1>
      <p class={textStyles.intro}>
        {t('measures:intro', {
          context: article.facts.source.kind,
          publisher: article.text('publisher'),
          body: imprint(id).body,
        })}
      </p>
      <MeasureTable article={id} />
      {article.facts.claims.length > 0 && <ClaimList article={id} />}
      <Charts article={id} />
      <h2>{t('measures:data')}</h2>
      <p>{t('measures:data-text')}</p>
      <DataLinks articles={[id]} look={styles.onward ?? ''} />
    </>
  );
}

export const headingOf: PageModule['headingOf'] = (words) => {
  const { t, page } = words;
  const article = words.article(page.article ?? '');
  const values = { article: article.text('title'), count: article.facts.measures.length };
  const title = `${t('measures:title')} · ${article.text('kicker')}`;
  return withBrand(words, { title, description: t('measures:description', values) });
};
