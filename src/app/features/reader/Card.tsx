import type { ComponentChildren } from 'preact';
import { type Card as CardFacts, type Measure, notStated } from '../../../core/model';
import { Both } from '../../ui/Both';
import { HeadingText } from '../../ui/Heading';
import { usePartRoot } from '../../ui/Part';
import { TextBlock } from '../../ui/TextBlock';
import styles from './Card.module.css';
import { CardNotes } from './CardNotes';
import { Measures } from './Measures';

interface Props {
  readonly article: string;
  readonly card: CardFacts;
  /** The index of the card among all cards, from 0. */
  readonly index: number;
  /** The tools of a measure, at the foot of its opened evidence. */
  readonly measureTools: (measure: Measure) => ComponentChildren;
  /** The tools of the card. */
  readonly children: ComponentChildren;
}

export function Card({ article, card, index, measureTools, children }: Props) {
  const props = { article, card: card.id, index, measureTools };
  return (
    <article {...usePartRoot()} id={card.id} class={styles.card} data-card>
      <Both as={card.section === notStated ? 'h2' : 'h3'}>
        {(words, isSecond) => (
          <>
            {!isSecond && <span class={styles.position}>{index + 1}</span>}{' '}
            <HeadingText text={words.article(article).card(card.id).title} />
          </>
        )}
      </Both>
      <Measures {...props} headline />
      <TextBlock
        as="p"
        class={styles.summary}
        article={article}
        text={(words) => words.card(card.id).summary}
        termsOf={index}
      />
      <Measures {...props} headline={false} />
      <CardNotes article={article} card={card} index={index} />
      {children}
    </article>
  );
}
