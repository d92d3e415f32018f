/** Proposes which figures stand large on a card, and which lead the report. */
import { type Kind, notStated } from '../../core/model';
import { type FigureReading, pairEnd } from '../../core/reading';
import type { WrittenFacts } from '../content/factsSchema';

export type WrittenMeasure = WrittenFacts['measures'][number];

export interface Weighed {
  readonly measure: WrittenMeasure;
  readonly reading: FigureReading;
  /** Whether its quote gives a label, and whether that is a known term. */
  readonly isLabelled: boolean;
  readonly isKnown: boolean;
  /** The place of its term among the known ones, the more important first. */
  readonly rank: number;
}

/** Changes, amounts and shares say more by themselves than counts do, and counts more than work done. */
const weightOf: Readonly<Record<Kind, number>> = {
  ...{ 'rate-change': 6, 'count-change': 6, level: 5, amount: 5, share: 4, zero: 4, count: 3 },
  ...{ activity: 3, coverage: 1 },
};

const mostOnCard = 3;
const mostEssentials = 4;

function weigh({ reading: { kind, value, unit }, isKnown, rank, measure }: Weighed): number {
  const size = typeof value === 'number' && value > 0 ? Math.min(1, Math.log10(value + 1) / 12) : 0;
  // 迈上6万亿元台阶 is told better by the figure that follows it.
  const isStep = /台阶|大关|突破/.test(measure.quote) && measure.token === undefined;
  // 从3.68万亿元增长到4.93万亿元: what was reached is the news.
  const { token = measure.quote } = measure;
  const start = measure.quote.indexOf(token);
  const isOutset = pairEnd(measure.quote, { start, end: start + token.length }) === 'outset';
  // 赤字规模4.06万亿元，比上年增加1800亿元: the whole says more than what was added to it.
  const isExtra = kind === 'count-change' && unit !== 'percent' && measure.token !== undefined;
  return (
    weightOf[kind] +
    size +
    (isKnown ? 4 + 5 / (1 + rank / 6) : 0) -
    (isStep ? 2 : 0) -
    (isExtra ? 3 : 0) -
    (isOutset ? 3 : 0)
  );
}

const isClear = ({ reading, isLabelled, measure }: Weighed): boolean =>
  isLabelled &&
  !reading.spelled &&
  !/^(?:year|month|day)$/.test(reading.unit ?? 'year') &&
  reading.value !== notStated &&
  measure.override === undefined;

/** The best first, and of one term only the best. */
function bestOf(weighed: readonly Weighed[], order: (one: Weighed, other: Weighed) => number): Weighed[] {
  const sorted = weighed.toSorted(order);
  return sorted.filter(
    ({ rank, isKnown }, at) =>
      !isKnown || sorted.findIndex((each) => each.isKnown && each.rank === rank) === at,
  );
}

/** The ids of up to three figures a card. */
export function chooseHeadlines(weighed: readonly Weighed[]): ReadonlySet<string> {
  const cards = new Set(weighed.map(({ measure }) => measure.card));
  const chosen = [...cards].flatMap((card) => {
    const clear = weighed.filter((each) => each.measure.card === card && isClear(each));
    return bestOf(clear, (a, b) => weigh(b) - weigh(a)).slice(0, mostOnCard);
  });
  return new Set(chosen.map(({ measure }) => measure.id));
}

/** Four headline figures of the most important terms, results before targets, in the order of the report. */
export function chooseEssentials(weighed: readonly Weighed[], headline: ReadonlySet<string>): string[] {
  const large = weighed.filter(({ measure }) => headline.has(measure.id));
  const isAim = ({ reading }: Weighed) => (reading.status === 'result' ? 0 : 1);
  const best = bestOf(large, (a, b) => a.rank - b.rank || isAim(a) - isAim(b) || weigh(b) - weigh(a));
  const chosen = best.slice(0, mostEssentials);
  return large.filter((each) => chosen.includes(each)).map(({ measure }) => measure.id);
}
