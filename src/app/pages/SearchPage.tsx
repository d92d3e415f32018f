import { Search } from '../features/search/Search';
import { useWords } from '../ui/words';
import { headingFrom, type PageModule } from './pageModule';
import { TextPage } from './TextPage';
import styles from './textPages.module.css';

/** The search; its address may carry a query, `?q=`. */
export const Page: PageModule['Page'] = () => (
  <TextPage>
    <Content />
  </TextPage>
);

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
