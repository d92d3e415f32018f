import { Glossary } from '../features/glossary/Glossary';
import { useWords } from '../ui/words';
import { headingFrom } from './pageModule';
import { inTextPage } from './TextPage';
import styles from './textPages.module.css';

export const Page = inTextPage(Content, true);

export const headingOf = headingFrom('glossary');

function Content() {
  const { t } = useWords();
  return (
    <>
      <h1>{t('glossary:heading')}</h1>
      <p class={styles.intro}>{t('glossary:intro')}</p>
      <Glossary />
    </>
  );
}
