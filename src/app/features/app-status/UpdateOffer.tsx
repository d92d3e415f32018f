import { putOffUpdate, replaced, updateWaiting } from '../../state/appStatus';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './StatusLine.module.css';

/**
 * Offers a newer version in the bar, where a reader in mid-article sees it and nothing moves. If the version
 * was accepted in another tab, offers to reload instead.
 */
export function UpdateOffer() {
  const { t } = useWords();
  const accept = useSignal(updateWaiting);
  const reload = useSignal(replaced);
  const isHydrated = useHydrated();
  return (
    <div data-live="update">
      {isHydrated && accept && (
        <span class={styles.offer}>
          <button type="button" data-update title={t('status:update-text')} onClick={accept}>
            {t('status:update')}
          </button>
          <button type="button" data-later aria-label={t('status:later')} onClick={putOffUpdate}>
            ×
          </button>
        </span>
      )}
      {isHydrated && reload && !accept && (
        <span class={styles.offer}>
          <button type="button" data-replaced title={t('status:replaced-text')} onClick={reload}>
            {t('status:replaced')}
          </button>
        </span>
      )}
    </div>
  );
}
