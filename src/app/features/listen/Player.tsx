import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Rate, rates } from '../../state/listening';
import type { Reading } from '../../state/reading';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './Listen.module.css';

interface Props {
  readonly reading: Reading;
  /** Gives the focus back to what opened the player. */
  readonly leave: () => void;
}

/** The controls that pause, move and end the reading aloud, at the foot of the window as long as it lasts. */
export function Player({ reading, leave }: Props) {
  const { t } = useWords();
  const status = useSignal(reading.status);
  const isPaused = status.kind === 'paused';
  const rate = useSignal(reading.rate);
  const hold = useRef<HTMLButtonElement>(null);
  const player = useRef<HTMLDivElement>(null);
  // A layout effect: its clean-up runs before the elements are gone, and with them the focus.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.listening = '';
    hold.current?.focus({ preventScroll: true });
    return () => {
      delete dataset.listening;
      if (player.current?.contains(document.activeElement)) leave();
    };
  }, []);
  useLayoutEffect(reading.show, [status]);
  return (
    <div ref={player} class={styles.player} data-player>
      <section class={styles.row} aria-label={t('listen:player')}>
        <button type="button" data-previous onClick={reading.previous}>
          {t('listen:previous')}
        </button>
        <button ref={hold} type="button" data-hold onClick={isPaused ? reading.resume : reading.pause}>
          {t(isPaused ? 'listen:resume' : 'listen:pause')}
        </button>
        <button type="button" data-next onClick={reading.next}>
          {t('listen:next')}
        </button>
        <select
          aria-label={t('listen:rate')}
          value={rate}
          onChange={({ currentTarget }) => reading.setRate(Number(currentTarget.value) as Rate)}
        >
          {rates.map((each) => (
            <option key={each} value={each}>
              {each}×
            </option>
          ))}
        </select>
        <button type="button" data-stop onClick={reading.stop}>
          {t('listen:stop')}
        </button>
      </section>
    </div>
  );
}
