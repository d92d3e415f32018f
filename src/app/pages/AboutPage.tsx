import type { ComponentChildren } from 'preact';
import type { ArticleReader } from '../../core/articleWords';
import { type Language, tagOf } from '../../core/language';
import { longDate } from '../../core/longDate';
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
import { headingFrom } from './pageModule';
import styles from './pages.module.css';
import { inTextPage } from './TextPage';
import textStyles from './textPages.module.css';

interface FactProps {
  readonly name: 'title' | 'subtitle' | 'issuer' | 'publisher' | 'byline' | 'delivered' | 'published';
  readonly children: ComponentChildren;
}

function Fact({ name, children }: FactProps) {
  return (
    <>
      <dt>{useWords().t(`about:source.${name}`)}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface PrintedProps {
  readonly printedIn: Language;
  readonly text: string;
  readonly words: string;
}

/** Words as printed, with their literal translation where the page is in another language. */
function Printed({ printedIn, text, words }: PrintedProps) {
  if (printedIn === useWords().language) return <>{text}</>;
  return (
    <>
      <span lang={tagOf[printedIn]}>{text}</span>
      <br />
      <Prose text={words} />
    </>
  );
}

/** What the facts say of the source, and no more. */
function SourceFacts({ article }: { readonly article: ArticleReader }) {
  const { t, language } = useWords();
  const { source, language: printedIn, sections } = article.facts;
  const { subtitle, issuer, byline, delivered, published } = source;
  const isUndated = published === notStated && delivered === notStated;
  const printed = (text: string, key: string) => (
    <Printed printedIn={printedIn} text={text} words={article.text(key)} />
  );
  return (
    <dl class={textStyles.facts}>
      <Fact name="title">{printed(source.title, 'sourceTitle')}</Fact>
      {subtitle !== notStated && <Fact name="subtitle">{printed(subtitle, 'sourceSubtitle')}</Fact>}
      {issuer !== notStated && <Fact name="issuer">{printed(issuer, 'issuer')}</Fact>}
      {source.publisher !== issuer && <Fact name="publisher">{printed(source.publisher, 'publisher')}</Fact>}
      {byline !== 'none' && (
        <Fact name="byline">
          <Prose text={article.text('byline')} />
        </Fact>
      )}
      {delivered !== notStated && <Fact name="delivered">{longDate(delivered, language)}</Fact>}
      {published !== notStated && <Fact name="published">{longDate(published, language)}</Fact>}
      {isUndated && <Fact name="published">{t('about:source.no-date')}</Fact>}
      {sections.length > 0 && <dt>{t('about:source.headings')}</dt>}
      {sections.map(({ id, title }) => (
        <dd key={id}>{printed(title, `sections.${id}.sourceTitle`)}</dd>
      ))}
    </dl>
  );
}

/** One report: its source, what it leaves unsaid, and how to cite it. */
function Report({ article, isNewest }: { readonly article: ArticleReader; readonly isNewest: boolean }) {
  const { t } = useWords();
  const { id, source } = article.facts;
  return (
    <section class={textStyles.parts}>
      <h2>{article.text('kicker')}</h2>
      <h3>{t('about:source.heading')}</h3>
      <SourceFacts article={article} />
      <CheckLine article={id} />
      <h3 id={isNewest ? 'unsaid' : `unsaid-${id}`}>{t('about:unsaid.heading', { context: source.kind })}</h3>
      <ul class={textStyles.list}>
        {article.list('unsaid').map((line) => (
          <li key={line}>
            <Prose text={line} />
          </li>
        ))}
      </ul>
      <Citation article={id} />
    </section>
  );
}

/** Who drafts the summaries, and where errors are reported. */
function Makers() {
  const { t, site } = useWords();
  return (
    <div>
      <h2>{t('about:makers.heading')}</h2>
      <p>{t('about:makers.text')}</p>
      <p>
        {site.contact ? <a href={site.contact}>{t('about:makers.errors')}</a> : t('about:makers.no-contact')}
      </p>
    </div>
  );
}

/** Method and makers, then the source of each report and what it does not say, offline state, version, licence. */
export const Page = inTextPage(About);

export const headingOf = headingFrom('about');

function About() {
  const { t, articles, site, page } = useWords();
  return (
    <>
      <h1>{t('about:title')}</h1>
      <section class={textStyles.pair}>
        <div>
          <h2>{t('about:method.heading')}</h2>
          <ul class={textStyles.list}>
            {(['words', 'once', 'qualifier', 'neutral'] as const).map((key) => (
              <li key={key}>{t(`about:method.${key}`)}</li>
            ))}
          </ul>
        </div>
        <Makers />
      </section>
      {articles.map((article, at) => (
        <Report key={article.facts.id} article={article} isNewest={at === 0} />
      ))}
      <section class={`${textStyles.pair} ${textStyles.last}`}>
        <div>
          <h2>{t('about:offline.heading')}</h2>
          <p>{t('about:offline.text')}</p>
          <StatusLine />
          <Failure />
          <p class={styles.onward}>
            <a href={resetHref(site)}>{t('about:offline.reset')}</a>
          </p>
          <InstallBlock />
          <MyData />
        </div>
        <div>
          <h2 id="access">{t('about:access.heading')}</h2>
          <ul class={textStyles.list}>
            {(['aim', 'keyboard', 'large', 'limits'] as const).map((key) => (
              <li key={key}>{t(`about:access.${key}`)}</li>
            ))}
          </ul>
          <h2>{t('about:data.heading')}</h2>
          <p>{t('about:data.text')}</p>
          <DataLinks articles={page.articles} look={styles.onward ?? ''} />
          <h2>{t('about:version.heading')}</h2>
          <p>{t('about:version.text', { version: page.version })}</p>
        </div>
      </section>
    </>
  );
}
