import { createInstance, type i18n, type ParseKeys, type TFunction } from 'i18next';
import type about from '../../locales/en/about.json';
import type charts from '../../locales/en/charts.json';
import type check from '../../locales/en/check.json';
import type citation from '../../locales/en/citation.json';
import type copying from '../../locales/en/copying.json';
import type figures from '../../locales/en/figures.json';
import type frame from '../../locales/en/frame.json';
import type glossary from '../../locales/en/glossary.json';
import type help from '../../locales/en/help.json';
import type home from '../../locales/en/home.json';
import type install from '../../locales/en/install.json';
import type listen from '../../locales/en/listen.json';
import type measures from '../../locales/en/measures.json';
import type missing from '../../locales/en/missing.json';
import type myData from '../../locales/en/my-data.json';
import type place from '../../locales/en/place.json';
import type reader from '../../locales/en/reader.json';
import type reset from '../../locales/en/reset.json';
import type saved from '../../locales/en/saved.json';
import type search from '../../locales/en/search.json';
import type settings from '../../locales/en/settings.json';
import type share from '../../locales/en/share.json';
import type sorting from '../../locales/en/sorting.json';
import type status from '../../locales/en/status.json';
import type termNote from '../../locales/en/term-note.json';
import type tools from '../../locales/en/tools.json';

import { type Language, languages } from './language';

/** The words of the interface, one namespace a feature: a wrong key is a type error. */
interface Interface {
  about: typeof about;
  charts: typeof charts;
  check: typeof check;
  citation: typeof citation;
  copying: typeof copying;
  figures: typeof figures;
  frame: typeof frame;
  glossary: typeof glossary;
  help: typeof help;
  home: typeof home;
  install: typeof install;
  listen: typeof listen;
  measures: typeof measures;
  missing: typeof missing;
  'my-data': typeof myData;
  place: typeof place;
  reader: typeof reader;
  reset: typeof reset;
  saved: typeof saved;
  search: typeof search;
  settings: typeof settings;
  share: typeof share;
  sorting: typeof sorting;
  status: typeof status;
  'term-note': typeof termNote;
  tools: typeof tools;
}

type Namespace = keyof Interface;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: Interface;
  }
}

export type Translate = TFunction<[Namespace, ...Namespace[]]>;
export type WordKey = ParseKeys<[Namespace, ...Namespace[]]>;

/** Resources by namespace, as the words files carry them. */
export type Resources = Readonly<Record<string, object>>;

/** Some of the interface's words in both languages, as a script brings them. */
export type Words = Readonly<Record<Language, { readonly [N in Namespace]?: object }>>;

/** A key, plural form or placeholder that a language lacks. Stops the build; cannot happen after it. */
export class MissingWords extends Error {
  override name = 'MissingWords';
}

/**
 * Opens one i18next instance for both languages. There is no fallback language: a word that is
 * missing in one language must never show up in the other one's.
 */
export function openI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    supportedLngs: [...languages],
    fallbackLng: false,
    resources: {},
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

export function addWords(instance: i18n, language: Language, resources: Resources): void {
  for (const [namespace, words] of Object.entries(resources)) {
    instance.addResourceBundle(language, namespace, words);
  }
}

/**
 * Speaks one language. A sentence without values is what stands in its file: to have i18next resolve it takes a
 * hundred calls, and after twenty sentences a phone keeps the compiled code of all of them.
 */
export function translateIn(instance: i18n, language: Language): Translate {
  const translate = instance.getFixedT(language) as unknown as (key: string, values?: object) => string;
  const say = (key: string, values?: object): string => {
    const [namespace = '', name = ''] = key.split(':');
    const text: unknown = values ? undefined : instance.getResource(language, namespace, name);
    // A placeholder that gets no value is for i18next to complain of.
    return typeof text === 'string' && !text.includes('{{') ? text : translate(key, values);
  };
  return say as unknown as Translate;
}

/**
 * A size as a reader knows it from the phone's settings: decimal kilobytes, never zero, in threes as both
 * languages write them. Not by `Intl`, whose first use takes a slow phone 50 ms.
 */
export function kilobytes(bytes: number): string {
  return String(Math.max(1, Math.round(bytes / 1000))).replace(/\B(?=(\d{3})+$)/g, ',');
}
