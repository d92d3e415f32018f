/** These lists must match the closed lists that `npm run -s figures` prints. */
const qualifiers = ['exact', 'more-than', 'at-least', 'about', 'nearly', 'less-than', 'at-most'] as const;
export type Qualifier = (typeof qualifiers)[number];

const expressionClasses = ['measure', 'name', 'ordinal', 'date'] as const;
export type ExpressionClass = (typeof expressionClasses)[number];

/** A numeric expression as it stands in one line of a report. */
export interface Expression {
  /** The start of the token, in UTF-16 units of the untrimmed line. */
  readonly offset: number;
  /** The exact substring: number, scale and the qualifier's words; the unit only where a qualifier follows it. */
  readonly token: string;
  /** In base units (12.45万 is 124500), the low end of a range; null where it is neither one number nor a range. */
  readonly value: number | null;
  /** The high end of a range: 8 in 5至8% and in 七八个. */
  readonly upper?: number;
  /** '' if none; '%' for every way of writing a percentage. */
  readonly unit: string;
  readonly qualifier: Qualifier;
  /** Whether the number is written in Chinese numerals: 四级, 十个, and the zero of 清零. */
  readonly isSpelled: boolean;
  readonly class: ExpressionClass;
}

/** What the readers say of an expression; how it is spelled is seen once they are done. */
export type ReadExpression = Omit<Expression, 'isSpelled'>;

/** What a reader function has found: the expression, and the place behind its unit where reading goes on. */
export interface Found {
  readonly expression: ReadExpression;
  readonly next: number;
}
