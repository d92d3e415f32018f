import type { Language } from './language';

/** The range of a sentence in its text, without the white space around it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What ends a sentence, with the quotation marks and brackets that close after it and the space that follows. */
const stops: Readonly<Record<Language, RegExp>> = {
  zh: /[。！？!?…]+[”’」』》）"')]*\s*|\n+/g,
  // A point inside 27.7, No. or a lower-case sentence ends nothing: the text after
  // it must look like a beginning.
  en: /[.!?…]+[”’"')\]]*\s+(?=[“‘"'([]*[\p{Lu}\p{Script=Han}\d])|\n+/gu,
};

/** Matches if the point belongs to an abbreviation or an initial, after which the sentence goes on. */
const goesOn = /(?:^|\P{L})(?:(?:\p{Lu}|Mrs?|Ms|Dr|St|vs|cf|e\.g|i\.e)\.\s+\S|Nos?\.\s+\d)$/u;

export function sentencesOf(text: string, language: Language): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  const take = (to: number) => {
    const taken = text.slice(from, to);
    const start = to - taken.trimStart().length;
    const end = from + taken.trimEnd().length;
    if (start < end) ranges.push({ start, end });
    from = to;
  };
  for (const { index, 0: stop } of text.matchAll(stops[language])) {
    const to = index + stop.length;
    if (!goesOn.test(text.slice(from, to + 1))) take(to);
  }
  take(text.length);
  return ranges;
}
