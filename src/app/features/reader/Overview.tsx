import type { ComponentChildren } from 'preact';
import type { ArticleReader } from '../../../core/articleWords';
import type { Card, Measure } from '../../../core/model';
import type { TermFinder } from '../../../core/terms';
import { CheckLine } from '../../ui/CheckLine';
import { Figure } from '../../ui/Figure';
import { HeadingText } from '../../ui/Heading';
import { Prose } from '../../ui/Prose';
import { speaking } from '../../ui/words';
import { CardNotes } from './Card';
import * as styles from './Overview.module.css';

/** Four figures most readers come for, each a link to its place; `to` gives the address of a measure. */
export function Essentials({ article, to }: { article: ArticleReader; to: (measure: string) => string }) {
  const { t } = speaking();
  const measures = article.facts.essentials
    .map((id) => article.facts.measures.find((measure) => measure.id === id))
    .filter((measure): measure is Measure => measure !== undefined);
  return (
    <ul class={styles.essentials} aria-label={t('reader:essentials')}>
      {measures.map((measure) => (
        <li key={measure.id} data-measure={measure.id}>
          <a href={to(measure.id)}>
            <Prose text={article.words(measure).label} />
          </a>
          <Figure article={article} measure={measure} size="medium" />
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly article: ArticleReader;
  readonly card: Card;
  readonly terms: TermFinder;
  /** The quiet status line, under the essentials. */
  readonly status: ComponentChildren;
  /** What closes the card: how to keep it on the home screen. */
  readonly children: ComponentChildren;
}

export function OverviewBody({ article, card, terms, status, children }: Props) {
  return (
    <>
      <p class={styles.kicker}>{article.text('kicker')}</p>
      <h1 id={`${card.id}-title`}>
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
    </>
  );
}

/** The first card: what kind of document this is, who reports, and its essentials. */
export function Overview(props: Props) {
  const { id } = props.card;
  return (
    <article id={id} class={styles.overview} data-card aria-labelledby={`${id}-title`}>
      <OverviewBody {...props} />
    </article>
  );
}
