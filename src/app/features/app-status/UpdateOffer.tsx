import { updateWaiting } from '../../state/appStatus';
import { useValue } from '../../ui/useValue';
import { useSpeech } from '../../ui/words';
import styles from './StatusLine.module.css';

/** The same offer in the bar, where a reader in mid-article can see it without anything moving. */
export function UpdateOffer() {
  const { t } = useSpeech();
  const accept = useValue(updateWaiting);
  if (!accept) return null;
  return (
    <button type="button" class={styles.offer} data-update onClick={accept}>
      {t('status:update')}
    </button>
  );
}
