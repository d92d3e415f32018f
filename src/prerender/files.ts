import { createHash } from 'node:crypto';
import { namespaceOf, openArticle } from '../core/articleWords';
import { addWords, openI18n, type Resources } from '../core/i18n';
import { type Language, languages } from '../core/language';
import type { PageCard, PageData } from '../core/page';
import type { Site } from '../core/routes';
import { termUsesOf } from '../core/termUses';
import type { Content } from '../node/content';

/** One file that is made from the content. */
export interface DataFile {
  readonly fileName: string;
  readonly source: string;
}

/** Everything that is not words: without the ledger, which no page shows. */
export function pageDataOf(content: Content, version: string): PageData {
  const { articles, terms, checked } = content;
  const instance = openI18n('zh');
  for (const language of languages) addWords(instance, language, resourcesOf(content, language));
  return {
    articles: articles.map(({ facts }) => ({ ...facts, ledger: [] })),
    terms: terms.facts,
    uses: Object.fromEntries(
      articles.map(({ facts }) => [
        facts.id,
        inEach((language) => termUsesOf(openArticle(instance, facts, language), terms.facts)),
      ]),
    ),
    checks: Object.fromEntries(checked),
    version,
  };
}

/** All words of one language, by i18next namespace. */
export function resourcesOf({ ui, articles, terms }: Content, language: Language): Resources {
  const ofArticles = articles.map(({ facts, words }) => [namespaceOf(facts.id), words[language]] as const);
  return { ...ui[language], terms: terms.words[language], ...Object.fromEntries(ofArticles) };
}

const inEach = <T>(make: (language: Language) => T): Record<Language, T> => ({
  zh: make('zh'),
  en: make('en'),
});

/** The addresses of the scripts that a page names. */
export type ScriptOf = (owner: PageCard['page'] | 'keeper') => string;

/** What a page says about itself; `pair` is known once both its versions are rendered. */
export function pageCardOf(
  { articles }: Content,
  site: Site,
  script: ScriptOf,
  { page, article }: Pick<PageCard, 'page' | 'article'>,
): PageCard {
  const idsOf = ({ facts: { id, cards, measures } }: Content['articles'][number]) => [
    id,
    [...cards, ...measures].map(({ id }) => id),
  ];
  return {
    page,
    article,
    site,
    pair: '',
    app: script(page),
    keeper: script('keeper'),
    ...(page === 'about' ? { ids: Object.fromEntries(articles.map(idsOf)) } : {}),
    ...(page === 'search' ? { articles: articles.map(({ facts }) => facts.id) } : {}),
  };
}

/** The same for both versions of a page, and another as soon as either says anything else. */
export function pairOf(versions: readonly string[]): string {
  const hash = createHash('sha256');
  for (const html of versions) hash.update(html);
  return hash.digest('base64url').slice(0, 8);
}
