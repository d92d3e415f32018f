import type { Language } from '../../../core/language';
import type { Kept, Rule } from '../parseReadings';
import { type ArticleGate, findingIn, indexOfWords, marksIn, tellingsOf, type Word } from './view';

/** No text may suggest a reading that the article's `readings.json` bars. */
export const barredGate: ArticleGate = ({ words, readings }) =>
  (readings?.barred ?? []).flatMap((rule) =>
    wordsUnder(rule, words).flatMap((word) => {
      const found = patternIn(
        without(marksIn(word.text), rule.unless[word.language]),
        word.language,
        rule[word.language],
      );
      return found === undefined
        ? []
        : [findingIn(word, `no “${found}” (${rule.id}: ${rule.why})`, word.text)];
    }),
  );

/** The words that `readings.json` asks for must stand where they are needed. */
export const neededGate: ArticleGate = ({ words, readings }) =>
  (readings?.needed ?? []).flatMap((rule) =>
    wordsUnder(rule, words).flatMap((word) =>
      rule[word.language]
        .filter((pattern) => patternIn(marksIn(word.text), word.language, [pattern]) === undefined)
        .map((pattern) => findingIn(word, `“${pattern}” (${rule.id}: ${rule.why})`, word.text)),
    ),
  );

/** What a figure is not, or what the report does not say. */
const denials: ReadonlySet<string> = new Set(['limits', 'lacks', 'unsaid']);

/** A rule that names no fields applies everywhere except where something is denied. */
function wordsUnder({ where }: Rule, words: readonly Word[]): Word[] {
  const { measures, cards, claims, fields } = where;
  const isAnyOwner = measures.length + cards.length + claims.length === 0;
  const isOwned = ({ measure, card, claim }: Word) =>
    isAnyOwner ||
    measures.some((id) => id === measure) ||
    cards.some((id) => id === card) ||
    claims.some((id) => id === claim);
  const isField = ({ field, path }: Word) =>
    fields.length > 0
      ? fields.some((wanted) => wanted === field)
      : !denials.has(field) && !path.startsWith('unsaid[');
  return words.filter((word) => isOwned(word) && isField(word));
}

const without = (text: string, phrases: readonly string[]): string =>
  phrases.reduce((rest, phrase) => rest.replaceAll(phrase, '|'), text);

/** The first pattern whose parts all stand in one sentence, in their order. */
export function patternIn(text: string, language: Language, patterns: readonly string[]): string | undefined {
  const sentences = text.toLowerCase().split(/[。！？；.!?;]/);
  return patterns.find((pattern) => sentences.some((sentence) => holds(sentence, language, pattern)));
}

function holds(sentence: string, language: Language, pattern: string): boolean {
  let from = 0;
  for (const part of pattern.split('…')) {
    const at = indexOfWords(sentence, part.trim(), language, from);
    if (at < 0) return false;
    from = at + part.trim().length;
  }
  return true;
}

/** A term of the quote must keep one wording: 破案率 and 发案 are never told by the same word. */
export const keptGate: ArticleGate = (view) =>
  tellingsOf(view).flatMap(({ measure, language, said }) =>
    (view.readings?.kept ?? [])
      .filter(({ quote }) => measure.quote.includes(quote))
      .flatMap((kept) =>
        said.flatMap((word) => keptFindings(kept, word, language, view.article.facts.language)),
      ),
  );

function keptFindings({ quote, says, never }: Kept, word: Word, language: Language, source: Language) {
  const barred = patternIn(word.text, language, never[language]);
  if (barred !== undefined) return [findingIn(word, `another word than ${barred} for ${quote}`, word.text)];
  const wanted = language === source && says[language].length === 0 ? [quote] : says[language];
  if (wanted.length === 0 || patternIn(word.text, language, wanted) !== undefined) return [];
  return [findingIn(word, `${wanted.join(' or ')} for ${quote}`, word.text)];
}
