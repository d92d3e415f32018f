import { Card } from '../features/reader/Card';
import { Contents } from '../features/reader/Contents';
import { Overview } from '../features/reader/Overview';
import { cardsOf, End, Section } from '../features/reader/Sections';
import { articleOf, printing } from '../ui/print';
import { InstallIsland, StatusIsland } from './Island';

/** The cards of one article, in sections. */
export function ArticlePage({ id }: { readonly id: string }) {
  const print = printing();
  const article = articleOf(print, id);
  const { cards, sections } = article.facts;
  const [overview] = cards;
  return (
    <>
      {overview && (
        <Overview article={article} card={overview} terms={print.termsIn(id, 0)} status={<StatusIsland />}>
          <InstallIsland />
        </Overview>
      )}
      <Contents article={article} to={(anchor) => `#${anchor}`} />
      {sections.map(({ id: section }) => (
        <Section key={section} article={article} section={section}>
          {cardsOf(article, section).map((card) => {
            const index = cards.indexOf(card);
            return (
              <Card
                key={card.id}
                article={article}
                card={card}
                terms={print.termsIn(id, index)}
                position={index + 1}
              />
            );
          })}
        </Section>
      ))}
      <End article={article} />
    </>
  );
}
