import type { QuotedFigure } from './figures';

/** How a unit is known in a Chinese quote. */
export interface UnitRule {
  readonly unit: string;
  /** Words that follow the number: 期, 个批次. */
  readonly zh: readonly string[];
  /** Nouns of which one must stand in the quote: 期 counts classes only beside 读书班. Empty if the words suffice. */
  readonly of: readonly string[];
}

export interface QuotedUnit {
  readonly unit: string;
  /** The word that follows the number in the quote; empty for percentages. */
  readonly word: string;
}

/** Units of occasions, which count work done and neither people nor things. */
export const occasions: ReadonlySet<string> = new Set('人次 件次 批次 场次 个批次 期 次 场 轮'.split(' '));

/** Units that are another one without their end: 7个工作日 are no projects, 1.28元/斤 no money. */
const isWholeUnit = /\/|工作日|小时|分钟/;

/** What follows the number and its hedge in the quote. */
const restOf = (quote: string, { end, token, unit }: QuotedFigure): string =>
  // Where the hedge follows the unit, the token holds both: 三年多.
  unit !== '' && token.includes(unit) ? unit : quote.slice(end);

/**
 * The unit of a figure, or undefined if no rule fits. Of several rules the one counts that has the longest word (3个月
 * are no projects, whatever else the quote names), and of these the one whose noun stands nearest to the number.
 */
export function unitIn(
  quote: string,
  figure: QuotedFigure,
  rules: readonly UnitRule[],
): QuotedUnit | undefined {
  if (figure.unit === '%') return { unit: 'percent', word: '' };
  const rest = restOf(quote, figure);
  const fitting = rules.flatMap(({ unit, zh, of }) => {
    const [word] = zh.filter((each) => rest.startsWith(each)).sort((a, b) => b.length - a.length);
    if (word === undefined || (isWholeUnit.test(figure.unit) && word.length < figure.unit.length)) return [];
    const distance = distanceTo(of, quote, figure.start, quote.length - rest.length + word.length);
    return distance === undefined ? [] : [{ unit, word, distance }];
  });
  const [best] = fitting.toSorted((a, b) => b.word.length - a.word.length || a.distance - b.distance);
  // A token that holds the unit prints it: 三年多.
  return best && { unit: best.unit, word: figure.token.includes(best.word) ? '' : best.word };
}

/** 县域, 县级 and 县城 say of what kind a centre is, and count no counties. */
const noAdjective = '(?![域级城])';

/** How far the nearest of the nouns is from the number and its word. Undefined if none stands in the quote. */
function distanceTo(nouns: readonly string[], quote: string, start: number, end: number): number | undefined {
  if (nouns.length === 0) return Number.MAX_SAFE_INTEGER;
  const distances = nouns.flatMap((noun) =>
    Array.from(quote.matchAll(new RegExp(`${noun}${noAdjective}`, 'g')), ({ index }) =>
      index < start ? start - index - noun.length : Math.max(0, index - end),
    ),
  );
  return distances.length > 0 ? Math.min(...distances) : undefined;
}
