import { autonymOf, tagOf } from '../../../core/language';
import { routeOf } from '../../../core/page';
import { hrefOf } from '../../../core/routes';
import { useWords } from '../../ui/words';
import styles from './LanguageSwitch.module.css';

/**
 * A real link to the same page in the other language. The shell's script listens for `data-switch` and changes
 * the words in place instead.
 */
export function LanguageSwitch() {
  const { page, other } = useWords();
  const { language } = other;
  return (
    <a
      class={styles.switch}
      href={hrefOf(page.site, routeOf(page, language))}
      hreflang={tagOf[language]}
      lang={tagOf[language]}
      data-switch={language}
    >
      {autonymOf[language]}
    </a>
  );
}
