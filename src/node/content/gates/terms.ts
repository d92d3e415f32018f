import { languages } from '../../../core/language';
import { openTerms } from '../../../core/terms';
import { termsFile } from '../files';
import type { Content } from '../load';
import { hasGap, withoutPlaceholders, writtenIn } from '../strings';
import type { Finding } from './view';

/**
 * The glossary explains what readers meet: a term that no report uses, in either language, is none of theirs. While
 * words are left to write, they may yet use it.
 */
export function termsGate({ articles, terms }: Content): Finding[] {
  if (articles.some(({ words }) => hasGap(words))) return [];
  const used = new Set(
    languages.flatMap((language) => {
      const find = openTerms(terms.facts, language)(() => true);
      const texts = articles.flatMap(({ words }) => writtenIn(words[language]));
      return texts.flatMap(({ text }) => find(withoutPlaceholders(text)).flatMap(({ term }) => term ?? []));
    }),
  );
  return terms.facts
    .filter(({ id }) => !used.has(id))
    .map(({ id, zh, en }) => ({
      file: termsFile,
      path: `[${id}]`,
      expected: 'a term that the words of a report use',
      got: `${zh}, ${en}`,
    }));
}
