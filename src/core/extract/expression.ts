/** These lists must match the closed lists that `npm run -s figures` prints. */
const qualifiers = ['exact', 'more-than', 'at-least', 'about', 'less-than', 'at-most'] as const;
export type Qualifier = (typeof qualifiers)[number];

const expressionClasses = ['measure', 'name', 'ordinal', 'date'] as const;
export type ExpressionClass = (typeof expressionClasses)[number];

/** A numeric expression as it stands in one line of a report. */
export interface Expression {
  /** The start of the token, in UTF-16 units of the untrimmed line. */
  readonly offset: number;
  /** The exact substring: number, scale and the qualifier's words; the unit only where a qualifier follows it. */
  readonly token: string;
  /** In base units (12.45万 is 124500); null where the expression is not one number. */
  readonly value: number | null;
  /** '' if none; '%' for every way of writing a percentage. */
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly class: ExpressionClass;
}

/** What a reader function has found: the expression, and the place behind its unit where reading goes on. */
export interface Found {
  readonly expression: Expression;
  readonly next: number;
}
