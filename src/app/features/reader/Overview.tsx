import type { ComponentChildren } from 'preact';
import type { ArticleReader } from '../../../core/articleWords';
import type { Card } from '../../../core/model';
import type { TermFinder } from '../../../core/terms';
import { CheckLine } from '../../ui/CheckLine';
import { HeadingText } from '../../ui/Heading';
import { Prose } from '../../ui/Prose';
import { CardNotes } from './Card';
import { Essentials } from './Essentials';
import * as styles from './Overview.module.css';

interface Props {
  readonly article: ArticleReader;
  readonly card: Card;
  readonly terms: TermFinder;
  /** The quiet status line, under the essentials. */
  readonly status: ComponentChildren;
  /** What closes the card: how to keep it on the home screen. */
  readonly children: ComponentChildren;
}

/** The first card: what kind of document this is, who reports, and its essentials. */
export function Overview({ article, card, terms, status, children }: Props) {
  return (
    <article id={card.id} class={styles.overview} data-card data-publisher={article.text('publisher')}>
      <p class={styles.kicker}>{article.text('kicker')}</p>
      <h1>
        <HeadingText text={article.text('title')} />
      </h1>
      <p class={styles.standfirst}>
        <Prose text={article.text('standfirst')} />
      </p>
      <Essentials article={article} to={(measure) => `#${measure}`} />
      {status}
      <CheckLine article={article.facts.id} />
      <p class={styles.summary}>
        <Prose text={article.card(card.id).summary} unitOf={article.unitOf} terms={terms} />
      </p>
      <CardNotes article={article} card={card} terms={terms} />
      {children}
    </article>
  );
}
