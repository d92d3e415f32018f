import { type Language, tagOf } from './language';

/** The English of these pages is British, and so is its order of dates. */
const dateTag = { zh: tagOf.zh, en: 'en-GB' } as const;

/** A day such as `2026-01-27` as each language writes it in full. */
export const longDate = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(dateTag[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
