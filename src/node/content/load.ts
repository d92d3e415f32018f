import { fileURLToPath } from 'node:url';
import type { Language } from '../../core/language';
import { languages } from '../../core/language';
import { type Article, type Facts, notStated } from '../../core/model';
import type { CheckRecord } from '../../core/page';
import type { UnitRule } from '../../core/reading';
import { type Checked, isVoid, parseChecked } from './checked';
import { FaultList, remark, show } from './fault';
import {
  checkedFileOf,
  contentFolder,
  factsFileOf,
  readingsFileOf,
  termsFile,
  termWordsFileOf,
  uiFileOf,
  unitsFile,
  wordsFileOf,
} from './files';
import { parseTerms, parseTermWords, parseUi, parseUnits, type UiWords } from './parse';
import { parseFacts } from './parseFacts';
import { parseReadings, type Readings } from './parseReadings';
import { parseWords, refuseDifferences } from './parseWords';
import { refuse } from './schema';
import { readSheets, type Sheets } from './sheets';
import { type WrittenArticle, withTemplates } from './templates';
import { type Glossary, withUsedTerms } from './usedTerms';

export interface Content {
  /** The articles, the newest period first. */
  readonly articles: readonly Article[];
  readonly terms: Glossary;
  /** The units that measures may have. */
  readonly units: readonly UnitRule[];
  /** The interface's words by language and namespace (`reader` for `locales/<language>/reader.json`). */
  readonly ui: Readonly<Record<Language, Readonly<Record<string, UiWords>>>>;
  /**
   * What must not be read into an article's figures, by article. Articles without such a file are not in it.
   */
  readonly readings: ReadonlyMap<string, Readings>;
  /** The last comparison of each article with its source, unless the facts were changed after it. */
  readonly checked: ReadonlyMap<string, CheckRecord>;
  /** The quotes as they were last compared, by article: fingerprints by measure. */
  readonly compared: ReadonlyMap<string, Checked['quotes']>;
}

/** Every file of words: of the articles, the terms and the interface. */
export const wordFilesOf = ({ articles, terms, ui }: Content) =>
  languages.flatMap((language) => [
    ...articles.map(({ facts, words }) => ({
      file: wordsFileOf(language, facts.id),
      language,
      words: words[language] as unknown,
    })),
    { file: termWordsFileOf(language), language, words: terms.words[language] as unknown },
    ...Object.entries(ui[language]).map(([name, words]) => ({
      file: uiFileOf(language, name),
      language,
      words: words as unknown,
    })),
  ]);

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Everything the reader publishes, read from disk and parsed.
 *
 * @param root a folder with `src/content` and `locales`
 * @throws {ContentError} with the faults of all files together
 */
export const loadContent = (root: string = projectRoot): Content => releasedFrom(contentOf(readSheets(root)));

/** What readers get: the reports that are released, and the terms that these use. */
export const releasedFrom = (content: Content): Content => withUsedTerms(publishedIn(content));

/** Without the reports that an editor has not released. */
export const publishedIn = (content: Content): Content => ({
  ...content,
  articles: content.articles.filter(({ facts }) => !facts.unpublished),
});

/**
 * Parses files that have been read already.
 *
 * @throws {ContentError} with the faults of all files together
 */
export function contentOf(sheets: Sheets): Content {
  const loading = new Loading(sheets);
  const units = loading.file(unitsFile, parseUnits);
  const articles = loading.articles(units);
  const checked = loading.besideFacts(articles, checkedFileOf, parseChecked);
  const content: Omit<Content, 'articles'> = {
    terms: loading.terms(),
    units: units ?? [],
    ui: { zh: loading.ui('zh'), en: loading.ui('en') },
    readings: loading.besideFacts(articles, readingsFileOf, parseReadings),
    checked: new Map(
      articles.flatMap(({ facts }) => {
        const record = checked.get(facts.id);
        if (record === undefined || isVoid(facts, record)) return [];
        const { quotes, ...shown } = record;
        return [[facts.id, shown] as const];
      }),
    ),
    compared: new Map(Array.from(checked, ([id, { quotes }]) => [id, quotes])),
  };
  loading.throwIfAny();
  return { ...content, articles: withTemplates(articles, content.ui) };
}

