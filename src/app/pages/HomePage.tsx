import { hrefOf } from '../../core/routes';
import { StatusLine } from '../features/app-status/StatusLine';
import { InstallBlock } from '../features/install/InstallBlock';
import { Contents } from '../features/reader/Contents';
import { Essentials } from '../features/reader/Essentials';
import { HeadingText } from '../ui/Heading';
import { Prose } from '../ui/Prose';
import { useWords } from '../ui/words';
import { headingFrom, type PageModule } from './pageModule';
import styles from './pages.module.css';
import { TextPage } from './TextPage';
import textStyles from './textPages.module.css';

/** The articles; each with its essentials and contents. */
export const Page: PageModule['Page'] = () => (
  <TextPage>
    <Home />
  </TextPage>
);

export const headingOf = headingFrom('home');

function Home() {
  const { t, language, site, articles } = useWords();
  return (
    <>
      <h1 class={textStyles.lead}>{t('home:lead')}</h1>
      <StatusLine />
      {articles.map((article) => {
        const address = hrefOf(site, { page: 'article', language, article: article.facts.id });
        const inside = (id: string) => `${address}#${id}`;
        return (
          <section
            key={article.facts.id}
            class={textStyles.report}
            aria-labelledby={`report-${article.facts.id}`}
          >
            <p class={textStyles.kicker}>{article.text('kicker')}</p>
            <h2 id={`report-${article.facts.id}`}>
              <a href={address}>
                <HeadingText text={article.text('title')} />
              </a>
            </h2>
            <p class={textStyles.soft}>
              <Prose text={article.text('standfirst')} />
            </p>
            <Essentials article={article.facts.id} to={inside} />
            <p class={styles.onward}>
              <a href={address}>{t('home:read', { count: article.facts.cards.length })}</a>
            </p>
            <Contents article={article.facts.id} to={inside} />
          </section>
        );
      })}
      <InstallBlock />
    </>
  );
}
