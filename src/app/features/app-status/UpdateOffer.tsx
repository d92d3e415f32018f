import { updateWaiting } from '../../state/appStatus';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';
import * as styles from './StatusLine.module.css';

/** A newer version offers itself in the bar, where a reader in mid-article sees it and nothing moves. */
export function UpdateOffer() {
  return (
    <Watch these={[updateWaiting]}>
      {() =>
        updateWaiting.value && (
          <button
            type="button"
            class={styles.offer}
            data-update
            title={speaking().t('status:update-text')}
            onClick={updateWaiting.value}
          >
            {speaking().t('status:update')}
          </button>
        )
      }
    </Watch>
  );
}
