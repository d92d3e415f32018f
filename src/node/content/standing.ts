/** Where the figures and names of facts stand in a paragraph of the source. Texts are folded. */
import type { Expression } from '../../core/extract';
import type { Measure } from '../../core/model';
import { fold } from './strings';

/** Places of a text, in UTF-16 units, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const meet = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Where a figure stands, or undefined if its quote does not stand in the paragraph. */
export function spanOfFigure(
  { quote, token }: Pick<Measure, 'quote' | 'token'>,
  text: string,
): Span | undefined {
  const at = text.indexOf(fold(quote));
  if (at < 0) return undefined;
  const start = at + fold(quote.slice(0, quote.indexOf(token))).length;
  return { start, end: start + fold(token).length };
}

/**
 * Where a name stands, or undefined if it stands nowhere. Two entries of one name are two places, so none is taken
 * twice; and a number is not looked for within a longer one.
 */
export function freeSpanOf(text: string, name: string, taken: readonly Span[]): Span | undefined {
  const words = fold(name);
  const isDigit = (place: number) => /[0-9.]/.test(text.charAt(place));
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const span = { start, end: start + words.length };
    const isInNumber = (isDigit(start) && isDigit(start - 1)) || (isDigit(span.end - 1) && isDigit(span.end));
    if (!isInNumber && !taken.some((other) => meet(other, span))) return span;
  }
  return undefined;
}

/** The year that a report is about needs no entry anywhere. */
export const isYearOf = (expression: Expression | undefined, period: string): boolean =>
  expression?.class === 'date' && `${expression.value}` === period;
