import type { ComponentChildren } from 'preact';
import type { Measure } from '../../../core/model';
import { Figure } from '../../ui/Figure';
import { TextBlock } from '../../ui/TextBlock';
import { useArticle } from '../../ui/words';
import styles from './Card.module.css';
import { Evidence } from './Evidence';

interface Props {
  readonly article: string;
  readonly card: string;
  /** The index of the card among all cards, from 0. */
  readonly index: number;
  /** Which of the card's measures: those that stand large, or the others. */
  readonly headline: boolean;
  /** The tools of a measure, at the foot of its opened evidence. */
  readonly measureTools: (measure: Measure) => ComponentChildren;
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

/** The measures of a card, if it has any of this rank. */
export function Measures({ card, headline, ...props }: Props) {
  const measures = useArticle(props.article)
    .measuresOf(card)
    .filter((measure) => measure.headline === headline);
  const Each = headline ? HeadlineMeasure : FurtherMeasure;
  return (
    measures.length > 0 && (
      <ul>
        {measures.map((measure) => (
          <Each key={measure.id} measure={measure} {...props} />
        ))}
      </ul>
    )
  );
}
