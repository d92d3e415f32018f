import { hrefOf } from '../../core/routes';
import { Charts } from '../features/charts/Charts';
import { ClaimList } from '../features/measures/ClaimList';
import { MeasureTable } from '../features/measures/MeasureTable';
import { DataLinks } from '../ui/DataLinks';
import { Part, usePageArticle } from '../ui/Part';
import { useArticle, useWords } from '../ui/words';
import { Main } from './Main';
import measuresStyles from './measuresPage.module.css';
import { type PageModule, withBrand } from './pageModule';
import styles from './pages.module.css';

/** All measures of one article in one table, what it states without any, and what can be drawn. */
export const Page: PageModule['Page'] = () => {
  const id = usePageArticle();
  return (
    <Part>
      <Main class={`${styles.main} ${measuresStyles.page}`}>
        <Measures id={id} />
      </Main>
    </Part>
  );
};

function Measures({ id }: { readonly id: string }) {
  const { t, language, site } = useWords();
  const article = useArticle(id);
  const address = hrefOf(site, { page: 'article', language, article: id });
  return (
    <>
      <p class={measuresStyles.kicker}>
        <a href={address}>{article.text('kicker')}</a>
      </p>
      <h1>{t('measures:heading', { count: article.facts.measures.length })}</h1>
      <p class={measuresStyles.intro}>{t('measures:intro', { publisher: article.text('publisher') })}</p>
      <MeasureTable article={id} />
      {article.facts.claims.length > 0 && <ClaimList article={id} />}
      <Charts article={id} />
      <h2>{t('measures:data')}</h2>
      <p>{t('measures:data-text')}</p>
      <DataLinks article={id} look={styles.onward ?? ''} />
    </>
  );
}

export const headingOf: PageModule['headingOf'] = (words) => {
  const { t, page } = words;
  const article = words.article(page.article ?? '');
  const values = { article: article.text('title'), count: article.facts.measures.length };
  return withBrand(words, { title: t('measures:title'), description: t('measures:description', values) });
};
