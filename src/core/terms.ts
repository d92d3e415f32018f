import type { Language } from './language';
import type { Term } from './model';

/** Where the glossary explains a term: the anchor on the terms page. */
export const anchorOfTerm = (id: string): string => `term-${id}`;

/** The forms by which a term is known in sentences: its name without what stands in brackets, and others. */
const formsOf = (term: Term, language: Language): string[] => [
  term[language].replace(/ *[(（].*/, ''),
  ...term.said[language],
];

interface TermPiece {
  readonly text: string;
  /** The term that these words are, at its first use. */
  readonly term?: string;
}

export type TermFinder = (text: string) => readonly TermPiece[];

const escaped = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Knows the terms by all their forms; the answer finds those that are wanted, each once, in sentences given
 * in reading order. The longest form counts, so that 政法委 is never taken for 政法; English forms match as
 * whole words, in the plural too.
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
    return (text) => {
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
  };
}
