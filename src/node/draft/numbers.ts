/** Sorts the numbers of a paragraph: figures to be told, numerals of names, and what is set aside with a reason. */
import { type Expression, expressionsIn } from '../../core/extract';
import { figuresIn, type QuotedFigure } from '../../core/reading';
import { isYearOf, type Span } from '../content/standing';
import { gapSign } from '../content/strings';
import { namesClass } from './phrases';
import { type Quote, quoteOf } from './quotes';

interface Measured extends Quote {
  /** Where the figure stands in the paragraph. */
  readonly span: Span;
  /** Which of the paragraph's figures it is, counted from 1. */
  readonly place: number;
}

interface Named {
  readonly span: Span;
  readonly name: string;
}

interface SetAside {
  readonly span: Span;
  readonly token: string;
  readonly why: string;
}

export interface Numbers {
  readonly measures: readonly Measured[];
  readonly names: readonly Named[];
  readonly asides: readonly SetAside[];
}

/** @param period the year that the report is about, which needs no entry anywhere */
export function numbersIn(text: string, period: string): Numbers {
  const expressions = expressionsIn(text);
  const names = namesIn(text, expressions);
  const isNamed = ({ start }: Span) => names.some(({ span }) => span.start <= start && start < span.end);
  const others = expressions
    .filter((expression) => expression.class !== 'name')
    .map((expression) => ({ expression, span: spanOf(expression) }))
    .filter(({ span }) => !isNamed(span));
  const figures = figuresIn(text).filter((figure) => !isNamed(figure));
  const sorted = figures.map((figure, at) => sortedFigure(text, figure, figures, at + 1));
  const isFigure = ({ start }: Span) => figures.some((figure) => figure.start === start);
  return {
    names,
    measures: sorted.flatMap((each) => ('quote' in each ? each : [])),
    asides: [
      ...sorted.flatMap((each) => ('quote' in each ? [] : each)),
      ...others.flatMap(({ expression, span }) =>
        isFigure(span) || isYearOf(expression, period) ? [] : asideOf(text, expression, span),
      ),
    ].sort((a, b) => a.span.start - b.span.start),
  };
}

const spanOf = ({ offset, token }: Expression): Span => ({ start: offset, end: offset + token.length });

const longestName = 20;

/** A name in quotation marks is one name, however many numerals it holds: “从0到1、从1到2”. */
function namesIn(text: string, expressions: readonly Expression[]): Named[] {
  const quotations = Array.from(text.matchAll(/“([^“”]+)”/g), ({ 0: whole, index }) => ({
    start: index + 1,
    end: index + whole.length - 1,
  })).filter(({ start, end }) => end - start <= longestName);
  const names = expressions
    .filter((expression) => expression.class === 'name')
    .map(spanOf)
    .map((span) => quotations.find(({ start, end }) => start <= span.start && span.end <= end) ?? span)
    .map((span) => ({ span: withRank(text, span) }));
  return names
    .filter(({ span }, at) => names.findIndex((other) => other.span.start === span.start) === at)
    .map(({ span }) => ({ span, name: text.slice(span.start, span.end) }));
}

/** 500强 is a list, and 3.0版 an edition. */
const withRank = (text: string, { start, end }: Span): Span => ({
  start,
  end: /^[强版]/.test(text.slice(end)) ? end + 1 : end,
});

function sortedFigure(
  text: string,
  figure: QuotedFigure,
  figures: readonly QuotedFigure[],
  place: number,
): Measured | SetAside {
  const { start, end, token } = figure;
  const span = { start, end };
  const why = reasonAgainst(text, figure);
  if (why !== undefined) return { span, token, why };
  const quote = quoteOf(text, figure, figures);
  const gap = `${gapSign} no clause of 60 characters carries it alone; quote it by hand, or say why it is no figure`;
  return quote === undefined ? { span, token, why: gap } : { ...quote, span, place };
}

/** Up to here a number in words mostly counts what its sentence lists. */
const smallest = 12;

/** Why a number is no figure to be told, if its form says so. */
function reasonAgainst(text: string, figure: QuotedFigure): string | undefined {
  const { token, value, spelled, unit, qualifier, end } = figure;
  if (token.startsWith('没有') && !ofIncidents.test(text.slice(end)))
    return 'A negation, not a count of nothing.';
  if (namesClass(text, figure)) return 'Names a class by its size.';
  if (isGrade(text, figure)) return 'Names a grade, not how many there are.';
  if (token.includes('翻')) return 'A doubling told in words, not a count.';
  if (text.startsWith('位数', end)) return 'Says how many digits a number has, not which number it is.';
  if (unit === '周年') return 'An anniversary, not a figure of the report.';
  if (!spelled || typeof value !== 'number' || qualifier !== 'exact' || value === 0) return undefined;
  if (value < 1) return `${gapSign} a fraction in words; quote it as a measure, or say why it is none`;
  if (value > smallest) return undefined;
  if (/年$/.test(unit)) return 'A span of time, not a figure of the report.';
  return /^(?:个|大|项|类|种|条|省|批|方面|大类)$/.test(unit)
    ? 'A small number in words, which counts what its sentence names.'
    : undefined;
}

/** 三级医院 are of a grade; 省、市、县三级 are counted. */
const isGrade = (text: string, { spelled, unit, start, end }: QuotedFigure): boolean =>
  spelled &&
  unit === '级' &&
  !/[省市县区乡镇村]$/.test(text.slice(0, start)) &&
  grades.test(text.slice(end + 1));
const grades = /^(?:甲等|综合|专科)*(?:医院|达标|标准|资质|养老)/;

/** 没有发生安全事故 counts; 趋势没有改变 does not. */
const ofIncidents = /^(?:发生|出现|新增)|^[^，。；]{0,12}(?:事故|事件|案件|疫情|死亡)/;

function asideOf(text: string, expression: Expression, span: Span): SetAside {
  const { token } = expression;
  switch (expression.class) {
    case 'date':
      return { span, token, why: 'A date, not a figure.' };
    case 'ordinal':
      return { span, token, why: /^[位名]/.test(text.slice(span.end)) ? rank : 'Says which, not how many.' };
    case 'name':
    case 'measure':
      return { span, token, why: `${gapSign} say what this number is, or quote it as a measure` };
  }
}

const rank = `${gapSign} a rank; say why no card tells it, or tell it in a card's notes as a name`;
