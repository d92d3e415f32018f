import type { Language } from './language';

/**
 * Sentences come out of i18next as one string. Figures in them are wrapped in private-use
 * characters, which content may not contain, so that the typesetter finds them again.
 */
const open = '\uE000';
const middle = '\uE001';
const close = '\uE002';

export const marked = (measure: string, figure: string): string => open + measure + middle + figure + close;

const figurePattern = /\uE000([^\uE001]*)\uE001([^\uE002]*)\uE002/g;

/** The sentence without marks, for titles, data files and anything that is not typeset. */
export const plain = (text: string): string => text.replace(figurePattern, '$2');

export interface Piece {
  readonly text: string;
  /** The piece is a figure of this measure, with its unit where that follows directly. */
  readonly measure?: string;
  /** The piece is written in the language that the sentence is not in. */
  readonly foreign?: true;
}

// Runs of Chinese in English text, with the Chinese punctuation inside them and the digits of a name
// at either end (雷火2024, 365工作法). Quotation marks are shared by both languages and stay outside.
const hanRun =
  /[0-9]{0,6}\p{Script=Han}(?:[\p{Script=Han}0-9、，。：；（）《》·+-]*\p{Script=Han})?[0-9]{0,6}/gu;
// Two or more Latin words in Chinese text; a lone name or an abbreviation (CSV, HTTPS) needs no mark.
const latinRun = /[A-Za-z][A-Za-z’'-]+(?: [A-Za-z’'-]+)+/g;

const foreignRun: Readonly<Record<Language, RegExp>> = { zh: latinRun, en: hanRun };

/** Splits a text into runs, and marks those in the other language. */
export function* runsOf(text: string, language: Language): Generator<Piece> {
  let from = 0;
  for (const match of text.matchAll(foreignRun[language])) {
    if (match.index > from) yield { text: text.slice(from, match.index) };
    yield { text: match[0], foreign: true };
    from = match.index + match[0].length;
  }
  if (from < text.length) yield { text: text.slice(from) };
}

/** The part of the text after a figure that is its unit. */
function unitAfter(rest: string, unit: string): string {
  if (!unit) return '';
  return ['', ' '].map((glue) => glue + unit).find((start) => rest.startsWith(start)) ?? '';
}

/** As long as this, a figure with its words fits the narrowest column whole. */
const mostUnparted = 22;

/** No-break spaces keep number and unit together, and the words of the qualifier with them where there is room. */
const unparted = (figure: string, unit: string): string =>
  (figure + unit).length > mostUnparted
    ? figure.replace(/(\d) /, '$1\u00A0') + unit.replace(/^ /, '\u00A0')
    : (figure + unit).replaceAll(' ', '\u00A0');

/** Splits a sentence into text, figures and runs of the other language. */
export function piecesOf(text: string, language: Language, unitOf: (measure: string) => string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(figurePattern)) {
    const [whole, measure = '', figure = ''] = match;
    // Nothing is left between two figures if only the unit of the first one stood there.
    if (match.index > from) pieces.push(...runsOf(text.slice(from, match.index), language));
    const end = match.index + whole.length;
    const unit = unitAfter(text.slice(end), unitOf(measure));
    pieces.push({ text: unparted(figure, unit), measure });
    from = end + unit.length;
  }
  if (from < text.length) pieces.push(...runsOf(text.slice(from), language));
  return pieces;
}
