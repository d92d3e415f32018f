import { simplifiedOf } from './traditional';

/** A text as it is compared. Each unit has the range of the original that it stands for. */
export interface Folded {
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Quotation marks and apostrophes are dropped, because they are printed in many ways, and
 * typed in others or not at all.
 */
const dropped = /["'`´‘’“”„«»「」『』′″]/;

/** The scripts from this code point on are written without blanks between words. */
const firstWide = '\u2e80';

/** Each character is folded once, because the same ones come again and again. */
const known = new Map<string, string>();

function foldedChar(char: string): string {
  // A full-width comma ends clauses, so it must not be taken for one that groups digits.
  if (char === '，') return ', ';
  if (dropped.test(char)) return '';
  return char
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/\s/g, ' ')
    .replace(/\p{Script=Han}/gu, simplifiedOf)
    .toUpperCase()
    .toLowerCase();
}

/**
 * Folds a text for comparison. Case, accents, width, traditional characters and the shapes of dashes and
 * blanks do not count. Quotation marks are dropped, and so are blanks beside Chinese, which some print
 * between 110 and 报警 and some do not. Folding a text twice changes nothing more, and a part of a text
 * folds as it does within the text.
 */
export function fold(text: string): Folded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (unit: string, start: number, end: number) => {
    units.push(unit);
    starts.push(start);
    ends.push(end);
  };
  /** Where the blanks before the next character begin, if there are any. */
  let blank = -1;
  let at = 0;
  // These blanks group digits (124 500) and must not break them.
  for (const char of text.replace(/(\d)[\u00a0\u2009\u202f](?=\d)/g, '$1,')) {
    let folded = known.get(char);
    if (folded === undefined) {
      folded = foldedChar(char);
      known.set(char, folded);
    }
    const end = at + char.length;
    for (let index = 0; index < folded.length; index += 1) {
      const unit = folded.charAt(index);
      if (unit !== ' ') {
        const last = units.at(-1) ?? firstWide;
        if (blank >= 0 && unit < firstWide && last < firstWide) add(' ', blank, at);
        add(unit, at, end);
        blank = -1;
      } else if (blank < 0) blank = at;
    }
    // An accent that is written by itself belongs to the letter before it.
    if (!folded && blank < 0 && ends.length > 0 && !dropped.test(char)) ends[ends.length - 1] = end;
    at = end;
  }
  return { folded: units.join(''), starts, ends };
}
