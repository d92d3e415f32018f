import type { LookName } from '../../../core/look';
import { settings } from '../../../core/settings';
import { chooseLook, type Look, look } from '../../state/look';
import { useHydrated } from '../../ui/Part';
import { Unfilled } from '../../ui/Unfilled';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './Settings.module.css';

const groups = ['edition', 'size', 'spacing', 'theme', 'keys'] as const satisfies readonly LookName[];

function Group<Name extends LookName>({ name, now }: { readonly name: Name; readonly now: Look }) {
  const { t } = useWords();
  return (
    <fieldset id={name} class={styles.group}>
      <legend>{t(`settings:${name}.heading`)}</legend>
      {settings[name].map((value) => (
        <label key={value} class={styles.choice}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={now[name] === value}
            onChange={() => chooseLook(name, value)}
          />
          <span>{t(`settings:${name}.${value}` as 'settings:size.1')}</span>
        </label>
      ))}
      {(name === 'edition' || name === 'keys') && <p>{t(`settings:${name}.note` as 'settings:keys.note')}</p>}
    </fieldset>
  );
}

/** The choices of how the page looks. Each is shown immediately, on this very page. */
export function Settings() {
  const { t } = useWords();
  const now = useSignal(look);
  const isHydrated = useHydrated();
  return (
    <div data-live="settings">
      {isHydrated && now ? (
        groups.map((name) => <Group key={name} name={name} now={now} />)
      ) : (
        <Unfilled withoutScript={t('settings:no-script')} />
      )}
    </div>
  );
}
