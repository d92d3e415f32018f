import type { ArticleReader } from '../../core/articleWords';
import { tagOf } from '../../core/language';
import { notStated } from '../../core/model';
import { resetHref } from '../../core/routes';
import { Failure } from '../features/app-status/Failure';
import { StatusLine } from '../features/app-status/StatusLine';
import { Citation } from '../features/citation/Citation';
import { InstallBlock } from '../features/install/InstallBlock';
import { MyData } from '../features/my-data/MyData';
import { CheckLine } from '../ui/CheckLine';
import { DataLinks } from '../ui/DataLinks';
import { Prose } from '../ui/Prose';
import { useWords } from '../ui/words';
import { headingFrom, type PageModule } from './pageModule';
import styles from './pages.module.css';
import { TextPage } from './TextPage';
import textStyles from './textPages.module.css';

/** The source as printed, with its literal translation where the page is in another language. */
function SourceFacts({ article }: { readonly article: ArticleReader }) {
  const { t, language } = useWords();
  const { source, language: printedIn, sections } = article.facts;
  const isForeign = printedIn !== language;
  const inPrint = (text: string) => <span lang={tagOf[printedIn]}>{text}</span>;
  const printedThen = (text: string, words: string) =>
    isForeign ? (
      <>
        {inPrint(text)}
        <br />
        <Prose text={words} />
      </>
    ) : (
      text
    );
  return (
    <dl class={textStyles.facts}>
      <dt>{t('about:source.title')}</dt>
      <dd>{printedThen(source.title, article.text('sourceTitle'))}</dd>
      <dt>{t('about:source.subtitle')}</dt>
      <dd>{printedThen(source.subtitle, article.text('sourceSubtitle'))}</dd>
      <dt>{t('about:source.publisher')}</dt>
      <dd>{printedThen(source.publisher, article.text('publisher'))}</dd>
      <dt>{t('about:source.byline')}</dt>
      <dd>
        <Prose text={article.text('byline')} />
      </dd>
      <dt>{t('about:source.date')}</dt>
      <dd>{source.published === notStated ? t('about:source.no-date') : source.published}</dd>
      <dt>{t('about:source.headings')}</dt>
      {sections.map(({ id, title }) => (
        <dd key={id}>{printedThen(title, article.text(`sections.${id}.sourceTitle`))}</dd>
      ))}
    </dl>
  );
}

/** Source, method, what the article does not say, offline state, version, licence. */
export const Page: PageModule['Page'] = () => (
  <TextPage>
    <About />
  </TextPage>
);

export const headingOf = headingFrom('about');

function About() {
  const { t, articles, site, page } = useWords();
  return (
    <>
      <h1>{t('about:title')}</h1>
      {articles.map((article) => (
        <section key={article.facts.id}>
          <h2>{t('about:source.heading')}</h2>
          <SourceFacts article={article} />
          <CheckLine article={article.facts.id} withHash />
          <h2 id="unsaid">{t('about:unsaid.heading')}</h2>
          <ul class={textStyles.list}>
            {article.list('unsaid').map((line) => (
              <li key={line}>
                <Prose text={line} />
              </li>
            ))}
          </ul>
          <Citation article={article.facts.id} />
        </section>
      ))}
      <h2>{t('about:method.heading')}</h2>
      <ul class={textStyles.list}>
        {(['words', 'once', 'qualifier', 'neutral'] as const).map((key) => (
          <li key={key}>{t(`about:method.${key}`)}</li>
        ))}
      </ul>
      <h2>{t('about:offline.heading')}</h2>
      <p>{t('about:offline.text')}</p>
      <StatusLine />
      <Failure />
      <p class={styles.onward}>
        <a href={resetHref(site)}>{t('about:offline.reset')}</a>
      </p>
      <InstallBlock />
      <MyData />
      <h2 id="access">{t('about:access.heading')}</h2>
      <ul class={textStyles.list}>
        {(['aim', 'keyboard', 'large', 'limits'] as const).map((key) => (
          <li key={key}>{t(`about:access.${key}`)}</li>
        ))}
      </ul>
      <h2>{t('about:data.heading')}</h2>
      <p>{t('about:data.text')}</p>
      {articles.map(({ facts }) => (
        <DataLinks key={facts.id} article={facts.id} look={styles.onward ?? ''} />
      ))}
      <h2>{t('about:version.heading')}</h2>
      <p>{t('about:version.text', { version: page.version })}</p>
    </>
  );
}
