import { hrefOf } from '../../core/routes';
import { StatusLine } from '../features/app-status/StatusLine';
import { InstallBlock } from '../features/install/InstallBlock';
import { Continue } from '../features/place/Continue';
import { Brief } from '../features/reader/Brief';
import { HeadingText } from '../ui/Heading';
import { Prose } from '../ui/Prose';
import { useWords } from '../ui/words';
import styles from './HomePage.module.css';
import { headingFrom } from './pageModule';
import { inTextPage } from './TextPage';

/** What this is, where the reader was, the news of the newest report, and the other reports. */
export const Page = inTextPage(Home);

export const headingOf = headingFrom('home');

function Home() {
  const { t, page } = useWords();
  const [newest, ...others] = page.articles;
  return (
    <>
      <h1 class={styles.lead}>{t('home:lead')}</h1>
      <Continue />
      <div class={styles.reports}>
        {newest && <Newest article={newest} />}
        <div>
          {others.length > 0 && (
            <section class={styles.others}>
              <h2>{t('home:others')}</h2>
              {others.map((article) => (
                <Listed key={article} article={article} />
              ))}
            </section>
          )}
          <StatusLine />
          <InstallBlock />
        </div>
      </div>
    </>
  );
}

interface ReportProps {
  readonly article: string;
}

function Name({ article }: ReportProps) {
  const { say, language, site } = useWords();
  return (
    <>
      <p class={styles.kicker}>{say(`reports:${article}.name`)}</p>
      <h3>
        <a href={hrefOf(site, { page: 'article', language, article })}>
          <HeadingText text={say(`reports:${article}.title`)} />
        </a>
      </h3>
      <p class={styles.standfirst}>
        <Prose text={say(`reports:${article}.standfirst`)} />
      </p>
    </>
  );
}

/** To the cards and to the figures of a report. */
function Onward({ article, read }: ReportProps & { readonly read: string }) {
  const { t, language, site } = useWords();
  return (
    <p class={styles.onward}>
      <a href={hrefOf(site, { page: 'article', language, article })}>{read}</a>
      <a href={hrefOf(site, { page: 'measures', language, article })}>{t('home:figures')}</a>
    </p>
  );
}

function Newest({ article: id }: ReportProps) {
  const { t, language, site, article } = useWords();
  const address = hrefOf(site, { page: 'article', language, article: id });
  return (
    <section class={styles.newest}>
      <h2>{t('home:newest')}</h2>
      <Name article={id} />
      <Brief article={id} to={(card) => `${address}#${card}`} />
      <Onward article={id} read={t('home:read', { count: article(id).facts.cards.length })} />
    </section>
  );
}

function Listed({ article }: ReportProps) {
  const { t } = useWords();
  return (
    <article class={styles.listed}>
      <Name article={article} />
      <Onward article={article} read={t('home:open')} />
    </article>
  );
}
