import type { ArticleReader } from './articleWords';
import { cardBlocksOf } from './cardBlocks';
import type { Card, Term } from './model';
import { openTerms, termsIn } from './terms';

/** A card's sentences in the order in which it shows them. */
function sentencesOf(article: ArticleReader, card: Card): string[] {
  const { shown, folded } = cardBlocksOf(article, card);
  const names = article.card(card.id).items.map(({ name }) => name);
  const texts = shown.flatMap((block) => {
    if ('text' in block) return block.text;
    const { label, text, isWritten } = article.words(block.measure);
    const { after } = article.figure(block.measure);
    return isWritten ? [label, after, text] : [label, after];
  });
  // The name of an item is a heading, which explains no terms.
  return [...texts, ...folded].filter((text) => !names.includes(text));
}

/**
 * For each term, in the order of the glossary, the card whose text uses it first, counted from 0; -1 if none
 * does. It is known from the build, so that cards can be shown in any order.
 */
export function termUsesOf(article: ArticleReader, terms: readonly Term[]): number[] {
  const find = openTerms(terms, article.language)(() => true);
  const uses = new Map<string, number>();
  article.facts.cards.forEach((card, index) => {
    for (const sentence of sentencesOf(article, card)) {
      for (const term of termsIn(sentence, article, find)) if (!uses.has(term)) uses.set(term, index);
    }
  });
  return terms.map(({ id }) => uses.get(id) ?? -1);
}
