import { Glossary } from '../features/glossary/Glossary';
import { useWords } from '../ui/words';
import { headingFrom, type PageModule } from './pageModule';
import { TextPage } from './TextPage';
import styles from './textPages.module.css';

export const Page: PageModule['Page'] = () => (
  <TextPage>
    <Content />
  </TextPage>
);

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
