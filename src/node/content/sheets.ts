import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../core/language';
import { ContentError, type Fault } from './fault';
import {
  articlesFolderOf,
  checkedFileOf,
  contentFolder,
  factsFileOf,
  readingsFileOf,
  termsFile,
  termWordsFileOf,
  uiFileOf,
  uiFolderOf,
  wordsFileOf,
} from './files';
import { readJson } from './json';
import type { Braces } from './policy';

/**
 * Every file of content as the strict door for JSON gave it, not yet judged as content. It stands between
 * disk and parser so that the mutation run can put one changed sheet among the others.
 */
export interface Sheets {
  /** The folders of `src/content`: an article each. */
  readonly articles: readonly string[];
  /** The articles that have words, by language. */
  readonly worded: Readonly<Record<Language, readonly string[]>>;
  readonly namespaces: Readonly<Record<Language, readonly string[]>>;
  /** By file; undefined where a file could not be read, which is noted in `faults`. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly faults: readonly Fault[];
}

/** What stands between braces in a file of this name. */
export function bracesIn(file: string): Braces {
  if (file.startsWith(`${contentFolder}/`) || /\/terms\.json$/.test(file)) return 'none';
  return languages.some((language) => file.startsWith(`${articlesFolderOf(language)}/`))
    ? 'measures'
    : 'names';
}

/** @param root a folder with `src/content` and `locales` */
export function readSheets(root: string): Sheets {
  const articles = namesIn(join(root, contentFolder), 'folder');
  const worded = {
    zh: namesIn(join(root, articlesFolderOf('zh')), 'json'),
    en: namesIn(join(root, articlesFolderOf('en')), 'json'),
  };
  const namespaces = {
    zh: namesIn(join(root, uiFolderOf('zh')), 'json'),
    en: namesIn(join(root, uiFolderOf('en')), 'json'),
  };
  const files = [
    ...articles.flatMap((id) => [
      factsFileOf(id),
      readingsFileOf(id),
      checkedFileOf(id),
      wordsFileOf('zh', id),
      wordsFileOf('en', id),
    ]),
    termsFile,
    ...languages.map(termWordsFileOf),
    ...languages.flatMap((language) => namespaces[language].map((name) => uiFileOf(language, name))),
  ];
  const faults: Fault[] = [];
  const values = new Map<string, unknown>();
  for (const file of new Set(files)) {
    const path = join(root, file);
    if (existsSync(path)) values.set(file, valueIn(file, path, faults));
  }
  return { articles, worded, namespaces, values, faults };
}

function valueIn(file: string, path: string, faults: Fault[]): unknown {
  try {
    return readJson(file, readFileSync(path), bracesIn(file));
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    faults.push(...error.faults);
    return undefined;
  }
}

function namesIn(path: string, kind: 'folder' | 'json'): string[] {
  const entries = existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
  if (kind === 'folder') {
    return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
  }
  return entries.flatMap(({ name }) => (name.endsWith('.json') ? name.slice(0, -'.json'.length) : [])).sort();
}
