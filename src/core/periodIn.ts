import type { Measure } from './model';

type Say = (key: `${string}:${string}`, values?: Readonly<Record<string, string>>) => string;

/**
 * The period of a measure in words: a year, the years of a plan (`2021/2025`), or a code that the words name. A year
 * that the phrase itself does not name comes from its context, and the words say so.
 */
export function periodIn({ period, quote }: Pick<Measure, 'period' | 'quote'>, say: Say): string {
  const [, year, to] = /^(\d{4})(?:\/(\d{4}))?$/.exec(period) ?? [];
  if (year === undefined) return say(`reader:periods.${period}`);
  if (to !== undefined) return say('reader:periods.years', { from: year, to });
  return say(quote.includes(year) ? 'reader:periods.year' : 'reader:periods.year-by-context', { year });
}

/** What a measure is compared with, in words: a year, or a code that the words name. */
export const comparisonIn = ({ comparedWith }: Pick<Measure, 'comparedWith'>, say: Say): string =>
  /^\d{4}$/.test(comparedWith)
    ? say('reader:comparisons.year', { year: comparedWith })
    : say(`reader:comparisons.${comparedWith}`);
