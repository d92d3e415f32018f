import { longDate } from '../../core/dates';
import type { CheckRecord, Words } from '../../core/page';
import { Both } from './Both';
import styles from './CheckLine.module.css';
import { useWords } from './words';

/** How many figures match the source text, and when that was last compared. */
export const checkedOn = ({ t, language }: Words, { matched, measures, date }: CheckRecord): string =>
  t('check:match', { matched, measures, date: longDate(date, language) });

interface Props {
  readonly article: string;
  /** Whether to show the hash of the source file too, for readers who have that file. */
  readonly withHash?: boolean;
}

export function CheckLine({ article, withHash }: Props) {
  const record = useWords().check(article);
  if (!record) return null;
  return (
    <Both as="p" class={styles.check}>
      {(words) => (
        <>
          {checkedOn(words, record)}
          {withHash && (
            <>
              <br />
              {words.t('check:hash', { hash: record.source })}
            </>
          )}
        </>
      )}
    </Both>
  );
}
