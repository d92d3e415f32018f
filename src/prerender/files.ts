import { namespaceOf } from '../core/articleWords';
import { type Namespaces, openI18n } from '../core/i18n';
import type { Language } from '../core/language';
import { type ArticleFile, openWords, type PageData, type PageInfo, type SiteFile } from '../core/page';
import type { Site } from '../core/routes';
import { termUsesOf } from '../core/termUses';
import type { Content } from '../node/content';

/** One file that is made from the content. */
export interface DataFile {
  readonly fileName: string;
  readonly source: string;
}

const inEach = <T>(make: (language: Language) => T): Record<Language, T> => ({
  zh: make('zh'),
  en: make('en'),
});

/** All words of one language, by i18next namespace. */
function namespacesOf({ ui, articles, terms }: Content, language: Language): Namespaces {
  const ofArticles = articles.map(({ facts, words }) => [namespaceOf(facts.id), words[language]] as const);
  return { ...ui[language], terms: terms.words[language], ...Object.fromEntries(ofArticles) };
}

/** i18next with all words of the site. */
export const openSiteI18n = (content: Content) =>
  openI18n(
    'zh',
    inEach((language) => namespacesOf(content, language)),
  );

/** The words of the interface and the glossary, as the scripts fetch them: without the templates of the content. */
export const siteFileOf = ({ ui, terms }: Content): SiteFile => ({
  words: inEach((language) => {
    const { sentences, units, ...shown } = ui[language];
    return { ...shown, terms: terms.words[language] };
  }),
  terms: terms.facts,
});

/** Each article with its words, as the scripts fetch it: without the ledger, which no page shows. */
export function articleFilesOf(content: Content, page: PageInfo): ArticleFile[] {
  const unused = { zh: [], en: [] };
  const data = content.articles.map(({ facts }) => ({ facts: { ...facts, ledger: [] }, uses: unused }));
  const words = openWords(openSiteI18n(content), page, { articles: data, terms: content.terms.facts });
  return content.articles.map((article, at) => {
    const facts = data[at]?.facts ?? article.facts;
    return {
      facts,
      uses: inEach((language) => termUsesOf(words[language].article(facts.id), content.terms.facts)),
      check: content.checked.get(facts.id),
      words: article.words,
    };
  });
}

export const pageDataOf = (files: readonly ArticleFile[], { terms }: SiteFile): PageData => ({
  articles: files.map(({ words, ...data }) => data),
  terms,
});

/** The pages that say something of every article. */
const ofAllArticles: readonly PageInfo['page'][] = ['home', 'about', 'search', 'saved', 'missing'];

interface Parts {
  readonly site: Site;
  readonly version: string;
  /** The addresses of the files for scripts: those of all articles, and that of the site. */
  readonly files: PageInfo['files'];
}

/** What a page says about itself. It names only the files of the articles that the page shows. */
export function pageInfoOf(
  { site, version, files }: Parts,
  { page, article }: Pick<PageInfo, 'page' | 'article'>,
): PageInfo {
  const all = Object.entries(files.articles);
  const named = ofAllArticles.includes(page) ? all : all.filter(([id]) => id === article);
  return {
    page,
    article,
    site,
    version,
    articles: Object.keys(files.articles),
    files: { site: files.site, articles: Object.fromEntries(named) },
  };
}
