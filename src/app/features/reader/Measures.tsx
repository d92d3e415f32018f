import type { ComponentChildren } from 'preact';
import type { Measure } from '../../../core/model';
import { Figure } from '../../ui/Figure';
import { Change } from '../../ui/pictures/Change';
import { ShareField } from '../../ui/pictures/ShareField';
import { Tiers } from '../../ui/pictures/Tiers';
import { TextBlock } from '../../ui/TextBlock';
import { useArticle } from '../../ui/words';
import { Counterparts } from './Counterparts';
import { Evidence, type Rank } from './Evidence';
import styles from './Measures.module.css';

interface Props {
  readonly article: string;
  readonly card: string;
  /** The index of the card among all cards, from 0. */
  readonly index: number;
  /** The tools of a measure, at the foot of its opened evidence. */
  readonly measureTools: (measure: Measure) => ComponentChildren;
}

/**
 * Reader views take an element with such an id for the buttons of social networks and drop it with
 * its text (see `shareElements` in Readability). The id is published and cannot change, so it
 * moves to an empty element inside.
 */
const isDropped = (id: string): boolean => /(\b|_)share(daddy)?(\b|_)/i.test(id);

interface ItemProps extends Omit<Props, 'card'> {
  readonly measure: Measure;
  /** The measure above it in the list. */
  readonly above: Measure | undefined;
  readonly rank: Rank;
}

function Item({ article, index, rank, measure, above, measureTools }: ItemProps) {
  const { id } = measure;
  const isInside = isDropped(id);
  const { isWritten } = useArticle(article).words(measure);
  // That something did not happen is said by the label and the figure; the sentence is for listeners.
  const isSaid = isWritten && measure.kind !== 'zero';
  return (
    <li class={styles[rank]} id={isInside ? undefined : id} data-measure={id}>
      {isInside && <span id={id} class={styles.innerId} />}
      {/* No `div`, which reader views drop where most of its text is the link of a term. */}
      <section class={styles.told}>
        {rank === 'lead' && <Change direction={measure.direction} />}
        <TextBlock
          as="p"
          class={styles.label}
          article={article}
          text={(words) => words.words(measure).label}
          termsOf={index}
        />
        <Figure article={article} measure={measure} size={rank} termsOf={index} />
        {rank !== 'small' && (
          <>
            <Counterparts article={article} measure={measure} />
            <ShareField measure={measure} />
            <Tiers article={article} measure={measure} />
          </>
        )}
      </section>
      {isSaid && (
        <TextBlock
          as="p"
          class={styles.text}
          article={article}
          text={(words) => words.words(measure).text}
          termsOf={index}
        />
      )}
      <Evidence
        article={article}
        measure={measure}
        rank={rank}
        isQuotedAbove={measure.quote === above?.quote}
        tools={measureTools}
      />
    </li>
  );
}

/** The measures of a card, by rank. */
export function Measures({ card, ...props }: Props) {
  const measures = useArticle(props.article).measuresOf(card);
  const headlines = measures.filter(({ headline }) => headline);
  const others = measures.filter(({ headline }) => !headline);
  return (
    <>
      {headlines.length > 0 && (
        <ul class={styles.headlines}>
          {headlines.map((measure, at) => (
            <Item
              key={measure.id}
              measure={measure}
              above={headlines[at - 1]}
              rank={at === 0 ? 'lead' : 'large'}
              {...props}
            />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul class={styles.others}>
          {others.map((measure, at) => (
            <Item key={measure.id} measure={measure} above={others[at - 1]} rank="small" {...props} />
          ))}
        </ul>
      )}
    </>
  );
}
