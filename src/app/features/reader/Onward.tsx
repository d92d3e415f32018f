import type { Card } from '../../../core/model';
import { HeadingText } from '../../ui/Heading';
import { useArticle, useWords } from '../../ui/words';
import styles from './Card.module.css';

interface Props {
  readonly article: string;
  /** The index of the card among all cards, from 0. */
  readonly index: number;
}

/** From the foot of a card to the one before it and the next. */
export function Onward({ article: id, index }: Props) {
  const { t } = useWords();
  const article = useArticle(id);
  const { cards } = article.facts;
  const link = (card: Card | undefined, rel: 'prev' | 'next') =>
    card && (
      <a href={`#${card.id}`} rel={rel}>
        <span>{t(rel === 'prev' ? 'place:previous' : 'place:next')}</span>{' '}
        <span class={styles.position}>{cards.indexOf(card) + 1}</span>{' '}
        <span class={styles.title}>
          <HeadingText text={article.card(card.id).title} />
        </span>
      </a>
    );
  return (
    <p class={styles.onward}>
      {link(cards[index - 1], 'prev')}
      {link(cards[index + 1], 'next')}
    </p>
  );
}
