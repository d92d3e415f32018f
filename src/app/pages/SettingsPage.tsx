import { Settings } from '../features/settings/Settings';
import { useWords } from '../ui/words';
import { headingFrom } from './pageModule';
import { inTextPage } from './TextPage';
import styles from './textPages.module.css';

/** The page on which the reader chooses how the pages look. */
export const Page = inTextPage(Content);

export const headingOf = headingFrom('settings');

function Content() {
  const { t } = useWords();
  return (
    <>
      <h1>{t('settings:heading')}</h1>
      <p class={styles.intro}>{t('settings:intro')}</p>
      <div class={styles.filled}>
        <Settings />
      </div>
    </>
  );
}
