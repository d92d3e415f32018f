import { type Listening, type Rate, rates } from '../../state/listening';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';
import * as styles from './Listen.module.css';

/** What holds, moves and ends the reading aloud, at the foot of the window as long as it lasts. */
export function Player({ listening }: { readonly listening: Listening }) {
  const { t } = speaking();
  const { status, rate, pause, resume, previous, next, stop, setRate } = listening;
  return (
    <section class={styles.row} aria-label={t('listen:player')}>
      <button type="button" data-previous onClick={previous}>
        {t('listen:previous')}
      </button>
      <Watch these={[status]}>
        {() => {
          const isPaused = status.value.kind === 'paused';
          return (
            <button type="button" data-hold onClick={isPaused ? resume : pause}>
              {t(isPaused ? 'listen:resume' : 'listen:pause')}
            </button>
          );
        }}
      </Watch>
      <button type="button" data-next onClick={next}>
        {t('listen:next')}
      </button>
      <Watch these={[rate]}>
        {() => (
          <select
            aria-label={t('listen:rate')}
            value={rate.value}
            onChange={({ currentTarget }) => setRate(Number(currentTarget.value) as Rate)}
          >
            {rates.map((each) => (
              <option key={each} value={each}>
                {each}×
              </option>
            ))}
          </select>
        )}
      </Watch>
      <button type="button" data-stop onClick={stop}>
        {t('listen:stop')}
      </button>
    </section>
  );
}
