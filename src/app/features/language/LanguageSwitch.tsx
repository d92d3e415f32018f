import { autonymOf, otherThan, tagOf } from '../../../core/language';
import { hrefOf, inLanguage, type Route } from '../../../core/routes';
import { speaking } from '../../ui/words';
import * as styles from './LanguageSwitch.module.css';

/**
 * A real link to the same page in the other language. The shell's script listens for `data-switch`
 * and changes the words in place instead.
 */
export function LanguageSwitch({ route }: { readonly route: Route }) {
  const { language, site } = speaking();
  const other = otherThan(language);
  return (
    <a
      class={styles.switch}
      href={hrefOf(site, inLanguage(route, other))}
      hreflang={tagOf[other]}
      lang={tagOf[other]}
      data-switch={other}
    >
      {autonymOf[other]}
    </a>
  );
}
