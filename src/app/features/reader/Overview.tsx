import type { ComponentChildren } from 'preact';
import type { Card, Measure } from '../../../core/model';
import { Both } from '../../ui/Both';
import { HeadingText } from '../../ui/Heading';
import { usePartRoot } from '../../ui/Part';
import { TextBlock } from '../../ui/TextBlock';
import { Brief } from './Brief';
import { CardNotes } from './CardNotes';
import { CardText } from './CardText';
import { Essentials } from './Essentials';
import { Measures } from './Measures';
import styles from './Overview.module.css';

interface Props {
  readonly article: string;
  readonly card: Card;
  readonly measureTools: (measure: Measure) => ComponentChildren;
  /** The tools of the card. */
  readonly children: ComponentChildren;
}

/** The first card: who reports, the news in brief, and the figures most readers come for. */
export function Overview({ article, card, measureTools, children }: Props) {
  const text = { article, card: card.id, index: 0 };
  return (
    <article {...usePartRoot()} id={card.id} class={styles.overview} data-card>
      <TextBlock as="p" class={styles.kicker} article={article} text={({ text }) => text('kicker')} />
      <Both as="h1">{(words) => <HeadingText text={words.article(article).text('title')} />}</Both>
      <TextBlock as="p" class={styles.standfirst} article={article} text={({ text }) => text('standfirst')} />
      <Brief article={article} to={(card) => `#${card}`} termsOf={0} />
      <Essentials article={article} />
      <Measures {...text} measureTools={measureTools} />
      <CardText {...text} part="summary" />
      <CardText {...text} part="unsaid" />
      <CardNotes article={article} card={card} index={0} />
      {children}
    </article>
  );
}
