import { putOffUpdate, replaced, updateWaiting } from '../../state/appStatus';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';
import * as styles from './StatusLine.module.css';

/**
 * A newer version offers itself in the bar, where a reader in mid-article sees it and nothing moves. So does the way to
 * it, where it was accepted in another tab.
 */
export function UpdateOffer() {
  return <Watch these={[updateWaiting, replaced]}>{() => <Offer />}</Watch>;
}

function Offer() {
  const { t } = speaking();
  if (replaced.value && !updateWaiting.value)
    return (
      <span class={styles.offer}>
        <button type="button" data-replaced title={t('status:replaced-text')} onClick={replaced.value}>
          {t('status:replaced')}
        </button>
      </span>
    );
  return (
    updateWaiting.value && (
      <span class={styles.offer}>
        <button type="button" data-update title={t('status:update-text')} onClick={updateWaiting.value}>
          {t('status:update')}
        </button>
        <button type="button" data-later aria-label={t('status:later')} onClick={putOffUpdate}>
          ×
        </button>
      </span>
    )
  );
}
