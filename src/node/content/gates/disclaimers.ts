import { type Language, languages } from '../../../core/language';
import type { ArticleWords } from '../../../core/model';
import { sentencesOf } from '../../../core/sentences';
import { wordsFileOf } from '../files';
import { type ArticleGate, type Finding, phrases, saysAny } from './view';

/** Ways to say that something is not said. */
const signs: Readonly<Record<Language, readonly string[]>> = {
  zh: phrases(
    '没有说明，没有给出，没有写明，没有列出，没有解释，没有交代，没有提到，没有提供，没有公布，未说明，未给出，未写明，未列出，未解释，未交代，未提及，未公布',
  ),
  en: phrases(
    'does not say, does not give, does not name, does not list, does not explain, does not state, does not describe, do not say, gives no, names no, is not given, are not given, is not stated, are not stated, not explained, without saying, without giving',
  ),
};

/** What stands on a card without being unfolded, apart from its figures. */
const visible = ['takeaway', 'summary', 'unsaid'] as const;

/** A card has room for one sentence on what the report leaves out: with more, the news is lost among them. */
export const disclaimersGate: ArticleGate = ({ article: { facts, words } }) =>
  languages.flatMap((language) =>
    facts.cards.flatMap(({ id }) => findingsOn(facts.id, id, language, words[language].cards[id])),
  );

function findingsOn(
  article: string,
  card: string,
  language: Language,
  words: ArticleWords['cards'][string] | undefined,
): Finding[] {
  const sentences = visible.flatMap((field) => {
    const text = words?.[field] ?? '';
    return sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));
  });
  const found = sentences.filter((sentence) => saysAny(sentence, language, signs[language]) !== undefined);
  if (found.length <= 1) return [];
  const expected = 'at most one visible sentence on what the report does not say';
  return [{ file: wordsFileOf(language, article), path: `cards.${card}`, expected, got: found.join(' ') }];
}
