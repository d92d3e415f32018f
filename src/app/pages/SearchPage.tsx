import { Search } from '../features/search/Search';
import { useWords } from '../ui/words';
import { headingFrom } from './pageModule';
import { inTextPage } from './TextPage';
import styles from './textPages.module.css';

/** The search; its address may carry a query, `?q=`. */
export const Page = inTextPage(Content);

export const headingOf = headingFrom('search');

function Content() {
  const { t } = useWords();
  return (
    <>
      <h1>{t('search:heading')}</h1>
      <div class={styles.filled}>
        <Search />
      </div>
    </>
  );
}
