import { type Language, tagOf } from './language';
import type { Measure } from './model';

/** The English of these pages is British, and so is its order of dates. */
const dateTag = { zh: tagOf.zh, en: 'en-GB' } as const;

/** A day such as `2026-01-27` as each language writes it in full. */
export const longDate = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(dateTag[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/**
 * The period of a measure in words: a year, the years of a plan (`2021/2025`), or a code that the words name. A year
 * that the phrase itself does not name comes from its context, and the words say so.
 */
export function periodIn(
  { period, quote }: Pick<Measure, 'period' | 'quote'>,
  say: (key: `${string}:${string}`, values?: Readonly<Record<string, string>>) => string,
): string {
  const [, year, to] = /^(\d{4})(?:\/(\d{4}))?$/.exec(period) ?? [];
  if (year === undefined) return say(`reader:periods.${period}`);
  if (to !== undefined) return say('reader:periods.years', { from: year, to });
  return say(quote.includes(year) ? 'reader:periods.year' : 'reader:periods.year-by-context', { year });
}
