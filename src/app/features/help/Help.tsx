import { useEffect, useRef } from 'preact/hooks';
import { closeHelp } from '../../state/help';
import { useWords } from '../../ui/words';
import styles from './Help.module.css';

const keys = [
  ['j →', 'next'],
  ['k ←', 'previous'],
  ['/', 'search'],
  ['l', 'language'],
  ['?', 'help'],
] as const;

/** What each key does. */
export function Help() {
  const { t } = useWords();
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section
      ref={section}
      class={styles.help}
      aria-labelledby="help-title"
      onKeyDown={({ key }) => key === 'Escape' && void closeHelp()}
    >
      <h2 ref={heading} id="help-title" tabIndex={-1}>
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
      <button type="button" onClick={() => void closeHelp()}>
        {t('help:close')}
      </button>
    </section>
  );
}
