import type { ComponentChildren } from 'preact';
import type { ArticleReader } from '../../../core/articleWords';
import type { Card } from '../../../core/model';
import { HeadingText } from '../../ui/Heading';
import { speaking } from '../../ui/words';
import * as styles from './Card.module.css';

interface Props {
  readonly article: ArticleReader;
  readonly section: string;
  readonly children: ComponentChildren;
}

/** Cards follow the article's own order: reordering would change its emphasis. */
export const cardsOf = ({ facts }: ArticleReader, section: string): readonly Card[] =>
  facts.cards.filter((card) => card.section === section);

/** One section of the article; its cards stand in it. */
export function Section({ article, section, children }: Props) {
  const { t } = speaking();
  const { cards } = article.facts;
  const own = cardsOf(article, section);
  const positionOf = (card: Card | undefined) => (card ? cards.indexOf(card) + 1 : 0);
  return (
    <section id={section} aria-labelledby={`${section}-title`}>
      <div class={styles.sectionHeading}>
        <h2 id={`${section}-title`}>
          <HeadingText text={article.text(`sections.${section}.title`)} />
        </h2>
        <p>
          {t('reader:range', {
            first: positionOf(own[0]),
            last: positionOf(own.at(-1)),
            total: cards.length,
          })}
        </p>
      </div>
      {children}
    </section>
  );
}

/** A visible end: nothing more is loaded below it. */
export function End({ article }: Pick<Props, 'article'>) {
  const { t } = speaking();
  return (
    <p class={styles.end} id="end">
      <span aria-hidden="true">■</span> {t('reader:end')}
      <br />
      {t('reader:end-count', { total: article.facts.cards.length })}
    </p>
  );
}
