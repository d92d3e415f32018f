import { hrefOf } from '../../core/routes';
import { useWords } from '../ui/words';
import { headingFrom } from './pageModule';
import styles from './pages.module.css';
import { inTextPage } from './TextPage';

/** The not-found page: says that there is no such page, and links to those that exist. */
export const Page = inTextPage(Missing);

export const headingOf = headingFrom('missing');

function Missing() {
  const { t, say, language, site, page } = useWords();
  return (
    <>
      <p>404</p>
      <h1>{t('missing:title')}</h1>
      <p>{t('missing:text')}</p>
      <ul class={styles.onward}>
        <li>
          <a href={hrefOf(site, { page: 'home', language })}>{t('frame:nav.home')}</a>
        </li>
        {page.articles.map((article) => (
          <li key={article}>
            <a href={hrefOf(site, { page: 'article', language, article })}>
              {say(`reports:${article}.title`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
