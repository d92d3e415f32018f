import { type Language, tagOf } from '../../core/language';

/** The English of these pages is British, and so is the order of its dates. */
const dateTag = { zh: tagOf.zh, en: 'en-GB' } as const;

/** In the reader's own time zone where none is given. */
export const longDate = (date: Date, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(dateTag[language], { dateStyle: 'long', ...(timeZone && { timeZone }) }).format(
    date,
  );
