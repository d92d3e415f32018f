import { tagOf } from '../../core/language';
import * as styles from './CheckLine.module.css';
import { printing } from './print';

/** The English of these pages is British, and so is the order of its dates. */
const dateTag = { zh: tagOf.zh, en: 'en-GB' } as const;

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
  const date = new Intl.DateTimeFormat(dateTag[language], { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <p class={styles.check}>
      {t('check:match', {
        matched: record.matched,
        measures: record.measures,
        date: date.format(new Date(record.date)),
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
