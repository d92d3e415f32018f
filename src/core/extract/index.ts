/**
 * Finds the numeric expressions of Chinese report prose: measures, ordinals, dates, and the numerals that are
 * only part of a name. Pure and general; nothing in here knows any one article.
 */
import type { Expression, ReadExpression } from './expression';
import { distantHedge, longestDistance } from './qualifiers';
import { scan } from './scan';
import { foldWidth } from './text';

export type { Expression, Qualifier } from './expression';

/** The expressions in the order in which they stand. They never overlap. */
export function expressionsIn(line: string): Expression[] {
  const text = foldWidth(line);
  const hedged = scan(text, 0, text.length).map((expression) => withDistantHedge(text, expression));
  return withSharedHedges(text, hedged).map((expression) => ({
    ...expression,
    token: line.slice(expression.offset, expression.offset + expression.token.length),
    isSpelled: !/[0-9]/.test(expression.token),
  }));
}

function withDistantHedge(text: string, expression: ReadExpression): ReadExpression {
  const { class: kind, qualifier, offset, unit } = expression;
  if (kind !== 'measure' || qualifier !== 'exact') return expression;
  const before = text.slice(Math.max(0, offset - longestDistance), offset);
  return { ...expression, qualifier: distantHedge(before, unit) };
}

/** In 分别突破300亿元和3000亿元 the hedge is said once, before the list. */
function withSharedHedges(text: string, expressions: readonly ReadExpression[]): ReadExpression[] {
  const all: ReadExpression[] = [];
  let isShared = false;
  for (const [at, expression] of expressions.entries()) {
    const before = all.at(-1);
    const isNext = before !== undefined && isNextInList(text, before, expression);
    isShared = isNext && (isShared || isHedgedInFront(expressions[at - 1]));
    all.push(isShared && before ? { ...expression, qualifier: before.qualifier } : expression);
  }
  return all;
}

const isHedgedInFront = (expression: ReadExpression | undefined): boolean =>
  expression?.qualifier !== 'exact' &&
  /^[^0-9零一二两三四五六七八九十百千万亿半]/.test(expression?.token ?? '');

function isNextInList(text: string, before: ReadExpression, { offset, ...next }: ReadExpression): boolean {
  const between = text.slice(before.offset + before.token.length, offset);
  const marks = ['、', '和', '及', '与'].flatMap((mark) => [mark, before.unit + mark]);
  const isAlike = next.class === 'measure' && before.class === 'measure' && next.unit === before.unit;
  return isAlike && next.qualifier === 'exact' && marks.includes(between);
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
