import { hrefOf } from '../../core/routes';
import { SavedList } from '../features/saved/SavedList';
import { useWords } from '../ui/words';
import { headingFrom } from './pageModule';
import { inTextPage } from './TextPage';
import styles from './textPages.module.css';

/** The page of what the reader has saved. Only the browser knows it, so a script fills the list. */
export const Page = inTextPage(Content);

export const headingOf = headingFrom('saved');

function Content() {
  const { t, site, language } = useWords();
  return (
    <>
      <h1>{t('saved:heading')}</h1>
      <p class={styles.intro}>
        {t('saved:intro')}{' '}
        <a href={`${hrefOf(site, { page: 'about', language })}#data`}>{t('saved:backup')}</a>
      </p>
      <div class={styles.filled}>
        <SavedList />
      </div>
    </>
  );
}
