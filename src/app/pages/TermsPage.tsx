import { Glossary } from '../features/glossary/Glossary';
import { useSpeech } from '../ui/words';
import styles from './pages.module.css';

export function TermsPage() {
  const { t } = useSpeech();
  return (
    <main id="main" class={styles.main}>
      <h1>{t('glossary:heading')}</h1>
      <p class={styles.intro}>{t('glossary:intro')}</p>
      <Glossary />
    </main>
  );
}
