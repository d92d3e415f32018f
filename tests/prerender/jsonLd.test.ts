import { describe, expect, it } from 'vitest';
import { type Language, languages, tagOf } from '../../src/core/language';
import type { Route } from '../../src/core/routes';
import { jsonLdOf } from '../../src/prerender/jsonLd';
import { aSpeaker, realContent, theArticle, theReader } from '../core/aSpeaker';
import { articleId, aSite } from './aSite';
import { one, parseHtml, textOf } from './html';

const { facts } = theArticle();
const instance = aSpeaker();
const known = { base: '/some/reader/', origin: 'https://example.org' };

const linkedOf = (route: Route, site = known, articles = realContent.articles) =>
  jsonLdOf({ instance, site, articles }, route);

const on = (page: 'article' | 'measures', language: Language): Route => ({
  page,
  article: articleId,
  language,
});

const basedOn = {
  '@type': 'NewsArticle',
  headline: facts.source.title,
  inLanguage: 'zh-Hans',
  publisher: { '@type': 'Organization', name: '随州日报' },
};

describe('the linked data', () => {
  it.each([...languages])('says what the article page is, in %s', (language) => {
    const here = `https://example.org/some/reader/${language}/${articleId}/`;
    expect(linkedOf(on('article', language))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Article',
      url: here,
      headline: theReader(language).text('title'),
      description: theReader(language).text('description'),
      inLanguage: tagOf[language],
      isAccessibleForFree: true,
      isBasedOn: basedOn,
    });
  });

  it.each([...languages])('describes the figures as a data set on the measures page, in %s', (language) => {
    const data = `https://example.org/some/reader/data/${articleId}`;
    const linked = linkedOf(on('measures', language));
    expect(linked).toMatchObject({
      '@type': 'Dataset',
      inLanguage: tagOf[language],
      distribution: [
        { '@type': 'DataDownload', contentUrl: `${data}.csv`, encodingFormat: 'text/csv' },
        { '@type': 'DataDownload', contentUrl: `${data}.json`, encodingFormat: 'application/json' },
      ],
      isBasedOn: basedOn,
    });
    expect(String(linked?.name)).toContain(theReader(language).text('title'));
    expect(String(linked?.description)).toContain('33');
  });

  it.each([...languages])('names every measure in %s, none twice', (language) => {
    const reader = theReader(language);
    const names = linkedOf(on('measures', language))?.variableMeasured as string[];
    expect(new Set(names).size).toBe(names.length);
    expect(facts.measures.filter((measure) => !names.includes(reader.words(measure).label))).toEqual([]);
  });

  it('has addresses from the root where the site’s own is not known', () => {
    const linked = JSON.stringify(linkedOf(on('measures', 'en'), { base: '/', origin: '' }));
    expect(linked.match(/"(?:url|contentUrl)":"\/[^"]*/g)).toHaveLength(3);
  });

  it('rates no claim and gives no date, author or licence', () => {
    const all = languages.flatMap((language) => [
      linkedOf(on('article', language)),
      linkedOf(on('measures', language)),
    ]);
    expect(JSON.stringify(all)).not.toMatch(
      /ClaimReview|[rR]ating|datePublished|"author"|license|undefined|[\uE000-\uF8FF]/u,
    );
  });

  it.each(['home', 'terms', 'about', 'missing'] as const)('is not on the page %s', (page) => {
    expect(linkedOf({ page, language: 'zh' })).toBeUndefined();
  });

  it('cannot be made for an article that is not there', () => {
    expect(() => linkedOf(on('article', 'zh'), known, [])).toThrow(`no article "${articleId}"`);
  });
});

describe('a page with linked data', () => {
  it.each(['article', 'measures'] as const)('carries it as one block: %s', (name) => {
    const { page, site } = aSite();
    const document = parseHtml(page(on(name, 'en')));
    const block = one(document, 'block', ({ attributes }) => attributes.type === 'application/ld+json');
    expect(JSON.parse(textOf(block))).toEqual(linkedOf(on(name, 'en'), site));
  });
});
