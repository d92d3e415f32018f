/** Proposes which figures stand large on a card, and which lead the report. */
import { type Kind, notStated } from '../../core/model';
import type { Reading } from '../../core/reading';
import type { WrittenFacts } from '../content/factsSchema';

export type WrittenMeasure = WrittenFacts['measures'][number];

export interface Weighed {
  readonly measure: WrittenMeasure;
  readonly reading: Reading;
  /** Whether its quote gives a label, and whether that is a known term. */
  readonly isLabelled: boolean;
  readonly isKnown: boolean;
  /** The place of its term among the known ones, the more important first. */
  readonly rank: number;
}

/** Changes, amounts and shares say more by themselves than counts do, and counts more than work done. */
const weightOf: Readonly<Record<Kind, number>> = {
  ...{ 'rate-change': 6, 'count-change': 6, level: 5, amount: 5, share: 4, zero: 4, count: 3 },
  ...{ activity: 2, coverage: 1 },
};

const mostOnCard = 3;
const mostEssentials = 4;

function weigh({ reading, isKnown, measure }: Weighed): number {
  const { kind, value, spelled } = reading;
  const size = typeof value === 'number' && value > 0 ? Math.min(1, Math.log10(value + 1) / 12) : 0;
  // A change in a quote of several figures stands beside the level that it belongs to.
  return (
    weightOf[kind] + size + (isKnown ? 4 : 0) - (spelled ? 5 : 0) - (measure.token === undefined ? 0 : 1)
  );
}

const isClear = ({ reading, isLabelled, measure }: Weighed): boolean =>
  isLabelled && reading.unit !== undefined && reading.value !== notStated && measure.override === undefined;

/** The ids of up to three figures a card. No two of them have one quote. */
export function chooseHeadlines(weighed: readonly Weighed[]): ReadonlySet<string> {
  const chosen = new Set<string>();
  for (const card of new Set(weighed.map(({ measure }) => measure.card))) {
    const clear = weighed.filter((each) => each.measure.card === card && isClear(each));
    const best = clear.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, mostOnCard);
    for (const { measure } of best) chosen.add(measure.id);
  }
  return chosen;
}

/** Four headline figures whose terms are the most important, one of each term, in the order of the report. */
export function chooseEssentials(weighed: readonly Weighed[], headline: ReadonlySet<string>): string[] {
  const large = weighed.filter(({ measure }) => headline.has(measure.id));
  const best = large.toSorted((a, b) => a.rank - b.rank || weigh(b) - weigh(a));
  const apart = best.filter(
    ({ rank, isKnown }, at) => !isKnown || best.findIndex((other) => other.rank === rank) === at,
  );
  const chosen = apart.slice(0, mostEssentials);
  return large.filter((each) => chosen.includes(each)).map(({ measure }) => measure.id);
}
