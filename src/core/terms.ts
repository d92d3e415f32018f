import type { ArticleReader } from './articleWords';
import type { Language } from './language';
import type { Term } from './model';
import { piecesOf } from './prose';

/** The anchor on the terms page where the glossary explains a term. */
export const anchorOfTerm = (id: string): string => `term-${id}`;

/**
 * The forms in which sentences use a term: its name without what is in brackets, and the forms listed for it.
 */
const formsOf = (term: Term, language: Language): string[] => [
  term[language].replace(/ *[(（].*/, ''),
  ...term.said[language],
];

interface TermPiece {
  readonly text: string;
  /** The id of the term, if these words are its first use. */
  readonly term?: string;
}

export type TermFinder = (text: string) => readonly TermPiece[];

const escaped = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Returns a function that makes finders. A finder is given sentences in reading order and marks each wanted term at
 * its first use. The longest form counts, so that 政法委 is never taken for 政法; English forms match as whole words,
 * in the plural too.
 */
export function openTerms(
  terms: readonly Term[],
  language: Language,
): (wanted: (term: string) => boolean) => TermFinder {
  const termOf = new Map(
    terms.flatMap((term) => formsOf(term, language).map((form) => [form.toLowerCase(), term.id] as const)),
  );
  const forms = [...termOf.keys()].sort((one, other) => other.length - one.length).map(escaped);
  const any = `(${forms.join('|')})`;
  const pattern = new RegExp(language === 'en' ? `\\b${any}s?\\b` : any, 'gi');
  return (wanted) => {
    const met = new Set<string>();
    // A sentence that is rendered again must get the same terms as the first time.
    const known = new Map<string, readonly TermPiece[]>();
    const piecesIn = (text: string): readonly TermPiece[] => {
      const pieces: TermPiece[] = [];
      let from = 0;
      for (const { 0: found, 1: form = '', index } of text.matchAll(pattern)) {
        const term = termOf.get(form.toLowerCase());
        if (!term || met.has(term) || !wanted(term)) continue;
        met.add(term);
        pieces.push({ text: text.slice(from, index) }, { text: found, term });
        from = index + found.length;
      }
      return [...pieces, { text: text.slice(from) }];
    };
    return (text) => {
      const pieces = known.get(text) ?? piecesIn(text);
      known.set(text, pieces);
      return pieces;
    };
  };
}

/** The terms that are found in a text, outside of figures and of runs in the other language. */
export const termsIn = (text: string, { language, unitOf }: ArticleReader, find: TermFinder): string[] =>
  piecesOf(text, language, unitOf)
    .filter(({ measure, foreign }) => !measure && !foreign)
    .flatMap(({ text }) => find(text).flatMap(({ term }) => term ?? []));
