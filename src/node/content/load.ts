import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../core/language';
import { languages } from '../../core/language';
import type { Article, Term } from '../../core/model';
import { ContentError, type Fault, show } from './fault';
import {
  articlesFolderOf,
  contentFolder,
  factsFileOf,
  termsFile,
  termWordsFileOf,
  uiFileOf,
  uiFolderOf,
  wordsFileOf,
} from './files';
import { readJson } from './json';
import { parseArticle, parseTerms, parseTermWords, parseUi, type Sheet, type UiWords } from './parse';
import type { Braces } from './policy';

export interface Content {
  /** The newest period first. */
  readonly articles: readonly Article[];
  readonly terms: {
    readonly facts: readonly Term[];
    readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  };
  /** The interface's words by language and namespace (`reader` for `locales/<language>/reader.json`). */
  readonly ui: Readonly<Record<Language, Readonly<Record<string, UiWords>>>>;
}

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Everything the reader publishes, read from disk through the door.
 *
 * @param root a folder with `src/content` and `locales`
 * @throws {ContentError} with the faults of all files together
 */
export function loadContent(root: string = projectRoot): Content {
  const loading = new Loading(root);
  const content: Content = {
    articles: loading.articles(),
    terms: loading.terms(),
    ui: { zh: loading.ui('zh'), en: loading.ui('en') },
  };
  if (loading.faults.length > 0) throw new ContentError(loading.faults);
  return content;
}

/** Goes on after a fault, so that a publisher sees all of them at once. */
class Loading {
  readonly faults: Fault[] = [];
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  articles(): Article[] {
    const folders = this.namesIn(contentFolder, 'folder');
    if (folders.length === 0) this.refuse(contentFolder, 'a folder for at least one article', 'none');
    for (const language of languages) this.refuseStrays(language, folders);
    return folders
      .flatMap((folder) => this.article(folder) ?? [])
      .sort((a, b) => b.facts.period.localeCompare(a.facts.period) || (a.facts.id < b.facts.id ? -1 : 1));
  }

  terms(): Content['terms'] {
    const sheet = this.sheet(termsFile, 'none');
    const words: Record<Language, Readonly<Record<string, string>>> = { zh: {}, en: {} };
    const sheets = languages.map((language) => ({
      language,
      ...this.sheet(termWordsFileOf(language), 'none'),
    }));
    const facts = this.attempt(() => parseTerms(sheet.file, sheet.value));
    if (facts === undefined || sheet.value === undefined) return { facts: [], words };
    for (const { language, file, value } of sheets) {
      if (value === undefined) continue;
      words[language] = this.attempt(() => parseTermWords(file, value, facts, language)) ?? {};
    }
    return { facts, words };
  }

  ui(language: Language): Record<string, UiWords> {
    const ui: Record<string, UiWords> = Object.create(null);
    for (const name of this.namesIn(uiFolderOf(language), 'json')) {
      if (name === 'terms') continue;
      const { file, value } = this.sheet(uiFileOf(language, name), 'names');
      ui[name] = this.attempt(() => parseUi(file, value)) ?? {};
    }
    return ui;
  }

  private article(folder: string): Article | undefined {
    const facts = this.sheet(factsFileOf(folder), 'none');
    const words = {
      zh: this.sheet(wordsFileOf('zh', folder), 'measures'),
      en: this.sheet(wordsFileOf('en', folder), 'measures'),
    };
    if (facts.value === undefined) return undefined;
    const article = this.attempt(() => parseArticle(facts, words));
    if (article !== undefined && article.facts.id !== folder) {
      this.refuse(facts.file, `the name of its folder, ${folder}`, show(article.facts.id), '/id');
    }
    return article;
  }

  /** Words whose article is gone would be published by nobody and noticed by nobody. */
  private refuseStrays(language: Language, folders: readonly string[]): void {
    for (const name of this.namesIn(articlesFolderOf(language), 'json')) {
      if (folders.includes(name)) continue;
      this.refuse(wordsFileOf(language, name), `facts beside it in ${factsFileOf(name)}`, 'nothing');
    }
  }

  private sheet(file: string, braces: Braces): Sheet {
    const path = join(this.root, file);
    if (!existsSync(path)) {
      this.refuse(file, 'a file', 'nothing');
      return { file, value: undefined };
    }
    return { file, value: this.attempt(() => readJson(file, readFileSync(path), braces)) };
  }

  private namesIn(folder: string, kind: 'folder' | 'json'): string[] {
    const path = join(this.root, folder);
    const entries = existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
    if (kind === 'folder') {
      return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
    }
    return entries
      .flatMap(({ name }) => (name.endsWith('.json') ? name.slice(0, -'.json'.length) : []))
      .sort();
  }

  private attempt<Read>(read: () => Read): Read | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      this.faults.push(...error.faults);
      return undefined;
    }
  }

  private refuse(file: string, expected: string, got: string, path = ''): void {
    this.faults.push({ file, path, expected, got });
  }
}
