import { type Language, languages } from '../../core/language';
import type { Article, Term } from '../../core/model';
import { openTerms } from '../../core/terms';
import { hasGap, withoutPlaceholders, writtenIn } from './strings';

export interface Glossary {
  readonly facts: readonly Term[];
  /** The sentence of each term, by its id. */
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** What is asked of the content here. */
interface Used {
  readonly articles: readonly Article[];
  readonly terms: Glossary;
}

/**
 * The terms that the words of a report use, in either language. While words are left to write, they may yet use any.
 */
export function usedTermsOf({ articles, terms }: Used): readonly Term[] {
  if (articles.some(({ words }) => hasGap(words))) return terms.facts;
  const used = new Set(
    languages.flatMap((language) => {
      const find = openTerms(terms.facts, language)(() => true);
      const texts = articles.flatMap(({ words }) => writtenIn(words[language]));
      return texts.flatMap(({ text }) => find(withoutPlaceholders(text)).flatMap(({ term }) => term ?? []));
    }),
  );
  return terms.facts.filter(({ id }) => used.has(id));
}

/**
 * The content with a glossary of what its readers meet. A report that is taken out takes its terms with it, and they
 * are back with the report.
 */
export function withUsedTerms<Content extends Used>(content: Content): Content {
  const facts = usedTermsOf(content);
  const wordsIn = (words: Readonly<Record<string, string>>) =>
    Object.fromEntries(facts.flatMap(({ id }) => (words[id] === undefined ? [] : [[id, words[id]]])));
  const { zh, en } = content.terms.words;
  return { ...content, terms: { facts, words: { zh: wordsIn(zh), en: wordsIn(en) } } };
}
