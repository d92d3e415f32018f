import { hrefOf } from '../../core/routes';
import { Contents } from '../features/reader/Contents';
import { Essentials } from '../features/reader/Essentials';
import { HeadingText } from '../ui/Heading';
import { Prose } from '../ui/Prose';
import { printing } from '../ui/print';
import { InstallIsland, StatusIsland } from './Island';
import * as own from './others.module.css';
import * as styles from './pages.module.css';

/** The articles; each with its essentials and contents. */
export function HomePage() {
  const { t, language, site, articles } = printing();
  return (
    <>
      <h1 class={own.lead}>{t('home:lead')}</h1>
      <StatusIsland />
      {articles.map((article) => {
        const address = hrefOf(site, { page: 'article', language, article: article.facts.id });
        const inside = (id: string) => `${address}#${id}`;
        return (
          <section key={article.facts.id} class={own.report} aria-labelledby={`report-${article.facts.id}`}>
            <p class={own.kicker}>{article.text('kicker')}</p>
            <h2 id={`report-${article.facts.id}`}>
              <a href={address}>
                <HeadingText text={article.text('title')} />
              </a>
            </h2>
            <p class={own.soft}>
              <Prose text={article.text('standfirst')} />
            </p>
            <Essentials article={article} to={inside} />
            <p class={styles.onward}>
              <a href={address}>{t('home:read', { count: article.facts.cards.length })}</a>
            </p>
            <Contents article={article} to={inside} />
          </section>
        );
      })}
      <InstallIsland />
    </>
  );
}
