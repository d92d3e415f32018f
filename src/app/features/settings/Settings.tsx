import type { LookName } from '../../../core/look';
import { settings } from '../../../core/settings';
import { chooseLook, type Look, look, readLook } from '../../state/look';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';
import * as styles from './Settings.module.css';

const groups = ['edition', 'size', 'spacing', 'theme', 'keys'] as const satisfies readonly LookName[];

function Group<Name extends LookName>({ name, now }: { readonly name: Name; readonly now: Look }) {
  const { t } = speaking();
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

/** How the page looks: what is chosen shows at once, on this very page. */
export function Settings() {
  readLook();
  return (
    <Watch these={[look]}>
      {() => look.value && groups.map((name) => <Group key={name} name={name} now={look.value as Look} />)}
    </Watch>
  );
}
