import { tagOf } from '../../core/language';
import styles from './CheckLine.module.css';
import { speaking } from './words';

/** How many figures match the source text, when that was last compared, and with which file. */
export function CheckLine({ article }: { readonly article: string }) {
  const { t, language, checks } = speaking();
  const record = checks[article];
  if (!record) return null;
  const date = new Intl.DateTimeFormat(tagOf[language], { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <p class={styles.check} title={record.source}>
      {t('status:match', { matched: record.matched, measures: record.measures })}
      <br />
      {t('status:compared', { date: date.format(new Date(record.date)), hash: record.source.slice(0, 8) })}
    </p>
  );
}
