import type { i18n } from 'i18next';
import { type ArticleReader, type Figures, openArticle } from './articleWords';
import type { Citations } from './citation';
import { type Namespaces, type Translate, translateIn } from './i18n';
import type { Language } from './language';
import type { Facts, Term } from './model';
import type { PageName, Route, Site } from './routes';
import { openTerms, type TermFinder } from './terms';

/** The last comparison of an article's figures with its source, as `npm run check -- --record` wrote it. */
export interface CheckRecord {
  /** ISO 8601 date of the comparison. */
  readonly date: string;
  /** Hex SHA-256 of the source file. */
  readonly source: string;
  /** Hex SHA-256 of the facts that were compared: any later change makes the record void. */
  readonly facts: string;
  /** How many measures had their phrase and figure found in their paragraph, and how many there are. */
  readonly matched: number;
  readonly measures: number;
}

/** What the build has put into words about a report and its source, so that no script needs the rules for it. */
export interface Imprint {
  /** Who reports: the body whose report it is, or the paper where the source names none. */
  readonly body: string;
  /** How many figures match the source, and when they were compared; absent if they never were. */
  readonly check?: string;
  /** For each card in order, the line that names the paragraphs from which it is drawn. */
  readonly sources: readonly string[];
  readonly citations: Citations;
}

/** One article without its words. */
interface ArticleData {
  /** Without the ledger, which no page shows. */
  readonly facts: Facts;
  readonly figures: Readonly<Record<Language, Figures>>;
  /** For each term, in the order of the glossary, the card that uses it first, see `termUsesOf`. */
  readonly uses: Readonly<Record<Language, readonly number[]>>;
  readonly imprint: Readonly<Record<Language, Imprint>>;
}

/** The file that holds one article for the scripts: `words` is its i18next namespace in each language. */
export interface ArticleFile extends ArticleData {
  readonly words: Readonly<Record<Language, object>>;
}

/** A term of the glossary, and the ids of the reports whose cards use it. */
export interface UsedTerm extends Term {
  readonly reports: readonly string[];
}

/**
 * The file that holds the words of the interface for the scripts, with the glossary and the names of all reports
 * (namespace `reports`).
 */
export interface SiteFile {
  readonly words: Readonly<Record<Language, Namespaces>>;
  readonly terms: readonly UsedTerm[];
}

/** The address of a file, and the hash that its bytes must have (Subresource Integrity). */
export interface FileAddress {
  readonly src: string;
  readonly integrity: string;
}

/** What each page says about itself to the scripts, as a JSON block at its end. */
export interface PageInfo {
  /** `unknown` is the page for an address in no language. */
  readonly page: PageName | 'root' | 'unknown';
  /** The article that the page is about. */
  readonly article: string | null;
  readonly site: Site;
  readonly version: string;
  /** All articles there are, in the order of the site. */
  readonly articles: readonly string[];
  readonly files: {
    readonly site: FileAddress;
    /** The articles whose words stand on this page. */
    readonly articles: Readonly<Record<string, FileAddress>>;
  };
}

export function routeOf({ page, article }: PageInfo, language: Language): Route {
  switch (page) {
    case 'root':
    case 'unknown':
      return { page: 'home', language };
    case 'article':
    case 'measures':
      return { page, article: article ?? '', language };
    default:
      return { page, language };
  }
}

/** Everything a page's components may say in one language. */
export interface Words {
  readonly language: Language;
  readonly page: PageInfo;
  readonly site: Site;
  readonly t: Translate;
  /**
   * Like `t`, for keys that contain a code of the facts. The prerenderer needs all of them, so
   * a missing one stops the build.
   */
  say(key: `${string}:${string}`, values?: object): string;
  readonly articles: readonly ArticleReader[];
  /** @throws where the page does not carry the article */
  article(id: string): ArticleReader;
  /** @throws where the page does not carry the article */
  imprint(article: string): Imprint;
  readonly terms: readonly UsedTerm[];
  /** Finds the terms that a card uses and no card before it in the article does. */
  termsIn(article: string, card: number): TermFinder;
  /** The same page in its other language. */
  readonly other: Words;
}

export interface PageData {
  readonly articles: readonly ArticleData[];
  readonly terms: readonly UsedTerm[];
}

/** @param instance i18next with the words of the interface and of the articles in both languages */
export function openWords(instance: i18n, page: PageInfo, data: PageData): Readonly<Record<Language, Words>> {
  const wordsIn = (language: Language): Omit<Words, 'other'> => {
    const t = translateIn(instance, language);
    const articles = data.articles.map((article) => ({
      ...article,
      reader: openArticle(instance, article.facts, article.figures[language], language),
    }));
    const find = openTerms(data.terms, language);
    const finders = new Map<string, TermFinder>();
    const dataOf = (id: string) => {
      const found = articles.find(({ facts }) => facts.id === id);
      if (!found) throw new Error(`${page.page}: expected the article "${id}"`);
      return found;
    };
    return {
      language,
      page,
      site: page.site,
      t,
      say: t as unknown as Words['say'],
      articles: articles.map(({ reader }) => reader),
      article: (id) => dataOf(id).reader,
      imprint: (id) => dataOf(id).imprint[language],
      terms: data.terms,
      termsIn(article, card) {
        const key = `${article}/${card}`;
        const uses = dataOf(article).uses[language];
        const isFirstUse = (term: string) => uses[data.terms.findIndex(({ id }) => id === term)] === card;
        const finder = finders.get(key) ?? find(isFirstUse);
        finders.set(key, finder);
        return finder;
      },
    };
  };
  const zh = wordsIn('zh') as Words;
  const en = wordsIn('en') as Words;
  return { zh: Object.assign(zh, { other: en }), en: Object.assign(en, { other: zh }) };
}
