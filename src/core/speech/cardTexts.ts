import { cardBlocksOf } from '../cardBlocks';
import { figureText } from '../figureText';
import type { Language } from '../language';
import { type Card, isOverview, type Measure } from '../model';
import type { Words } from '../page';
import { plain } from '../prose';
import { type Range, sentencesOf } from '../sentences';
import { utterancesOf } from './utterances';

/**
 * What is read aloud from a card, block by block, as it stands on the page. The sentence of a measure says
 * its figure in full. The essentials of the overview have no sentence there, so their figures themselves are read.
 */
export function cardTextsOf(words: Words, id: string, card: Card): string[] {
  const article = words.article(id);
  const figureOf = (measure: Measure) => [article.words(measure).label, figureText(article, measure)];
  const told = cardBlocksOf(article, card).shown.flatMap((block) => {
    if ('text' in block) return block.text;
    const { text, isWritten } = article.words(block.measure);
    return isWritten ? text : figureOf(block.measure);
  });
  if (isOverview(article.facts, card)) {
    const figures = article.essentials.flatMap(figureOf);
    const { text } = article;
    return [text('kicker'), text('title'), text('standfirst'), ...figures, ...told].map(plain);
  }
  return [article.card(card.id).title, ...told].map(plain);
}

/** One utterance of what is read aloud, and the sentence that it is part of. */
export interface CardUtterance {
  readonly language: Language;
  readonly spoken: string;
  readonly mark: SpokenSentence;
}

/** A sentence in a block of a card. The same object marks all utterances of the sentence. */
export interface SpokenSentence extends Range {
  readonly card: string;
  /** The index of the block in the card, from 0. */
  readonly block: number;
  readonly text: string;
}

export const utterancesOfCard = (words: Words, article: string, card: Card): CardUtterance[] =>
  cardTextsOf(words, article, card).flatMap((text, block) => {
    const sentences = sentencesOf(text, words.language).map(
      (range): SpokenSentence => ({ ...range, card: card.id, block, text }),
    );
    return utterancesOf(text, words.language).map(({ sentence, ...said }) => ({
      ...said,
      mark: sentences[sentence] as SpokenSentence,
    }));
  });
