import type { i18n } from 'i18next';
import { type ArticleReader, openArticle } from '../../core/articleWords';
import { translateIn } from '../../core/i18n';
import type { Language } from '../../core/language';
import type { Term } from '../../core/model';
import type { PageData } from '../../core/page';
import type { Site } from '../../core/routes';
import { openTerms, type TermFinder } from '../../core/terms';
import { type Speech, speaking } from './words';

/** What the printed page is made of: besides the interface's words the articles and the glossary. No reader's browser needs it. */
export interface Print extends Speech {
  readonly version: string;
  readonly checks: PageData['checks'];
  readonly articles: readonly ArticleReader[];
  readonly terms: readonly Term[];
  /** Finds the terms that a card is the first of its article to use. */
  termsIn(article: string, card: number): TermFinder;
  /** For keys made from a code in the facts; the prerender meets every one, so a miss stops the build. */
  say(key: `${string}:${string}`, values?: object): string;
}

export function printIn(instance: i18n, language: Language, site: Site, data: PageData): Print {
  const t = translateIn(instance, language);
  const findTerms = openTerms(data.terms, language);
  const indexOf = new Map(data.terms.map(({ id }, index) => [id, index]));
  return {
    language,
    site,
    version: data.version,
    checks: data.checks,
    t,
    terms: data.terms,
    termsIn: (article, card) =>
      findTerms((term) => data.uses[article]?.[language][indexOf.get(term) ?? -1] === card),
    articles: data.articles.map((facts) => openArticle(instance, facts, language)),
    say: t as unknown as Print['say'],
  };
}

const isPrint = (speech: Speech): speech is Print => 'articles' in speech;

/** As `speaking`, for components that only the build renders. */
export function printing(): Print {
  const speech = speaking();
  if (!isPrint(speech)) throw new Error('a component of the printed page was rendered in a browser');
  return speech;
}

/** The article a page is about; with one article on the site, the only one. */
export function articleOf(print: Print, id?: string): ArticleReader {
  const article = id === undefined ? print.articles[0] : print.articles.find(({ facts }) => facts.id === id);
  if (!article) throw new Error(`no article "${id ?? ''}" among the page's data`);
  return article;
}
