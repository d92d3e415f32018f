import { kilobytes } from '../../../core/i18n';
import { type AppStatus, appStatus, failure } from '../../state/appStatus';
import { unkept } from '../../state/settings';
import { Watch } from '../../ui/Watch';
import { type Speech, speaking } from '../../ui/words';
import * as styles from './StatusLine.module.css';

function sentenceOf(status: AppStatus, { t }: Speech): string {
  if (status.kind === 'starting' || status.kind === 'offered') return '';
  if (status.kind === 'saved') return t('status:saved', { size: kilobytes(status.bytes) });
  return t(`status:${status.kind === 'unavailable' && failure.value?.isFull ? 'full' : status.kind}`);
}

/** One quiet line: whether everything is on this device, and where nothing the reader does is kept, that. It keeps its height, so that no text moves. */
export function StatusLine() {
  return <Watch these={[appStatus, failure, unkept]}>{() => <Line />}</Watch>;
}

function Line() {
  const speech = speaking();
  const status = appStatus.value;
  return (
    <div class={styles.status} role="status">
      {status.kind === 'offered' ? (
        <button type="button" onClick={status.accept}>
          {speech.t('status:offered')}
        </button>
      ) : (
        // Anew for each state: the mark before the last would move the text of one that stays.
        <p key={status.kind} class={status.kind === 'saved' ? styles.saved : undefined}>
          {sentenceOf(status, speech)}
        </p>
      )}
      {unkept.value && <p>{speech.t('status:unkept')}</p>}
    </div>
  );
}
