import { Glossary } from '../features/glossary/Glossary';
import { speaking } from '../ui/words';
import * as own from './others.module.css';
import * as styles from './pages.module.css';

export function TermsPage() {
  const { t } = speaking();
  return (
    <main id="main" class={`${styles.main} ${own.page}`}>
      <h1>{t('glossary:heading')}</h1>
      <p class={own.intro}>{t('glossary:intro')}</p>
      <Glossary />
    </main>
  );
}
