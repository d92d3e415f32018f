import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../core/language';
import { type Fault, FaultList } from './fault';
import {
  articlesFolderOf,
  checkedFileOf,
  contentFolder,
  factsFileOf,
  readingsFileOf,
  termsFile,
  uiFileOf,
  uiFolderOf,
  unitsFile,
  wordsFileOf,
} from './files';
import { readJson } from './json';
import type { Braces } from './policy';

/**
 * Every file of content as the JSON reader gave it, not yet parsed. The mutation run
 * replaces one of them by a changed one.
 */
export interface Sheets {
  /** The folders of `src/content`, one for each article. */
  readonly articles: readonly string[];
  /** The articles that have words, by language. */
  readonly worded: Readonly<Record<Language, readonly string[]>>;
  readonly namespaces: Readonly<Record<Language, readonly string[]>>;
  /** The content of each file; undefined if a file could not be read, which is noted in `faults`. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly faults: readonly Fault[];
}

/** What may stand between braces in a file of this name. */
export function bracesIn(file: string): Braces {
  if (file.startsWith(`${contentFolder}/`) || /\/terms\.json$/.test(file)) return 'none';
  return languages.some((language) => file.startsWith(`${articlesFolderOf(language)}/`))
    ? 'measures'
    : 'names';
}

/** @param root a folder with `src/content` and `locales` */
export function readSheets(root: string): Sheets {
  const articles = articlesIn(root);
  const worded = inEach((language) => jsonIn(join(root, articlesFolderOf(language))));
  const namespaces = inEach((language) => jsonIn(join(root, uiFolderOf(language))));
  const files = [
    ...articles.flatMap((id) => [factsFileOf(id), readingsFileOf(id), checkedFileOf(id)]),
    ...languages.flatMap((language) => articles.map((id) => wordsFileOf(language, id))),
    ...[termsFile, unitsFile],
    ...languages.flatMap((language) => namespaces[language].map((name) => uiFileOf(language, name))),
  ];
  const list = new FaultList();
  const values = new Map<string, unknown>();
  for (const file of new Set(files)) {
    if (!existsSync(join(root, file))) continue;
    values.set(
      file,
      list.attempt(() => jsonAt(root, file)),
    );
  }
  return { articles, worded, namespaces, values, faults: list.faults };
}

/** One file of the content as JSON. */
export const jsonAt = (root: string, file: string): unknown =>
  readJson(file, readFileSync(join(root, file)), bracesIn(file));

const inEach = <Value>(make: (language: Language) => Value): Record<Language, Value> => ({
  zh: make('zh'),
  en: make('en'),
});

const entriesIn = (path: string) => (existsSync(path) ? readdirSync(path, { withFileTypes: true }) : []);

/** The folders of `src/content`, by name. */
export const articlesIn = (root: string): string[] =>
  entriesIn(join(root, contentFolder))
    .flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    .sort();

const jsonIn = (path: string): string[] =>
  entriesIn(path)
    .flatMap(({ name }) => (name.endsWith('.json') ? name.slice(0, -'.json'.length) : []))
    .sort();
