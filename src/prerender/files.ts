import { createHash } from 'node:crypto';
import { namespaceOf, openArticle } from '../core/articleWords';
import { addWords, openI18n, type Resources } from '../core/i18n';
import { type Language, languages } from '../core/language';
import type { ArticleWords } from '../core/model';
import type { PageCard, PageData } from '../core/page';
import type { Route, Site } from '../core/routes';
import { termUsesOf } from '../core/termUses';
import type { Content } from '../node/content';

/** One file of words or facts that pages fetch when they change language. */
export interface DataFile {
  readonly fileName: string;
  readonly source: string;
}

/** Named by its content: an edit changes the name, and pages name what they were built with. */
function fileOf(name: string, value: unknown): DataFile {
  const source = JSON.stringify(value);
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return { fileName: `assets/${name}-${hash}.json`, source };
}

export interface PageFiles {
  readonly files: readonly DataFile[];
  cardOf(route: Route): PageCard;
  rootCard(page: 'root' | 'missing'): PageCard;
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

const mapped = <T, U>(record: Readonly<Record<string, T>>, part: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, part(value)]));

/*
 * An article's words in three files that together are the whole: what all its pages say, what is said of
 * its figures, and the text of its cards. An edit to a card so renames the last alone, and only the pages
 * that show the card are fetched again.
 */
const frameOf = ({ claims: _, ...words }: ArticleWords) => ({
  ...words,
  cards: mapped(words.cards, ({ title }) => ({ title })),
  measures: mapped(words.measures, ({ label, unit }) => ({ label, unit })),
});
const sentencesOf = ({ claims, measures }: ArticleWords) => ({
  claims,
  measures: mapped(measures, ({ text }) => ({ text })),
});
const cardsOf = ({ cards, measures }: ArticleWords) => ({
  cards: mapped(cards, ({ title: _, ...rest }) => rest),
  measures: mapped(measures, ({ label: _l, unit: _u, text: _t, ...rest }) => rest),
});

const inEach = <T>(make: (language: Language) => T): Record<Language, T> => ({
  zh: make('zh'),
  en: make('en'),
});

export function pageFilesOf(
  content: Content,
  site: Site,
  data: PageData,
  app: (page: PageCard['page'] | 'notes' | 'keeper') => string,
): PageFiles {
  const facts = fileOf('facts', data);
  // The reset page has its words in its HTML, and no other page needs them.
  const ui = inEach((language) => {
    const { reset: _, ...words } = content.ui[language];
    return fileOf(`words-${language}`, words);
  });
  const terms = inEach((language) => fileOf(`terms-${language}`, { terms: content.terms.words[language] }));
  const articles = content.articles.map(({ facts: { id }, words }) => {
    const inFile = (name: string, part: (words: ArticleWords) => object) =>
      inEach((language) => fileOf(`${name}-${language}`, { [namespaceOf(id)]: part(words[language]) }));
    return {
      id,
      frame: inFile(id, frameOf),
      sentences: inFile(`${id}-figures`, sentencesOf),
      cards: inFile(`${id}-cards`, cardsOf),
    };
  });
  const nameOf = ({ fileName }: DataFile) => fileName.slice('assets/'.length, -'.json'.length);
  const cardFor = (page: PageCard['page'], article: string | null): PageCard => {
    const shown = articles.filter(({ id }) => article === null || id === article);
    const own = (language: Language) => [
      ...(page === 'terms' ? [] : shown.map(({ frame }) => frame[language])),
      ...(page === 'measures' || page === 'article' ? shown.map(({ sentences }) => sentences[language]) : []),
      ...(page === 'article' ? shown.map(({ cards }) => cards[language]) : []),
      // The article explains its terms in place.
      ...(page === 'terms' || page === 'article' ? [terms[language]] : []),
    ];
    return {
      page,
      article,
      site,
      app: app(page),
      ...(page === 'article' ? { notes: app('notes') } : {}),
      keeper: app('keeper'),
      data: nameOf(facts),
      words: inEach((language) => [ui[language], ...own(language)].map(nameOf)),
    };
  };
  return {
    files: [
      facts,
      ...languages.flatMap((language) => [
        ui[language],
        terms[language],
        ...articles.flatMap(({ frame, sentences, cards }) => [
          frame[language],
          sentences[language],
          cards[language],
        ]),
      ]),
    ],
    cardOf: (route) => cardFor(route.page, 'article' in route ? route.article : null),
    rootCard: (page) => cardFor(page, null),
  };
}
