/** Reads from a quoted phrase what its figure says. Pure and general; nothing in here knows any one report. */
import { type Measure, notStated } from '../model';
import { figuresIn, type QuotedFigure } from './figures';
import { isBelowZero, type Setting, type Statement, statementOf } from './statement';
import { type UnitRule, unitIn } from './units';

export { figuresIn, type QuotedFigure, uncounted } from './figures';
export { pairEnd, type Setting } from './statement';
export type { UnitRule } from './units';

export interface FigureReading extends Statement, Pick<Measure, 'value' | 'upper' | 'qualifier' | 'spelled'> {
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
): FigureReading {
  const unit = unitIn(quote, figure, rules);
  const statement = statementOf({ quote, ...wordsOf(quote, figure), figure, unit, setting });
  const { token, value, upper, spelled } = figure;
  const isCounted = value !== notStated && value !== 0;
  const isWhole = statement.kind === 'coverage' && figure.qualifier === 'exact';
  return {
    // 增长-3.1% is printed as a fall of 3.1%.
    ...{
      token,
      value: statement.direction === 'down' && isBelowZero(figure) ? Math.abs(Number(value)) : value,
    },
    ...{ spelled, ...statement },
    ...(upper !== undefined && { upper }),
    qualifier: isWhole ? 'all' : figure.qualifier,
    ...(isCounted ? { unit: unit?.unit, unitWord: unit?.word ?? '' } : { unit: 'none', unitWord: '' }),
  };
}

/** A verb behind 分别 is said once, before a list of figures. */
const respectively = /分别[^，。；]*$/;

/**
 * The words that belong to a figure: all of them, or in a quote with several those between its neighbours. In a list
 * such as 分别增长7.5%、11.5% or 增长5.6%、7.5% the words before the list belong to each of its figures.
 */
function wordsOf(quote: string, figure: QuotedFigure): { before: string; text: string } {
  const all = figuresIn(quote);
  const at = all.findIndex(({ start }) => start === figure.start);
  const listed = headOf(quote, all, at, isJoined);
  const isRespective = respectively.test(quote.slice(0, all[listed]?.start));
  const from = isRespective ? listed : headOf(quote, all, at, isOfOneList);
  const before = quote.slice(all[from - 1]?.end ?? 0, all[from]?.start);
  const behind = quote.slice(figure.start, all[at + 1]?.start ?? quote.length);
  return { before, text: before + behind };
}

/** What stands between two figures of a list: a unit and a mark, in 3个、5个百分点. */
const joint = /^[^，。；、和及]{0,4}(?:、|和|及|以及)$/;

type Joins = (between: string, one: QuotedFigure, other: QuotedFigure) => boolean;

const isJoined: Joins = (between) => joint.test(between);

/** Without 分别 only figures with one unit and nothing else between them are a list: 5.3%、8.1%. */
const isOfOneList: Joins = (between, one, other) =>
  one.unit === other.unit &&
  ['', one.unit, `个${one.unit}`].includes(between.replace(/(?:、|和|以?及)$/, '')) &&
  isJoined(between, one, other);

/** The place of the first figure of the list in which a figure stands. */
function headOf(quote: string, all: readonly QuotedFigure[], at: number, joins: Joins): number {
  const [one, other] = [all[at - 1], all[at]];
  if (!one || !other || !joins(quote.slice(one.end, other.start), one, other)) return at;
  return headOf(quote, all, at - 1, joins);
}
