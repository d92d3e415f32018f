/** Cuts from a paragraph the clause that carries a figure: its qualifier, its direction and what is counted. */
import { figuresIn, type QuotedFigure } from '../../core/reading';
import type { Span } from '../content/standing';
import { isBalanced, type Mark, marksIn } from './clauses';
import { behindUnit, countedIn, isNoun, subjectIn } from './phrases';

export interface Quote {
  readonly quote: string;
  readonly figure: QuotedFigure;
  /** Whether the quote holds other figures too. */
  readonly isShared: boolean;
}

const mostQuoted = 60;

/** The quote of one of `figuresIn(text)`; undefined if no clause of at most 60 characters carries it alone. */
export function quoteOf(
  text: string,
  figure: QuotedFigure,
  figures: readonly QuotedFigure[],
): Quote | undefined {
  const marks = marksIn(text);
  const spans = spansFor(text, figure, figures, marks);
  return spans.flatMap((span) => quoteAt(text, span, figure) ?? [])[0];
}

/** The best clause first, then longer ones, then the shortest. */
function spansFor(
  text: string,
  figure: QuotedFigure,
  figures: readonly QuotedFigure[],
  marks: readonly Mark[],
): Span[] {
  const end = marks.find(({ start }) => start >= figure.end)?.start ?? text.length;
  const before = marks.filter((mark) => mark.end <= figure.start);
  const starts = startsBefore(before);
  const wanted = starts.findIndex((_, at) => isWhole(text, { figure, figures, end, before, at, starts }));
  const order = wanted < 0 ? starts : [...starts.slice(wanted), ...starts.slice(0, wanted).reverse()];
  return order.map((start) => ({ start, end }));
}

/** Where a quote may begin, the nearest place first, back to the mark that ends another sentence. */
function startsBefore(before: readonly Mark[]): number[] {
  const last = before.findLastIndex(({ strength }) => strength === 'full');
  const marks = before.slice(Math.max(0, last)).map(({ end }) => end);
  return (last < 0 ? [0, ...marks] : marks).reverse();
}

interface Candidate {
  readonly figure: QuotedFigure;
  readonly figures: readonly QuotedFigure[];
  readonly end: number;
  readonly before: readonly Mark[];
  readonly starts: readonly number[];
  readonly at: number;
}

/** Whether a clause that begins here says what is counted, and does not cut a list in two. */
function isWhole(text: string, { figure, figures, end, before, starts, at }: Candidate): boolean {
  const start = starts[at] ?? 0;
  const mark = before.find((each) => each.end === start);
  const previous = starts[at + 1];
  const clause = text.slice(start, end);
  const names = namesThing(text, { start, end }, figure, figures);
  if (mark?.strength !== 'list' || previous === undefined) return names;
  const isListOfFigures = figures.some((each) => each.start >= previous && each.end <= start);
  return (
    names &&
    isListOfFigures &&
    !/均|都|分别/.test(clause) &&
    !lacksVerb(text, start, { figure, figures, before })
  );
}

/** What was done to all things of a list, said once before the first: 新增高铁500公里、高速公路800公里. */
const doings =
  /新增(?!就业)|新建(?!商品房)|新开|新设|新改扩建|建成(?!区)|建设(?!用地)|改造|培训(?!机构)|打造|创建|引进|培育|发放|救助|资助|办结|审结|查处|侦破|整治|治理|修复|投产|关停|淘汰|减少|压减|选派|招聘|招募/;

/** Whether the verb of a list stands before its first item, and this one of the same unit has none. */
function lacksVerb(
  text: string,
  start: number,
  { figure, figures, before }: Pick<Candidate, 'figure' | 'figures' | 'before'>,
): boolean {
  if (doings.test(text.slice(start, figure.start))) return false;
  const from = before.findLast(({ strength }) => strength !== 'list')?.end ?? 0;
  const first = figures.find((each) => each.start >= from);
  return first !== undefined && first.unit === figure.unit && doings.test(text.slice(from, first.start));
}

/** Money and percentages are of what stands before them; other figures may count what follows. */
function namesThing(
  text: string,
  { start, end }: Span,
  figure: QuotedFigure,
  figures: readonly QuotedFigure[],
) {
  const nearest = figures.findLast((each) => each.start >= start && each.end <= figure.start);
  const before = text.slice(start, nearest?.start ?? figure.start);
  const own = text.slice(nearest?.end ?? start, figure.start).replace(/^.*[，、；]/, '');
  if (isNoun(subjectIn(before)) || isNoun(subjectIn(own))) return true;
  if (figure.unit === '%' || figure.unit.endsWith('元') || figure.unit === '百分点') return false;
  return isNoun(countedIn(text.slice(behindUnit(text, figure), end)));
}

function quoteAt(text: string, span: Span, figure: QuotedFigure): Quote | undefined {
  const quote = plain(text.slice(span.start, span.end));
  if (
    [...quote].length > mostQuoted ||
    !isBalanced(quote) ||
    text.indexOf(text.slice(span.start, span.end)) !== span.start
  )
    return undefined;
  const start = plain(text.slice(span.start, figure.start)).length;
  const found = figuresIn(quote);
  const same = found.find((each) => each.start === start);
  if (same === undefined || same.value !== figure.value || same.qualifier !== figure.qualifier)
    return undefined;
  // A measure is told by its token, so that no other figure before it may have the same.
  if (found.find(({ token }) => token === same.token) !== same) return undefined;
  return { quote, figure: same, isShared: found.length > 1 };
}

/** Content holds plain digits only; the comparison with the source takes both widths for the same. */
const plain = (text: string): string =>
  text.replace(/(?![0-9])[\p{N}．％]/gu, (each) => each.normalize('NFKC'));
