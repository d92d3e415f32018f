import { type Language, tagOf } from './language';

/** A size as a reader knows it from the phone's settings: whole decimal kilobytes, never zero. */
export const kilobytes = (bytes: number, language: Language): string =>
  new Intl.NumberFormat(tagOf[language]).format(Math.max(1, Math.round(bytes / 1000)));
