import type { ComponentChildren } from 'preact';
import { routeOf } from '../../core/page';
import { hrefOf, type Route } from '../../core/routes';
import { Announcements } from '../features/app-status/Announcements';
import { UpdateOffer } from '../features/app-status/UpdateOffer';
import { LanguageSwitch } from '../features/language/LanguageSwitch';
import { PlaceMark } from '../features/place/PlaceMark';
import { Contents } from '../features/reader/Contents';
import { LargeTypeLink } from '../features/settings/LargeTypeLink';
import { Part, usePartRoot } from '../ui/Part';
import { Seal } from '../ui/Seal';
import { useWords } from '../ui/words';
import styles from './Frame.module.css';

function Skip() {
  return (
    <a {...usePartRoot<HTMLAnchorElement>()} class={styles.skip} href="#main">
      {useWords().t('frame:skip')}
    </a>
  );
}

function Bar() {
  const { t, language, site, page } = useWords();
  return (
    <header {...usePartRoot()} class={styles.bar}>
      <a class={styles.brand} href={hrefOf(site, { page: 'home', language })} aria-label={t('frame:brand')}>
        <Seal /> <span>{t('frame:brand')}</span>
      </a>
      <div class={styles.middle}>
        {page.article !== null && page.page === 'article' && (
          <PlaceMark>
            <Contents article={page.article} id="panel" />
          </PlaceMark>
        )}
        <UpdateOffer />
      </div>
      <LanguageSwitch />
    </header>
  );
}

interface PageLinkProps {
  readonly to: Route;
  /** What a screen reader says where the text alone could be of any report. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

function PageLink({ to, label, children }: PageLinkProps) {
  const { site, page, language } = useWords();
  const href = hrefOf(site, to);
  const isCurrent = href === hrefOf(site, routeOf(page, language));
  return (
    <a href={href} aria-current={isCurrent ? 'page' : undefined} aria-label={label}>
      {children}
    </a>
  );
}

/**
 * Links that a reader may want before the text. The large-type edition is one tap
 * away, as the ageing norm asks.
 */
function Tools() {
  const { t, language } = useWords();
  return (
    <nav {...usePartRoot()} class={styles.tools} aria-label={t('frame:tools.label')}>
      {(['search', 'saved', 'settings'] as const).map((page) => (
        <PageLink key={page} to={{ page, language }}>
          {t(`frame:tools.${page}`)}
        </PageLink>
      ))}
      <LargeTypeLink />
    </nav>
  );
}

function Foot() {
  const { t, say, language, page } = useWords();
  return (
    <footer {...usePartRoot()} class={styles.foot}>
      <nav aria-label={t('frame:nav.label')}>
        <ul>
          {page.articles.map((article) => {
            const report = say(`reports:${article}.name`);
            return (
              <li key={article}>
                <PageLink to={{ page: 'article', language, article }}>{report}</PageLink>
                <PageLink
                  to={{ page: 'measures', language, article }}
                  label={t('frame:nav.measures-of', { report })}
                >
                  {t('frame:nav.measures')}
                </PageLink>
              </li>
            );
          })}
        </ul>
        <p>
          {(['home', 'terms', 'about'] as const).map((name) => (
            <PageLink key={name} to={{ page: name, language }}>
              {t(`frame:nav.${name}`)}
            </PageLink>
          ))}
        </p>
      </nav>
      <p>{t('frame:footnote')}</p>
    </footer>
  );
}

/** The bar above and the foot below every page. */
export function Frame({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <Part>
        <Skip />
      </Part>
      <Part>
        <Bar />
      </Part>
      <Part>
        <Tools />
      </Part>
      {children}
      <Part>
        <Foot />
      </Part>
      <Part>
        <Announcements />
      </Part>
    </>
  );
}
