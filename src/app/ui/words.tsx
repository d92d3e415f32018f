import type { i18n } from 'i18next';
import type { ComponentChildren } from 'preact';
import { type ArticleReader, openArticle } from '../../core/articleWords';
import { type Translate, translateIn } from '../../core/i18n';
import type { Language } from '../../core/language';
import type { Term } from '../../core/model';
import type { PageData } from '../../core/page';
import type { Site } from '../../core/routes';
import { openTerms, type TermFinder } from '../../core/terms';

/** Everything a component needs to speak: the language, the interface's words and the articles'. */
export interface Speech {
  readonly language: Language;
  readonly site: Site;
  readonly version: string;
  readonly checks: PageData['checks'];
  /** True in the browser, where script-only parts are filled; false while pages are prerendered. */
  readonly live: boolean;
  readonly t: Translate;
  readonly articles: readonly ArticleReader[];
  readonly terms: readonly Term[];
  /** Finds the terms that a card is the first of its article to use. */
  termsIn(article: string, card: number): TermFinder;
  /** For keys made from a code in the facts; the prerender meets every one, so a miss stops the build. */
  say(key: `${string}:${string}`, values?: object): string;
}

export function speechIn(
  instance: i18n,
  language: Language,
  site: Site,
  data: PageData,
  live: boolean,
): Speech {
  const t = translateIn(instance, language);
  const findTerms = openTerms(data.terms, language);
  const indexOf = new Map(data.terms.map(({ id }, index) => [id, index]));
  return {
    language,
    site,
    version: data.version,
    checks: data.checks,
    live,
    t,
    terms: data.terms,
    termsIn: (article, card) =>
      findTerms((term) => data.uses[article]?.[language][indexOf.get(term) ?? -1] === card),
    articles: data.articles.map((facts) => openArticle(instance, facts, language)),
    say: t as unknown as Speech['say'],
  };
}

let current: Speech | undefined;

/**
 * Says in which words everything below it is rendered.
 *
 * A variable and not a context: rendering is synchronous, here and in the prerenderer, and one page
 * speaks one language at a time. Preact's hooks, which contexts need, would cost the reader a kilobyte.
 */
export function Speaking({ speech, children }: { speech: Speech; children: ComponentChildren }) {
  current = speech;
  return <>{children}</>;
}

/** The words of the page that is being rendered; for use in a component's body only. */
export function speaking(): Speech {
  if (!current) throw new Error('a component that speaks was rendered outside <Speaking>');
  return current;
}

/** The article a page is about; with one article on the site, the only one. */
export function articleOf(speech: Speech, id?: string): ArticleReader {
  const article =
    id === undefined ? speech.articles[0] : speech.articles.find(({ facts }) => facts.id === id);
  if (!article) throw new Error(`no article "${id ?? ''}" among the page's data`);
  return article;
}
