import { fileURLToPath } from 'node:url';
import type { Language } from '../../core/language';
import { languages } from '../../core/language';
import type { Article, Term } from '../../core/model';
import type { CheckRecord } from '../../core/page';
import { parseChecked } from './checked';
import { ContentError, type Fault, show } from './fault';
import {
  checkedFileOf,
  contentFolder,
  factsFileOf,
  readingsFileOf,
  termsFile,
  termWordsFileOf,
  uiFileOf,
  wordsFileOf,
} from './files';
import { parseArticle, parseTerms, parseTermWords, parseUi, type Sheet, type UiWords } from './parse';
import { parseReadings, type Readings } from './parseReadings';
import { readSheets, type Sheets } from './sheets';

export interface Content {
  /** The newest period first. */
  readonly articles: readonly Article[];
  readonly terms: {
    readonly facts: readonly Term[];
    readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  };
  /** The interface's words by language and namespace (`reader` for `locales/<language>/reader.json`). */
  readonly ui: Readonly<Record<Language, Readonly<Record<string, UiWords>>>>;
  /** What must not be read into an article's figures, by article; only those that say so are here. */
  readonly readings: ReadonlyMap<string, Readings>;
  /** The last comparison of each article with its source. */
  readonly checked: ReadonlyMap<string, CheckRecord>;
}

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Everything the reader publishes, read from disk through the door.
 *
 * @param root a folder with `src/content` and `locales`
 * @throws {ContentError} with the faults of all files together
 */
export const loadContent = (root: string = projectRoot): Content => contentOf(readSheets(root));

/**
 * The same for sheets that have been read already.
 *
 * @throws {ContentError} with the faults of all files together
 */
export function contentOf(sheets: Sheets): Content {
  const loading = new Loading(sheets);
  const articles = loading.articles();
  const content: Content = {
    articles,
    terms: loading.terms(),
    ui: { zh: loading.ui('zh'), en: loading.ui('en') },
    readings: loading.readings(articles),
    checked: loading.checked(articles),
  };
  if (loading.faults.length > 0) throw new ContentError(loading.faults);
  return content;
}

/** Goes on after a fault, so that a publisher sees all of them at once. */
class Loading {
  readonly faults: Fault[];
  private readonly sheets: Sheets;

  constructor(sheets: Sheets) {
    this.sheets = sheets;
    this.faults = [...sheets.faults];
  }

  articles(): Article[] {
    const folders = this.sheets.articles;
    if (folders.length === 0) this.refuse(contentFolder, 'a folder for at least one article', 'none');
    for (const language of languages) this.refuseStrays(language, folders);
    return folders
      .flatMap((folder) => this.article(folder) ?? [])
      .sort((a, b) => b.facts.period.localeCompare(a.facts.period) || (a.facts.id < b.facts.id ? -1 : 1));
  }

  terms(): Content['terms'] {
    const sheet = this.sheet(termsFile);
    const words: Record<Language, Readonly<Record<string, string>>> = { zh: {}, en: {} };
    const sheets = languages.map((language) => ({
      language,
      ...this.sheet(termWordsFileOf(language)),
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
    for (const name of this.sheets.namespaces[language]) {
      if (name === 'terms') continue;
      const { file, value } = this.sheet(uiFileOf(language, name));
      ui[name] = this.attempt(() => parseUi(file, value)) ?? {};
    }
    return ui;
  }

  readings(articles: readonly Article[]): Content['readings'] {
    return new Map(
      articles.flatMap(({ facts }) => {
        const file = readingsFileOf(facts.id);
        const value = this.sheets.values.get(file);
        const readings =
          value === undefined ? undefined : this.attempt(() => parseReadings(file, value, facts));
        return readings === undefined ? [] : [[facts.id, readings] as const];
      }),
    );
  }

  checked(articles: readonly Article[]): Content['checked'] {
    return new Map(
      articles.flatMap(({ facts }) => {
        const file = checkedFileOf(facts.id);
        const value = this.sheets.values.get(file);
        const record = value === undefined ? undefined : this.attempt(() => parseChecked(file, value));
        return record === undefined ? [] : [[facts.id, record] as const];
      }),
    );
  }

  private article(folder: string): Article | undefined {
    const facts = this.sheet(factsFileOf(folder));
    const words = {
      zh: this.sheet(wordsFileOf('zh', folder)),
      en: this.sheet(wordsFileOf('en', folder)),
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
    for (const name of this.sheets.worded[language]) {
      if (folders.includes(name)) continue;
      this.refuse(wordsFileOf(language, name), `facts beside it in ${factsFileOf(name)}`, 'nothing');
    }
  }

  private sheet(file: string): Sheet {
    const { values } = this.sheets;
    if (!values.has(file)) this.refuse(file, 'a file', 'nothing');
    return { file, value: values.get(file) };
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
