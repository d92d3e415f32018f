import { Glossary } from '../features/glossary/Glossary';
import { speaking } from '../ui/words';
import * as own from './others.module.css';

export function TermsPage() {
  const { t } = speaking();
  return (
    <>
      <h1>{t('glossary:heading')}</h1>
      <p class={own.intro}>{t('glossary:intro')}</p>
      <Glossary />
    </>
  );
}
