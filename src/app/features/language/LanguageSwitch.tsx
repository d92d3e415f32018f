import { autonymOf, type Language, languages, tagOf } from '../../../core/language';
import { routeOf } from '../../../core/page';
import { isPlainClick } from '../../../core/plainClick';
import { hrefOf } from '../../../core/routes';
import { bilingual, toggleBilingual } from '../../state/bilingual';
import { LinkButton } from '../../ui/LinkButton';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './LanguageSwitch.module.css';

/**
 * Real links to this page in each language, and in both at once where the page has a text in both. The shell's
 * script listens for `data-switch` and changes the words in place instead.
 */
export function LanguageSwitch() {
  const { t, page, language: current } = useWords();
  const isBilingual = useSignal(bilingual);
  const isBoth = useHydrated() && isBilingual;
  const addressIn = (language: Language) => hrefOf(page.site, routeOf(page, language));
  return (
    <nav class={styles.languages} aria-label={t('frame:languages')}>
      {languages.map((language) => (
        <a
          key={language}
          href={addressIn(language)}
          hreflang={tagOf[language]}
          lang={tagOf[language]}
          {...(language === current
            ? { 'aria-current': isBoth ? undefined : 'true' }
            : { 'data-switch': language })}
          onClick={(event) => {
            if (language !== current || !isPlainClick(event)) return;
            event.preventDefault();
            if (isBoth) toggleBilingual();
          }}
        >
          {autonymOf[language]}
        </a>
      ))}
      {page.page === 'article' && (
        <LinkButton
          href={`${addressIn(current)}?both`}
          press={toggleBilingual}
          state={{ 'aria-pressed': isBoth }}
          data-all
        >
          {t('frame:both')}
        </LinkButton>
      )}
    </nav>
  );
}
