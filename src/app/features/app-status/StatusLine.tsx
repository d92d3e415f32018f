import { kilobytes } from '../../../core/i18n';
import { type AppStatus, appStatus, notice } from '../../state/appStatus';
import { Watch } from '../../ui/Watch';
import { type Speech, speaking } from '../../ui/words';
import * as styles from './StatusLine.module.css';

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

/** One quiet line: whether everything is on this device. It keeps its height, so that no text moves. */
export function StatusLine() {
  return <Watch these={[appStatus, notice]}>{() => <Line />}</Watch>;
}

function Line() {
  const speech = speaking();
  const status = appStatus.value;
  return (
    <div class={styles.status} role="status">
      <p class={status.kind === 'saved' ? styles.saved : undefined}>{sentenceOf(status, speech)}</p>
      {notice.value && <p>{speech.t('status:failed')}</p>}
    </div>
  );
}
