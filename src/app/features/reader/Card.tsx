import type { ComponentChildren } from 'preact';
import type { Card as CardFacts, Measure } from '../../../core/model';
import { Both } from '../../ui/Both';
import { Figure } from '../../ui/Figure';
import { HeadingText } from '../../ui/Heading';
import { usePartRoot } from '../../ui/Part';
import { TextBlock } from '../../ui/TextBlock';
import { useArticle } from '../../ui/words';
import styles from './Card.module.css';
import { CardNotes } from './CardNotes';
import { Evidence } from './Evidence';

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

type MeasureProps = Pick<Props, 'article' | 'index' | 'measureTools'> & { readonly measure: Measure };

/**
 * Reader views take an element with such an id for the buttons of social networks and drop it with
 * its text (see `shareElements` in Readability). The id is published and cannot change, so it
 * moves to an empty element inside.
 */
const isDropped = (id: string): boolean => /(\b|_)share(daddy)?(\b|_)/i.test(id);

const elementId = (id: string) => (isDropped(id) ? undefined : id);

function InnerId({ id }: { readonly id: string }) {
  return isDropped(id) ? <span id={id} class={styles.innerId} /> : null;
}

function HeadlineMeasure({ article, index, measure, measureTools }: MeasureProps) {
  return (
    <li class={styles.headline} id={elementId(measure.id)} data-measure={measure.id}>
      <InnerId id={measure.id} />
      <div>
        <TextBlock
          as="p"
          class={styles.label}
          article={article}
          text={(words) => words.words(measure).label}
        />
        <Figure article={article} measure={measure} size="large" />
        <TextBlock
          as="p"
          class={styles.text}
          article={article}
          text={(words) => words.words(measure).text}
          termsOf={index}
        />
      </div>
      <Evidence article={article} measure={measure} tools={measureTools} />
    </li>
  );
}

function FurtherMeasure({ article, index, measure, measureTools }: MeasureProps) {
  return (
    <li class={styles.further} id={elementId(measure.id)} data-measure={measure.id}>
      <InnerId id={measure.id} />
      <TextBlock as="p" article={article} text={(words) => words.words(measure).text} termsOf={index} />
      <Evidence article={article} measure={measure} tools={measureTools} />
    </li>
  );
}

export function Card({ article, card, index, measureTools, children }: Props) {
  const measures = useArticle(article).measuresOf(card.id);
  const headlines = measures.filter(({ headline }) => headline);
  const further = measures.filter(({ headline }) => !headline);
  const props = { article, index, measureTools };
  return (
    <article {...usePartRoot()} id={card.id} class={styles.card} data-card>
      <Both as="h3">
        {(words, isSecond) => (
          <>
            {!isSecond && <span class={styles.position}>{index + 1}</span>}{' '}
            <HeadingText text={words.article(article).card(card.id).title} />
          </>
        )}
      </Both>
      {headlines.length > 0 && (
        <ul>
          {headlines.map((measure) => (
            <HeadlineMeasure key={measure.id} measure={measure} {...props} />
          ))}
        </ul>
      )}
      <TextBlock
        as="p"
        class={styles.summary}
        article={article}
        text={(words) => words.card(card.id).summary}
        termsOf={index}
      />
      {further.length > 0 && (
        <ul>
          {further.map((measure) => (
            <FurtherMeasure key={measure.id} measure={measure} {...props} />
          ))}
        </ul>
      )}
      <CardNotes article={article} card={card} index={index} />
      {children}
    </article>
  );
}
