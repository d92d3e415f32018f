import { updateWaiting } from '../../state/appStatus';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';
import styles from './StatusLine.module.css';

/** The same offer in the bar, where a reader in mid-article can see it without anything moving. */
export function UpdateOffer() {
  return (
    <Watch these={[updateWaiting]}>
      {() =>
        updateWaiting.value && (
          <button type="button" class={styles.offer} data-update onClick={updateWaiting.value}>
            {speaking().t('status:update')}
          </button>
        )
      }
    </Watch>
  );
}
