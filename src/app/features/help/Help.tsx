import { speaking } from '../../ui/words';
import * as styles from './Help.module.css';

const keys = [
  ['j →', 'next'],
  ['k ←', 'previous'],
  ['/', 'search'],
  ['l', 'language'],
  ['?', 'help'],
] as const;

/** What each key does, above the text and not over it. */
export function Help({ close }: { readonly close: () => void }) {
  const { t } = speaking();
  return (
    <section class={styles.help} aria-labelledby="help-title">
      <h2 id="help-title" tabIndex={-1}>
        {t('help:heading')}
      </h2>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`help:${does}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('help:off')}</p>
      <button type="button" onClick={close}>
        {t('help:close')}
      </button>
    </section>
  );
}
