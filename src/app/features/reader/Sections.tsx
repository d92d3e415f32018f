import type { ArticleReader } from '../../../core/articleWords';
import type { Card as CardFacts } from '../../../core/model';
import type { TermFinder } from '../../../core/terms';
import { HeadingText } from '../../ui/Heading';
import { speaking } from '../../ui/words';
import { Card } from './Card';
import * as styles from './Sections.module.css';

interface Props {
  readonly article: ArticleReader;
  readonly terms: TermFinder;
}

/** Cards follow the article's own order: reordering would change its emphasis. */
export function Sections({ article, terms }: Props) {
  const { t } = speaking();
  const { cards, sections } = article.facts;
  const positionOf = (card: CardFacts | undefined) => (card ? cards.indexOf(card) + 1 : 0);
  return (
    <>
      {sections.map(({ id }) => {
        const own = cards.filter((card) => card.section === id);
        return (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <div class={styles.heading}>
              <h2 id={`${id}-title`}>
                <HeadingText text={article.text(`sections.${id}.title`)} />
              </h2>
              <p>
                {t('reader:range', {
                  first: positionOf(own[0]),
                  last: positionOf(own.at(-1)),
                  total: cards.length,
                })}
              </p>
            </div>
            {own.map((card) => (
              <Card key={card.id} article={article} card={card} terms={terms} position={positionOf(card)} />
            ))}
          </section>
        );
      })}
    </>
  );
}

/** A visible end: nothing more is loaded below it. */
export function End({ article }: Pick<Props, 'article'>) {
  const { t } = speaking();
  return (
    <p class={styles.end}>
      <span aria-hidden="true">■</span> {t('reader:end')}
      <br />
      {t('reader:end-count', { total: article.facts.cards.length })}
    </p>
  );
}
