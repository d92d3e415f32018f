import { TextBlock } from '../../ui/TextBlock';
import { useArticle } from '../../ui/words';
import styles from './Card.module.css';

interface Props {
  readonly article: string;
  readonly card: string;
  /** The index of the card among all cards, from 0. */
  readonly index: number;
  readonly part: 'takeaway' | 'summary' | 'unsaid';
}

/** One of the sentences of a card, if it has it. Both languages have the same ones. */
export function CardText({ article, card, index, part }: Props) {
  if (useArticle(article).card(card)[part] === undefined) return null;
  return (
    <TextBlock
      as="p"
      class={styles[part]}
      article={article}
      text={(words) => words.card(card)[part] ?? ''}
      termsOf={index}
    />
  );
}
