import type { ArticleReader } from '../../../core/articleWords';
import type { Card as CardFacts, CardWords, Measure } from '../../../core/model';
import type { TermFinder } from '../../../core/terms';
import { Figure } from '../../ui/Figure';
import { HeadingText } from '../../ui/Heading';
import { Prose } from '../../ui/Prose';
import { speaking } from '../../ui/words';
import * as styles from './Card.module.css';
import { Evidence } from './Evidence';

interface Props {
  readonly article: ArticleReader;
  readonly card: CardFacts;
  /** Explains each term where the article first uses it. */
  readonly terms: TermFinder;
  /** Where the card stands among all of them, from 1. */
  readonly position: number;
}

interface MeasureProps {
  readonly article: ArticleReader;
  readonly terms: TermFinder;
  readonly measure: Measure;
}

function HeadlineMeasure({ article, terms, measure }: MeasureProps) {
  const { label, text } = article.words(measure);
  return (
    <li class={styles.headline} id={measure.id} data-measure={measure.id}>
      <div>
        <p class={styles.label}>
          <Prose text={label} />
        </p>
        <Figure article={article} measure={measure} size="large" />
        <p class={styles.text}>
          <Prose text={text} unitOf={article.unitOf} terms={terms} />
        </p>
      </div>
      <Evidence article={article} measure={measure} />
    </li>
  );
}

function FurtherMeasure({ article, terms, measure }: MeasureProps) {
  const { text } = article.words(measure);
  return (
    <li class={styles.further} id={measure.id} data-measure={measure.id}>
      <p>
        <Prose text={text} unitOf={article.unitOf} terms={terms} />
      </p>
      <Evidence article={article} measure={measure} />
    </li>
  );
}

function Items({ items, terms }: Pick<CardWords, 'items'> & Pick<Props, 'terms'>) {
  return (
    <dl class={styles.items}>
      {items.map(({ name, text }) => (
        <div key={name}>
          <dt>
            <Prose text={name} />
          </dt>
          <dd>
            <Prose text={text} terms={terms} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Details on demand: named things and notes, with the paragraphs the card draws on. */
export function CardNotes({ article, card, terms }: Omit<Props, 'position'>) {
  const { t } = speaking();
  const { items, notes } = article.card(card.id);
  const { paragraphs } = card;
  // A card whose list is its content (no figures) shows it openly.
  const isList = items.length > 0 && article.measuresOf(card.id).length === 0;
  const source = (
    <p class={styles.source}>
      {t('reader:sources', {
        count: paragraphs.length,
        list: paragraphs.join(t('reader:list-comma')),
      })}
    </p>
  );
  return (
    <>
      {isList && <Items items={items} terms={terms} />}
      {isList && notes.length === 0 ? (
        source
      ) : (
        <details class={styles.notes}>
          <summary>{t('reader:notes')}</summary>
          {!isList && items.length > 0 && <Items items={items} terms={terms} />}
          {notes.map((note) => (
            <p key={note}>
              <Prose text={note} unitOf={article.unitOf} terms={terms} />
            </p>
          ))}
          {source}
        </details>
      )}
    </>
  );
}

export function Card({ article, card, terms, position }: Props) {
  const { title, summary } = article.card(card.id);
  const measures = article.measuresOf(card.id);
  const headlines = measures.filter(({ headline }) => headline);
  const others = measures.filter(({ headline }) => !headline);
  return (
    <article id={card.id} class={styles.card} data-card>
      <h3>
        <span class={styles.position}>{position}</span> <HeadingText text={title} />
      </h3>
      {headlines.length > 0 && (
        <ul>
          {headlines.map((measure) => (
            <HeadlineMeasure key={measure.id} article={article} terms={terms} measure={measure} />
          ))}
        </ul>
      )}
      <p class={styles.summary}>
        <Prose text={summary} unitOf={article.unitOf} terms={terms} />
      </p>
      {others.length > 0 && (
        <ul>
          {others.map((measure) => (
            <FurtherMeasure key={measure.id} article={article} terms={terms} measure={measure} />
          ))}
        </ul>
      )}
      <CardNotes article={article} card={card} terms={terms} />
    </article>
  );
}
