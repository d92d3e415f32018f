import { hrefOf } from '../../core/routes';
import { termFinder } from '../../core/terms';
import { Contents } from '../features/reader/Contents';
import { Overview } from '../features/reader/Overview';
import { End, Sections } from '../features/reader/Sections';
import { articleOf, speaking } from '../ui/words';
import { InstallIsland, StatusIsland } from './Island';
import * as styles from './pages.module.css';

/** The cards of one article, in sections. */
export function ArticlePage({ id }: { readonly id: string }) {
  const speech = speaking();
  const { t, language, site } = speech;
  const article = articleOf(speech, id);
  const terms = termFinder(speech.terms, language);
  const [overview] = article.facts.cards;
  const inside = (anchor: string) => `#${anchor}`;
  return (
    <main id="main" class={styles.main}>
      {overview && (
        <Overview article={article} card={overview} terms={terms} status={<StatusIsland />}>
          <InstallIsland />
        </Overview>
      )}
      <Contents article={article} to={inside} />
      <Sections article={article} terms={terms} />
      <End article={article} />
      <nav class={styles.onward} aria-label={t('reader:next')}>
        <a href={hrefOf(site, { page: 'measures', language, article: id })}>{t('frame:nav.measures')}</a>
        <a href={hrefOf(site, { page: 'terms', language })}>{t('frame:nav.terms')}</a>
        <a href={hrefOf(site, { page: 'about', language })}>{t('frame:nav.about')}</a>
      </nav>
    </main>
  );
}
