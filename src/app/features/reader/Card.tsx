import type { ComponentChildren } from 'preact';
import { type Card as CardFacts, type Measure, notStated } from '../../../core/model';
import { Both } from '../../ui/Both';
import { HeadingText } from '../../ui/Heading';
import { usePartRoot } from '../../ui/Part';
import styles from './Card.module.css';
import { CardNotes } from './CardNotes';
import { CardText } from './CardText';
import { Measures } from './Measures';
import { Onward } from './Onward';

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

/** The news of a card in a sentence, its figures, and what else is worth saying. */
export function Card({ article, card, index, measureTools, children }: Props) {
  const text = { article, card: card.id, index };
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
      <CardText {...text} part="takeaway" />
      <Measures {...text} measureTools={measureTools} />
      <CardText {...text} part="summary" />
      <CardText {...text} part="unsaid" />
      <CardNotes article={article} card={card} index={index} />
      {children}
      <Onward article={article} index={index} />
    </article>
  );
}
