/** Reads from a quoted phrase what its figure says. Pure and general; nothing in here knows any one report. */
import { type Measure, notStated } from '../model';
import { figuresIn, type QuotedFigure } from './figures';
import { type Setting, type Statement, statementOf } from './statement';
import { type UnitRule, unitIn } from './units';

export { figuresIn, type QuotedFigure, uncounted } from './figures';
export type { Setting } from './statement';
export type { UnitRule } from './units';

export interface Reading extends Statement, Pick<Measure, 'value' | 'upper' | 'qualifier' | 'spelled'> {
  /** The figure's own characters: `340余`. */
  readonly token: string;
  /** A code of the rules, `none` for figures without a number, or undefined if no rule fits. */
  readonly unit: string | undefined;
  /** What follows the number: 人次. */
  readonly unitWord: string;
}

/** What a figure of a quote says; `figure` is one of `figuresIn(quote)`. */
export function readFigure(
  quote: string,
  figure: QuotedFigure,
  rules: readonly UnitRule[],
  setting: Setting,
): Reading {
  const unit = unitIn(quote, figure, rules);
  const statement = statementOf({ quote, text: partOf(quote, figure), figure, unit, setting });
  const { token, value, upper, spelled } = figure;
  const isCounted = value !== notStated && value !== 0;
  const isWhole = statement.kind === 'coverage' && figure.qualifier === 'exact';
  return {
    ...{ token, value, spelled, ...statement },
    ...(upper !== undefined && { upper }),
    qualifier: isWhole ? 'all' : figure.qualifier,
    ...(isCounted ? { unit: unit?.unit, unitWord: unit?.word ?? '' } : { unit: 'none', unitWord: '' }),
  };
}

/** The words that belong to a figure: all of them, or in a quote with several those between its neighbours. */
function partOf(quote: string, figure: QuotedFigure): string {
  const all = figuresIn(quote);
  const before = all.filter(({ end }) => end <= figure.start).at(-1);
  const after = all.find(({ start }) => start >= figure.end);
  return quote.slice(before?.end ?? 0, after?.start ?? quote.length);
}
