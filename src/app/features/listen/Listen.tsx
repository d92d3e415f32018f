import { speaking } from '../../ui/words';
import * as styles from './Listen.module.css';

/** How much is read aloud: the card, the part of the article it is in, or all that follows as well. */
export const scopes = ['card', 'section', 'onward'] as const;
export type Scope = (typeof scopes)[number];

interface Props {
  /** Whether there is a voice for the language. */
  readonly canSpeak: boolean;
  readonly hasFailed: boolean;
  readonly start: (scope: Scope) => void;
}

/** Where reading aloud begins. */
export function Listen({ canSpeak, hasFailed, start }: Props) {
  const { t } = speaking();
  return (
    <fieldset class={styles.starts} aria-label={t('listen:label')}>
      {canSpeak &&
        scopes.map((scope) => (
          <button key={scope} type="button" data-listen={scope} onClick={() => start(scope)}>
            {t(`listen:${scope}`)}
          </button>
        ))}
      <p role="status">{!canSpeak ? t('listen:absent') : hasFailed && t('listen:failed')}</p>
    </fieldset>
  );
}
