import { type Card, isOverview } from '../../../core/model';
import { Both } from '../../ui/Both';
import { TextBlock } from '../../ui/TextBlock';
import { useArticle } from '../../ui/words';
import styles from './Card.module.css';

interface Props {
  readonly article: string;
  readonly card: Card;
  readonly index: number;
}

function Items({ article, card, index }: Props) {
  const { items } = useArticle(article).card(card.id);
  return (
    <dl class={styles.items}>
      {items.map((_, at) => (
        <div key={at}>
          <TextBlock as="dt" article={article} text={(words) => words.card(card.id).items[at]?.name ?? ''} />
          <TextBlock
            as="dd"
            article={article}
            text={(words) => words.card(card.id).items[at]?.text ?? ''}
            termsOf={index}
          />
        </div>
      ))}
    </dl>
  );
}

/** Details on demand: named things and notes, with the paragraphs the card draws on. */
export function CardNotes({ article, card, index }: Props) {
  const reader = useArticle(article);
  const { items, notes } = reader.card(card.id);
  // A card whose list is its content (no figures) shows it openly.
  const isList = items.length > 0 && reader.measuresOf(card.id).length === 0;
  const isListFolded = items.length > 0 && !isList;
  const list = <Items article={article} card={card} index={index} />;
  const source = (
    <Both as="p" class={styles.source}>
      {({ imprint }) => imprint(article).sources[index]}
    </Both>
  );
  return (
    <>
      {isList && list}
      {/* The source alone needs no fold. */}
      {isListFolded || notes.length > 0 ? (
        <details class={styles.notes}>
          <summary>
            <Both>{({ t }) => t('reader:notes')}</Both>
          </summary>
          {isListFolded && list}
          {notes.map((_, at) => (
            <TextBlock
              key={at}
              as="p"
              article={article}
              text={(words) => words.card(card.id).notes[at] ?? ''}
              termsOf={index}
            />
          ))}
          {source}
        </details>
      ) : (
        // Under the figures of the overview, which come from other cards, it would seem to be theirs.
        !isOverview(reader.facts, card) && source
      )}
    </>
  );
}
