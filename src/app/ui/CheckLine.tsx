import * as styles from './CheckLine.module.css';
import { longDate } from './longDate';
import { printing } from './print';

interface Props {
  readonly article: string;
  /** Also the hash of the source file, for readers who have it. */
  readonly withHash?: boolean;
}

/** How many figures match the source text, when that was last compared, and with which file. */
export function CheckLine({ article, withHash }: Props) {
  const { t, language, checks } = printing();
  const record = checks[article];
  if (!record) return null;
  return (
    <p class={styles.check}>
      {t('check:match', {
        matched: record.matched,
        measures: record.measures,
        date: longDate(new Date(record.date), language, 'UTC'),
      })}
      {withHash && (
        <>
          <br />
          {t('check:hash', { hash: record.source })}
        </>
      )}
    </p>
  );
}
