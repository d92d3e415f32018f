import { kilobytes } from '../../../core/i18n';
import { type AppStatus, appStatus, notice, updateWaiting } from '../../state/appStatus';
import { useValue } from '../../ui/useValue';
import { type Speech, useSpeech } from '../../ui/words';
import styles from './StatusLine.module.css';

function sentenceOf(status: AppStatus, { t, language }: Speech): string {
  switch (status.kind) {
    case 'starting':
      return '';
    case 'saving':
      return t('status:saving');
    case 'unavailable':
      return t('status:unavailable');
    case 'saved':
      return t('status:saved', { size: kilobytes(status.bytes, language) });
  }
}

/** One quiet line: whether everything is on this device, and a newer version when one waits. */
export function StatusLine() {
  const speech = useSpeech();
  const status = useValue(appStatus);
  const accept = useValue(updateWaiting);
  const trouble = useValue(notice);
  return (
    <div class={styles.status} role="status">
      <p class={status.kind === 'saved' ? styles.saved : undefined}>{sentenceOf(status, speech)}</p>
      {trouble && <p>{speech.t('status:failed')}</p>}
      {accept && (
        <p>
          {speech.t('status:update-text')}{' '}
          <button type="button" onClick={accept}>
            {speech.t('status:update-now')}
          </button>
        </p>
      )}
    </div>
  );
}
