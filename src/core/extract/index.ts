/**
 * Finds the numeric expressions of Chinese report prose: measures, ordinals, dates, and the numerals that are
 * only part of a name. Pure and general; nothing in here knows any one article.
 */
import type { Expression } from './expression';
import { scan } from './scan';
import { foldWidth } from './text';

export type { Expression, Qualifier } from './expression';

/** The expressions in the order in which they stand. They never overlap. */
export function expressionsIn(line: string): Expression[] {
  const text = foldWidth(line);
  return scan(text, 0, text.length).map((expression) => ({
    ...expression,
    token: line.slice(expression.offset, expression.offset + expression.token.length),
    isSpelled: !/[0-9]/.test(expression.token),
  }));
}

export interface PlacedExpression extends Expression {
  /** The number of the line, counted from 1 among the non-empty ones. */
  readonly paragraph: number;
}

export function expressionsOf(text: string): PlacedExpression[] {
  return text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .flatMap((line, index) =>
      expressionsIn(line).map((expression) => ({ paragraph: index + 1, ...expression })),
    );
}
