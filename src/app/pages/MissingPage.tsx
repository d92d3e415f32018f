import { hrefOf } from '../../core/routes';
import { printing } from '../ui/print';
import * as styles from './pages.module.css';

/** A real not-found page: says so, and leads on. */
export function MissingPage() {
  const { t, language, site, articles } = printing();
  return (
    <>
      <p>404</p>
      <h1>{t('missing:title')}</h1>
      <p>{t('missing:text')}</p>
      <ul class={styles.onward}>
        <li>
          <a href={hrefOf(site, { page: 'home', language })}>{t('frame:nav.home')}</a>
        </li>
        {articles.map((article) => (
          <li key={article.facts.id}>
            <a href={hrefOf(site, { page: 'article', language, article: article.facts.id })}>
              {article.text('title')}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
