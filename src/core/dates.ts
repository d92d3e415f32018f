import { type Language, tagOf } from './language';

/** The English of these pages is British, and so is its order of dates. */
const dateTag = { zh: tagOf.zh, en: 'en-GB' } as const;

/** A day such as `2026-01-27` as each language writes it in full. */
export const longDate = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(dateTag[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** The period of a measure in words: a year, the years of a plan (`2021/2025`), or a code that the words name. */
export function periodIn(
  period: string,
  say: (key: `${string}:${string}`, values?: Readonly<Record<string, string>>) => string,
): string {
  const [, year, to] = /^(\d{4})(?:\/(\d{4}))?$/.exec(period) ?? [];
  if (year === undefined) return say(`reader:periods.${period}`);
  return to === undefined
    ? say('reader:periods.year', { year })
    : say('reader:periods.years', { from: year, to });
}
