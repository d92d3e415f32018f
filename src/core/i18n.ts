import { createInstance, type i18n, type TFunction } from 'i18next';
import { type Language, languages } from './language';
// This file is made from the English files by `npm run types`, so that a wrong key
// or placeholder is a type error.
import type Resources from './resources';

/** The keys without the English texts. With them each use of a key would have a text type of its own. */
type Keys<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Keys<Words[Key]> };

type Interface = {
  [Name in keyof Resources as Name extends `${string}-${number}` | 'terms' ? never : Name]: Keys<
    Resources[Name]
  >;
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: Interface;
  }
}

/** The words of the interface, with one namespace for each feature. */
type Namespace = keyof Interface;
export type Translate = TFunction<[Namespace, ...Namespace[]]>;

/** Words of one language by i18next namespace, as the files in `locales/` carry them. */
export type Namespaces = Readonly<Record<string, object>>;

/** A key, plural form or placeholder that a language lacks. It stops the build, so no reader meets it. */
export class MissingWords extends Error {
  override name = 'MissingWords';
}

/**
 * Opens i18next with the words of both languages. There is no fallback language: a word that is missing in one
 * language must never show up in the other one's.
 */
export function openI18n(language: Language, words: Readonly<Record<Language, Namespaces>>): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    supportedLngs: [...languages],
    fallbackLng: false,
    resources: words as Record<Language, Record<string, Record<string, unknown>>>,
    initAsync: false,
    saveMissing: true,
    interpolation: { escapeValue: false },
    missingKeyHandler: (tags, namespace, key) => {
      throw new MissingWords(`locales/${tags.join()}/${namespace}.json: no words for ${key}`);
    },
    missingInterpolationHandler: (text, match) => {
      throw new MissingWords(`no value for ${match[0]} in "${text}"`);
    },
  });
  return instance;
}

/** i18next in a given language, whichever is shown, because a page may show both. */
export const translateIn = (instance: i18n, language: Language): Translate =>
  instance.getFixedT(language) as unknown as Translate;
