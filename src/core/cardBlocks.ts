import type { ArticleReader } from './articleWords';
import { type Card, isOverview, type Measure } from './model';

/** A block of a card: words of the card itself, or a measure. */
export type Block = { readonly text: string } | { readonly measure: Measure };

export interface CardBlocks {
  /** What a reader sees at once, in the order of the page. */
  readonly shown: readonly Block[];
  /** Names and notes that a reader opens. A card without figures shows its names at once. */
  readonly folded: readonly string[];
}

/** The text of a card after its title. Page, speech, search and glossary follow this order. */
export function cardBlocksOf(article: ArticleReader, card: Card): CardBlocks {
  const { takeaway, summary, unsaid, items, notes } = article.card(card.id);
  const measures = article.measuresOf(card.id);
  const news = isOverview(article.facts, card) ? article.brief.map(({ text }) => text) : [takeaway];
  const texts = (...all: readonly (string | undefined)[]) => all.flatMap((text) => (text ? [{ text }] : []));
  const named = items.flatMap(({ name, text }) => [name, text]);
  const isList = measures.length === 0;
  return {
    shown: [
      ...texts(...news),
      ...[true, false].flatMap((headline) =>
        measures.filter((measure) => measure.headline === headline).map((measure) => ({ measure })),
      ),
      ...texts(summary, unsaid, ...(isList ? named : [])),
    ],
    folded: [...(isList ? [] : named), ...notes],
  };
}
