import { askInstall, install, refuseInstall } from '../../state/install';
import { useValue } from '../../ui/useValue';
import { useSpeech } from '../../ui/words';
import styles from './InstallBlock.module.css';

/** What the page says before any script runs, and where nothing better is known. */
export function InstallSteps({ kind }: { readonly kind: 'any' | 'ios' | 'in-app' }) {
  const { t } = useSpeech();
  return (
    <>
      <h2>{t('install:heading')}</h2>
      <p>{t('install:text')}</p>
      <p>{t(`install:${kind}`)}</p>
    </>
  );
}

/** How to keep the reader on the home screen; gone once it is there or the reader has had enough of it. */
export function InstallBlock() {
  const { t } = useSpeech();
  const state = useValue(install);
  switch (state.kind) {
    case 'installed':
    case 'dismissed':
      return null;
    case 'prompt':
      return (
        <div class={styles.install}>
          <h2>{t('install:heading')}</h2>
          <p>{t('install:text')}</p>
          <p class={styles.actions}>
            <button type="button" onClick={() => void askInstall()}>
              {t('install:button')}
            </button>
            <Dismiss />
          </p>
        </div>
      );
    case 'unknown':
    case 'any':
    case 'ios':
    case 'in-app':
      return (
        <div class={styles.install}>
          <InstallSteps kind={state.kind === 'unknown' ? 'any' : state.kind} />
          <p class={styles.actions}>
            <Dismiss />
          </p>
        </div>
      );
  }
}

function Dismiss() {
  const { t } = useSpeech();
  return (
    <button type="button" class={styles.quiet} onClick={refuseInstall}>
      {t('install:dismiss')}
    </button>
  );
}
