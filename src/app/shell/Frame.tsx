import type { ComponentChildren } from 'preact';
import { hrefOf, type Route } from '../../core/routes';
import { LanguageSwitch } from '../features/language/LanguageSwitch';
import { Island } from '../pages/Island';
import { printing } from '../ui/print';
import * as styles from './Frame.module.css';
import { Seal } from './Seal';

interface Props {
  readonly route: Route;
}

function Bar({ route }: Props) {
  const { t, language, site } = printing();
  return (
    <>
      <a class={styles.brand} href={hrefOf(site, { page: 'home', language })}>
        <Seal /> {t('frame:brand')}
      </a>
      <div class={styles.middle}>
        {route.page === 'article' && (
          <Island name="place">
            <a href="#contents">{t('place:contents')}</a>
          </Island>
        )}
        <Island name="update" />
      </div>
      <LanguageSwitch route={route} />
    </>
  );
}

/** What a reader may want before the text; the large-type edition is one tap away, as the ageing norm asks. */
function Tools({ route }: Props) {
  const { t, language, site } = printing();
  const link = (page: 'search' | 'saved' | 'settings') => (
    <a href={hrefOf(site, { page, language })} aria-current={route.page === page ? 'page' : undefined}>
      {t(`frame:tools.${page}`)}
    </a>
  );
  return (
    <nav class={styles.tools} aria-label={t('frame:tools.label')}>
      {link('search')}
      {link('saved')}
      {link('settings')}
      <a href={hrefOf(site, { page: 'settings', language })} data-large>
        {t('frame:tools.large')}
      </a>
    </nav>
  );
}

function Foot({ route }: Props) {
  const { t, language, site, articles } = printing();
  const link = (to: Route, key: 'home' | 'article' | 'measures' | 'terms' | 'about') => (
    <a href={hrefOf(site, to)} aria-current={route.page === to.page ? 'page' : undefined}>
      {t(`frame:nav.${key}`)}
    </a>
  );
  return (
    <>
      <nav aria-label={t('frame:nav.label')}>
        {link({ page: 'home', language }, 'home')}
        {articles.map(({ facts: { id } }) => link({ page: 'article', language, article: id }, 'article'))}
        {articles.map(({ facts: { id } }) => link({ page: 'measures', language, article: id }, 'measures'))}
        {link({ page: 'terms', language }, 'terms')}
        {link({ page: 'about', language }, 'about')}
      </nav>
      <p>{t('frame:footnote')}</p>
    </>
  );
}

/** The bar above and the foot below every page. */
export function Frame({ route, children }: Props & { readonly children: ComponentChildren }) {
  return (
    <>
      <a class={styles.skip} href="#main">
        {printing().t('frame:skip')}
      </a>
      <header class={styles.bar}>
        <Bar route={route} />
      </header>
      <Tools route={route} />
      {children}
      <footer class={styles.foot}>
        <Foot route={route} />
      </footer>
    </>
  );
}
