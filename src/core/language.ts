/** The languages the reader is published in, in order of preference when nothing else decides. */
export const languages = ['zh', 'en'] as const;

export type Language = (typeof languages)[number];

/** The BCP 47 tag that each language carries in `lang`, `hreflang` and `Intl`. */
export const tagOf: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' };

/** Each language's name for itself: what the switch shows, never translated. */
export const autonymOf: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

export const otherThan = (language: Language): Language => (language === 'zh' ? 'en' : 'zh');

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && (languages as readonly string[]).includes(value);

/**
 * The language a reader most likely wants when the address does not say.
 *
 * @param lastChoice what the reader last used, from storage, unchecked
 * @param preferred the browser's languages, most wanted first (`navigator.languages`)
 */
export function preferredLanguage(lastChoice: unknown, preferred: readonly string[]): Language {
  if (isLanguage(lastChoice)) return lastChoice;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return 'zh';
}
