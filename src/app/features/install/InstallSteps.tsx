import { speaking } from '../../ui/words';

/** What the page says before any script runs, and where nothing better is known. */
export function InstallSteps({ kind }: { readonly kind: 'any' | 'ios' | 'in-app' }) {
  const { t } = speaking();
  return (
    <>
      <h2>{t('install:heading')}</h2>
      <p>{t('install:text')}</p>
      <p>{t(`install:${kind}`)}</p>
    </>
  );
}
