import { putOffUpdate, updateWaiting } from '../../state/appStatus';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './StatusLine.module.css';

/** A newer version offers itself in the bar, where a reader in mid-article sees it and nothing moves. */
export function UpdateOffer() {
  const { t } = useWords();
  const accept = useSignal(updateWaiting);
  return (
    <div data-live="update">
      {useHydrated() && accept && (
        <span class={styles.offer}>
          <button type="button" data-update title={t('status:update-text')} onClick={accept}>
            {t('status:update')}
          </button>
          <button type="button" data-later aria-label={t('status:later')} onClick={putOffUpdate}>
            ×
          </button>
        </span>
      )}
    </div>
  );
}
