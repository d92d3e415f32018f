import { kilobytes } from '../../../core/kilobytes';
import type { Words } from '../../../core/page';
import { type AppStatus, appStatus, failure } from '../../state/appStatus';
import { unkept } from '../../state/settings';
import { useHydrated } from '../../ui/Part';
import { Unfilled } from '../../ui/Unfilled';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './StatusLine.module.css';

function sentenceOf(status: AppStatus, isFull: boolean, { t, language }: Words): string {
  if (status.kind === 'starting' || status.kind === 'offered') return '';
  if (status.kind === 'saved') return t('status:saved', { size: kilobytes(status.bytes, language) });
  return t(`status:${status.kind === 'unavailable' && isFull ? 'full' : status.kind}`);
}

/**
 * One quiet line that says whether everything is on this device, and a second one if nothing the reader does
 * is kept. It keeps its height, so that no text moves.
 */
export function StatusLine() {
  const words = useWords();
  const { t } = words;
  const status = useSignal(appStatus);
  const isFull = useSignal(failure)?.isFull ?? false;
  const isUnkept = useSignal(unkept);
  if (!useHydrated())
    return (
      <div data-live="status">
        <Unfilled withoutScript={t('check:no-script')} unreached={t('check:unreached')} />
      </div>
    );
  return (
    <div data-live="status">
      <div class={styles.status} role="status">
        {status.kind === 'offered' ? (
          <button type="button" onClick={status.accept}>
            {t('status:offered')}
          </button>
        ) : (
          // Each state has an element of its own. If one element stayed, the dot of the
          // last state would move its text.
          <p key={status.kind} class={status.kind === 'saved' ? styles.saved : undefined}>
            {sentenceOf(status, isFull, words)}
          </p>
        )}
        {isUnkept && <p>{t('status:unkept')}</p>}
      </div>
    </div>
  );
}
