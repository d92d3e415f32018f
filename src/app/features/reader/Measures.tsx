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

/**
 * Reader views take an element with such an id for the buttons of social networks and drop it with
 * its text (see `shareElements` in Readability). The id is published and cannot change, so it
 * moves to an empty element inside.
 */
const isDropped = (id: string): boolean => /(\b|_)share(daddy)?(\b|_)/i.test(id);

type ItemProps = Omit<Props, 'card'> & { readonly measure: Measure };

function Item({ article, index, headline, measure, measureTools }: ItemProps) {
  const { id } = measure;
  const isInside = isDropped(id);
  const text = (
    <TextBlock
      as="p"
      class={headline ? styles.text : undefined}
      article={article}
      text={(words) => words.words(measure).text}
      termsOf={index}
    />
  );
  return (
    <li class={headline ? styles.headline : styles.further} id={isInside ? undefined : id} data-measure={id}>
      {isInside && <span id={id} class={styles.innerId} />}
      {headline ? (
        <div>
          <TextBlock
            as="p"
            class={styles.label}
            article={article}
            text={(words) => words.words(measure).label}
          />
          <Figure article={article} measure={measure} size="large" />
          {text}
        </div>
      ) : (
        text
      )}
      <Evidence article={article} measure={measure} tools={measureTools} />
    </li>
  );
}

/** The measures of a card, if it has any of this rank. */
export function Measures({ card, ...props }: Props) {
  const measures = useArticle(props.article)
    .measuresOf(card)
    .filter(({ headline }) => headline === props.headline);
  return (
    measures.length > 0 && (
      <ul>
        {measures.map((measure) => (
          <Item key={measure.id} measure={measure} {...props} />
        ))}
      </ul>
    )
  );
}
