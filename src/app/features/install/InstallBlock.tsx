import { askInstall, install, refuseInstall } from '../../state/install';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './InstallBlock.module.css';

/** How to put the reader on the home screen. It is gone once that is done or the reader has dismissed it. */
export function InstallBlock() {
  const { t } = useWords();
  const { kind } = useSignal(install);
  const isHydrated = useHydrated();
  if (isHydrated && (kind === 'installed' || kind === 'dismissed')) return <div data-live="install" />;
  const canAsk = isHydrated && kind === 'prompt';
  const steps = isHydrated && (kind === 'ios' || kind === 'in-app') ? kind : 'any';
  return (
    <div data-live="install">
      <div class={styles.install}>
        <h2>{t('install:heading')}</h2>
        <p>{t('install:text')}</p>
        {!canAsk && <p>{t(`install:${steps}`)}</p>}
        {isHydrated && (
          <p class={styles.actions}>
            {canAsk && (
              <button type="button" onClick={() => void askInstall()}>
                {t('install:button')}
              </button>
            )}
            <button type="button" class={styles.quiet} onClick={refuseInstall}>
              {t('install:dismiss')}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
