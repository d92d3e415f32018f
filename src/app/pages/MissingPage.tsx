import { hrefOf } from '../../core/routes';
import { Part } from '../ui/Part';
import { useWords } from '../ui/words';
import { Main } from './Main';
import { headingFrom, type PageModule } from './pageModule';
import styles from './pages.module.css';

/** The not-found page: says that there is no such page, and links to those that exist. */
export const Page: PageModule['Page'] = () => (
  <Part>
    <Main class={styles.main ?? ''}>
      <Missing />
    </Main>
  </Part>
);

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