/** By the year reported on, then by the day on which a report came out; one without a date comes last. */
function newestFirst(a: Facts, b: Facts): number {
  const timeOf = ({ period, source: { delivered, published } }: Facts) =>
    [period, ...[published, delivered].filter((day) => day !== notStated)].join(' ');
  return timeOf(b).localeCompare(timeOf(a)) || (a.id < b.id ? -1 : 1);
}

/** Loading goes on after a fault, so that a publisher sees all of them at once. */
class Loading extends FaultList {
  private readonly sheets: Sheets;

  constructor(sheets: Sheets) {
    super();
    this.sheets = sheets;
    this.faults.push(...sheets.faults);
  }

  articles(units: readonly UnitRule[] | undefined): WrittenArticle[] {
    const folders = this.sheets.articles;
    if (folders.length === 0) {
      this.miss(contentFolder, 'a folder for an article', 'Add one with its facts.json.');
    }
    for (const language of languages) this.refuseStrays(language, folders);
    return folders
      .flatMap((folder) => this.article(folder, units) ?? [])
      .sort((a, b) => newestFirst(a.facts, b.facts));
  }

  terms(): Content['terms'] {
    const facts = this.file(termsFile, parseTerms);
    const wordsOf = (language: Language) =>
      this.file(termWordsFileOf(language), (file, value) =>
        facts === undefined ? {} : parseTermWords(file, value, facts, language),
      ) ?? {};
    return { facts: facts ?? [], words: { zh: wordsOf('zh'), en: wordsOf('en') } };
  }

  ui(language: Language): Record<string, UiWords> {
    const ui: Record<string, UiWords> = Object.create(null);
    for (const name of this.sheets.namespaces[language]) {
      if (name !== 'terms') ui[name] = this.file(uiFileOf(language, name), parseUi) ?? {};
    }
    return ui;
  }

  /** Reads the files that an article may have beside its facts, by article. */
  besideFacts<Read>(
    articles: readonly Pick<Article, 'facts'>[],
    fileOf: (article: string) => string,
    parse: (file: string, value: unknown, facts: Article['facts']) => Read,
  ): ReadonlyMap<string, Read> {
    return new Map(
      articles.flatMap(({ facts }) => {
        const file = fileOf(facts.id);
        if (!this.sheets.values.has(file)) return [];
        const found = this.file(file, (name, value) => parse(name, value, facts));
        return found === undefined ? [] : [[facts.id, found] as const];
      }),
    );
  }

  /** Undefined if the file is missing or has faults, which are noted. */
  file<Read>(file: string, parse: (file: string, value: unknown) => Read): Read | undefined {
    const { values } = this.sheets;
    if (!values.has(file)) this.miss(file, 'a file', 'Add it, or bring it back.');
    const value = values.get(file);
    return value === undefined ? undefined : this.attempt(() => parse(file, value));
  }

  /** Words are checked as far as they can be, even if the facts have faults. */
  private article(folder: string, units: readonly UnitRule[] | undefined): WrittenArticle | undefined {
    const facts = this.file(factsFileOf(folder), (file, value) => {
      const parsed = parseFacts(file, value, units);
      const expected = `the name of its folder, ${folder}`;
      const remedy = 'Rename the folder with its words files, or correct the id.';
      refuse(file, parsed.id === folder ? [] : [remark('id', expected, show(parsed.id), remedy)]);
      return parsed;
    });
    const wordsOf = (language: Language) =>
      this.file(wordsFileOf(language, folder), (file, value) => parseWords(file, value, facts, language));
    const [zh, en] = [wordsOf('zh'), wordsOf('en')];
    if (facts === undefined || zh === undefined || en === undefined) return undefined;
    const sides = { zh, en };
    return this.attempt(() => {
      refuseDifferences(folder, sides, facts.language);
      return { facts, words: sides };
    });
  }

  /** Refuses words whose article is gone: nobody would publish them, and nobody would notice. */
  private refuseStrays(language: Language, folders: readonly string[]): void {
    for (const name of this.sheets.worded[language].filter((each) => !folders.includes(each))) {
      const remedy = 'Take the file out, or bring the facts back.';
      this.miss(wordsFileOf(language, name), `facts beside it in ${factsFileOf(name)}`, remedy);
    }
  }

  private miss(file: string, expected: string, remedy: string): void {
    this.faults.push({ file, ...remark('', expected, 'nothing', remedy) });
  }
}
