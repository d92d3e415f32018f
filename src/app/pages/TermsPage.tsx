import { Glossary } from '../features/glossary/Glossary';
import { speaking } from '../ui/words';
import styles from './pages.module.css';

export function TermsPage() {
  const { t } = speaking();
  return (
    <main id="main" class={styles.main}>
      <h1>{t('glossary:heading')}</h1>
      <p class={styles.intro}>{t('glossary:intro')}</p>
      <Glossary />
    </main>
  );
}
