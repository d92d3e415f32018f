import type { i18n } from 'i18next';
import { translateIn } from '../core/i18n';
import { tagOf } from '../core/language';
import { type Article, type Facts, notStated, type ReportKind } from '../core/model';
import { readArticle } from '../core/printedFigures';
import { plain } from '../core/prose';
import { addressOf, type Route, type Site } from '../core/routes';

/** What a page tells programs about itself, in the words of schema.org. */
export type JsonLd = Readonly<Record<string, unknown>>;

interface Parts {
  readonly instance: i18n;
  readonly site: Site;
  readonly articles: readonly Article[];
}

/** A type of schema.org for each kind of source. */
const typeOf: Readonly<Record<ReportKind, string>> = {
  'newspaper-review': 'NewsArticle',
  'government-report': 'Report',
  communique: 'Report',
  other: 'CreativeWork',
};

const organization = (name: string) => ({ '@type': 'Organization', name });

/** The source as printed, with whatever its facts state. */
const sourceOf = ({ source, language }: Facts): JsonLd => ({
  '@type': typeOf[source.kind],
  headline: source.title,
  inLanguage: tagOf[language],
  ...(source.issuer !== notStated && { author: organization(source.issuer) }),
  publisher: organization(source.publisher),
  ...(source.published !== notStated && { datePublished: source.published }),
});

/**
 * The linked data of an article's pages; other pages have none. It says what the text is and where it comes
 * from, and rates nothing. It has no review of claims, no date or author that the source does not give, and
 * no licence, because that of the program does not cover the figures.
 */
export function jsonLdOf({ instance, site, articles }: Parts, route: Route): JsonLd | undefined {
  if (route.page !== 'article' && route.page !== 'measures') return undefined;
  const facts = articles.find(({ facts }) => facts.id === route.article)?.facts;
  if (!facts) throw new Error(`no article "${route.article}" for ${route.page} in ${route.language}`);
  const { language } = route;
  const reader = readArticle(instance, facts, language);
  const title = plain(reader.text('title'));
  const type = route.page === 'article' ? 'Article' : 'Dataset';
  const page = {
    '@context': 'https://schema.org',
    '@type': type,
    url: addressOf(site, route),
    inLanguage: tagOf[language],
    isAccessibleForFree: true,
    isBasedOn: sourceOf(facts),
  };
  if (route.page === 'article')
    return { ...page, headline: title, description: plain(reader.text('description')) };
  const t = translateIn(instance, language);
  const download = (ending: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    contentUrl: `${site.origin}${site.base}data/${facts.id}.${ending}`,
    encodingFormat,
  });
  return {
    ...page,
    name: `${title} · ${t('measures:title')}`,
    description: t('measures:description', { article: title, count: facts.measures.length }),
    distribution: [download('csv', 'text/csv'), download('json', 'application/json')],
    variableMeasured: [...new Set(facts.measures.map((measure) => plain(reader.words(measure).label)))],
  };
}
