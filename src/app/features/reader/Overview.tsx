import type { ComponentChildren } from 'preact';
import type { Card, Measure } from '../../../core/model';
import { Both } from '../../ui/Both';
import { CheckLine } from '../../ui/CheckLine';
import { HeadingText } from '../../ui/Heading';
import { usePartRoot } from '../../ui/Part';
import { TextBlock } from '../../ui/TextBlock';
import { CardNotes } from './CardNotes';
import { Essentials } from './Essentials';
import { Measures } from './Measures';
import styles from './Overview.module.css';

interface Props {
  readonly article: string;
  readonly card: Card;
  /** The quiet status line, under the essentials. */
  readonly status: ComponentChildren;
  readonly measureTools: (measure: Measure) => ComponentChildren;
  /** The end of the card: how to put it on the home screen, and the card's tools. */
  readonly children: ComponentChildren;
}

/** The first card: what kind of document this is, who reports, and its essentials. */
export function Overview({ article, card, status, measureTools, children }: Props) {
  const measures = { article, card: card.id, index: 0, measureTools };
  return (
    <article {...usePartRoot()} id={card.id} class={styles.overview} data-card>
      <TextBlock as="p" class={styles.kicker} article={article} text={({ text }) => text('kicker')} />
      <Both as="h1">{(words) => <HeadingText text={words.article(article).text('title')} />}</Both>
      <TextBlock as="p" class={styles.standfirst} article={article} text={({ text }) => text('standfirst')} />
      <Essentials article={article} to={(measure) => `#${measure}`} />
      {status}
      <CheckLine article={article} />
      <Measures {...measures} headline />
      <TextBlock
        as="p"
        class={styles.summary}
        article={article}
        text={(words) => words.card(card.id).summary}
        termsOf={0}
      />
      <Measures {...measures} headline={false} />
      <CardNotes article={article} card={card} index={0} />
      {children}
    </article>
  );
}
