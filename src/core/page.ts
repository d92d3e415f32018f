import type { Language } from './language';
import type { Facts, Term } from './model';
import type { PageName, Route, Site } from './routes';

/** The last comparison of an article's figures with its source, as `npm run check -- --record` wrote it. */
export interface CheckRecord {
  /** ISO 8601 date of the comparison. */
  readonly date: string;
  /** Hex SHA-256 of the source file. */
  readonly source: string;
  /** Hex SHA-256 of the facts that were compared: any later change makes the record void. */
  readonly facts: string;
  /** Measures whose phrase and figure were found in their paragraph, of all. */
  readonly matched: number;
  readonly measures: number;
}

/** What a page is made of besides words: the same in every language. */
export interface PageData {
  readonly articles: readonly Facts[];
  readonly terms: readonly Term[];
  /** By article: the card that uses each term first, see `termUsesOf`. */
  readonly uses: Readonly<Record<string, Readonly<Record<Language, readonly number[]>>>>;
  /** By article; an article that was never compared has none. */
  readonly checks: Readonly<Record<string, CheckRecord>>;
  readonly version: string;
}

/**
 * What each prerendered page says about itself to the script, as a JSON block. A change of language takes
 * its words from the page in the other language.
 */
export interface PageCard {
  readonly page: PageName | 'root';
  readonly article: string | null;
  readonly site: Site;
  /** What the page says in both languages, as a hash: the two versions of a page belong together if it is the same. */
  readonly pair: string;
  /** The script that is fetched when the page is idle. Named here and not in the entry, whose own name so stays the same. */
  readonly app: string;
  /** The script that keeps what the reader made, fetched when there is something to keep. */
  readonly keeper: string;
  /** The articles that there are, where they are searched. */
  readonly articles?: readonly string[];
  /** The cards and measures that there are, by article, where a reader's copy may be taken in. */
  readonly ids?: Readonly<Record<string, readonly string[]>>;
}

export function routeOfCard(card: PageCard, language: Language): Route | undefined {
  switch (card.page) {
    case 'root':
      return undefined;
    case 'article':
    case 'measures':
      return card.article === null ? undefined : { page: card.page, article: card.article, language };
    default:
      return { page: card.page, language };
  }
}
