import { type ArticleReader, namespaceOf, openArticle } from '../core/articleWords';
import { citationsOf } from '../core/citation';
import { type Namespaces, openI18n, type Translate, translateIn } from '../core/i18n';
import { type Language, languages } from '../core/language';
import { longDate } from '../core/longDate';
import { notStated } from '../core/model';
import type { ArticleFile, CheckRecord, Imprint, PageData, PageInfo, SiteFile, UsedTerm } from '../core/page';
import { figuresOf } from '../core/printedFigures';
import { addressOf, type Site } from '../core/routes';
import { sourceLine } from '../core/sourceLine';
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

/** The words of no one report: of the interface and the glossary, and what each report is called. */
const sharedWords = ({ ui, articles, terms }: Content, language: Language) => ({
  ...ui[language],
  terms: terms.words[language],
  reports: Object.fromEntries(
    articles.map(({ facts, words }) => {
      const { kicker, title, standfirst } = words[language];
      return [facts.id, { name: kicker, title, standfirst }];
    }),
  ),
});

/** All words of one language, by i18next namespace. */
function namespacesOf(content: Content, language: Language): Namespaces {
  const ofArticles = content.articles.map(({ facts, words }) => [namespaceOf(facts.id), words[language]]);
  return { ...sharedWords(content, language), ...Object.fromEntries(ofArticles) };
}

/** i18next with all words of the site. */
export const openSiteI18n = (content: Content) =>
  openI18n(
    'zh',
    inEach((language) => namespacesOf(content, language)),
  );

/** The words of the interface and the glossary, as the scripts fetch them: without the templates of the content and of figures. */
export const siteFileOf = (content: Content, articles: readonly ArticleFile[]): SiteFile => ({
  words: inEach((language) => {
    const { sentences, units, figures, ...shown } = sharedWords(content, language) as Namespaces;
    return shown;
  }),
  terms: usedTerms(content, articles),
});

const usedTerms = ({ terms }: Content, articles: readonly ArticleFile[]): UsedTerm[] =>
  terms.facts.map((term, at) => {
    const isUsed = ({ uses }: ArticleFile) => languages.some((language) => (uses[language][at] ?? -1) >= 0);
    return { ...term, reports: articles.filter(isUsed).map(({ facts }) => facts.id) };
  });

function imprintOf(
  reader: ArticleReader,
  t: Translate,
  site: Site,
  record: CheckRecord | undefined,
): Imprint {
  const { language, facts } = reader;
  const address = addressOf(site, { page: 'article', language, article: facts.id });
  return {
    body: reader.text(facts.source.issuer === notStated ? 'publisher' : 'issuer'),
    ...(record && {
      check: t(record.matched === record.measures ? 'check:match-all' : 'check:match', {
        ...record,
        date: longDate(record.date, language),
      }),
    }),
    sources: facts.cards.map(({ paragraphs }) => sourceLine(t, facts, paragraphs)),
    citations: citationsOf(reader, { site: t('frame:brand'), address }),
  };
}

/** Each article with its words, as the scripts fetch it: without the ledger, which no page shows. */
export function articleFilesOf(content: Content, site: Site): ArticleFile[] {
  const instance = openSiteI18n(content);
  const { facts: terms } = content.terms;
  return content.articles.map((article): ArticleFile => {
    const facts = { ...article.facts, ledger: [] };
    const figures = inEach((language) => figuresOf(instance, facts, language));
    const readers = inEach((language) => openArticle(instance, facts, figures[language], language));
    return {
      facts,
      figures,
      uses: inEach((language) => termUsesOf(readers[language], terms)),
      imprint: inEach((language) =>
        imprintOf(readers[language], translateIn(instance, language), site, content.checked.get(facts.id)),
      ),
      words: article.words,
    };
  });
}

export const pageDataOf = (files: readonly ArticleFile[], { terms }: SiteFile): PageData => ({
  articles: files.map(({ words, ...data }) => data),
  terms,
});

/** The pages that say something of every article. */
const ofAllArticles: readonly PageInfo['page'][] = ['about', 'search', 'saved'];

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
  // The home page tells the news of the newest report.
  const shown = page === 'home' ? all[0]?.[0] : article;
  const named = ofAllArticles.includes(page) ? all : all.filter(([id]) => id === shown);
  return {
    page,
    article,
    site,
    version,
    articles: Object.keys(files.articles),
    files: { site: files.site, articles: Object.fromEntries(named) },
  };
}
