import { putOffUpdate, updateWaiting } from '../../state/appStatus';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';
import * as styles from './StatusLine.module.css';

/** A newer version offers itself in the bar, where a reader in mid-article sees it and nothing moves. */
export function UpdateOffer() {
  return (
    <Watch these={[updateWaiting]}>
      {() =>
        updateWaiting.value && (
          <span class={styles.offer}>
            <button
              type="button"
              data-update
              title={speaking().t('status:update-text')}
              onClick={updateWaiting.value}
            >
              {speaking().t('status:update')}
            </button>
            <button type="button" data-later aria-label={speaking().t('status:later')} onClick={putOffUpdate}>
              ×
            </button>
          </span>
        )
      }
    </Watch>
  );
}
