import { type Card as CardFacts, type Measure, notStated } from '../../core/model';
import { plain } from '../../core/prose';
import { StatusLine } from '../features/app-status/StatusLine';
import { BothHere } from '../features/card-tools/BothHere';
import { CardTools, MeasureTools, type Panels } from '../features/card-tools/CardTools';
import { HelpBefore } from '../features/help/HelpBefore';
import { InstallBlock } from '../features/install/InstallBlock';
import { Card } from '../features/reader/Card';
import { Contents } from '../features/reader/Contents';
import { Overview } from '../features/reader/Overview';
import { ParagraphMap } from '../features/reader/ParagraphMap';
import { End, SectionHeading } from '../features/reader/Sections';
import { CheckLine } from '../ui/CheckLine';
import { Part, useFacts, usePageArticle, usePartRoot } from '../ui/Part';
import { useArticle } from '../ui/words';
import { type PageModule, withBrand } from './pageModule';
import styles from './pages.module.css';

const panels: Panels = {
  listen: () => import('../features/listen/ListenPanel').then(({ ListenPanel }) => ListenPanel),
  share: () => import('../features/share/SharePanel').then(({ SharePanel }) => SharePanel),
};

function ToolsOfMeasure({ article, measure }: { readonly article: string; readonly measure: Measure }) {
  const label = plain(useArticle(article).words(measure).label);
  return <MeasureTools article={article} measure={measure.id} label={label} />;
}

/** Whether all of it is on this device and matches its source, and how to put it on the home screen. */
function Foot({ article }: { readonly article: string }) {
  return (
    <aside {...usePartRoot()} class={styles.foot}>
      <StatusLine />
      <CheckLine article={article} />
      <InstallBlock />
    </aside>
  );
}

/** The cards of one article, in sections if it has any. Each part changes language by itself. */
export const Page: PageModule['Page'] = () => {
  const article = usePageArticle();
  const { cards, sections } = useFacts(article);
  // The parser refuses facts without a card.
  const overview = cards[0] as CardFacts;
  const tools = (card: string) => <CardTools article={article} card={card} panels={panels} />;
  const measureTools = (measure: Measure) => <ToolsOfMeasure article={article} measure={measure} />;
  const cardsOf = (section: string) =>
    cards.map(
      (card, index) =>
        card.section === section &&
        card !== overview && (
          <Part key={card.id}>
            <HelpBefore place={card.id} />
            <BothHere card={card.id}>
              <Card article={article} card={card} index={index} measureTools={measureTools}>
                {tools(card.id)}
              </Card>
            </BothHere>
          </Part>
        ),
    );
  return (
    <main id="main" class={styles.main}>
      <Part>
        <HelpBefore place={overview.id} />
        <BothHere card={overview.id}>
          <Overview article={article} card={overview} measureTools={measureTools}>
            {tools(overview.id)}
          </Overview>
        </BothHere>
      </Part>
      <Part>
        <BothHere>
          <ParagraphMap article={article} />
        </BothHere>
      </Part>
      <Part>
        <BothHere>
          <Contents article={article} />
        </BothHere>
      </Part>
      {cardsOf(notStated)}
      {sections.map(({ id: section }) => (
        <section key={section} id={section} aria-labelledby={`${section}-title`}>
          <Part>
            <BothHere>
              <SectionHeading article={article} section={section} />
            </BothHere>
          </Part>
          {cardsOf(section)}
        </section>
      ))}
      <Part>
        <End article={article} />
      </Part>
      <Part>
        <Foot article={article} />
      </Part>
    </main>
  );
};

export const headingOf: PageModule['headingOf'] = (words) => {
  const { text } = words.article(words.page.article ?? '');
  return withBrand(words, { title: text('title'), description: text('description') });
};
