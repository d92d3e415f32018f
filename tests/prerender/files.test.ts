import { describe, expect, it } from 'vitest';
import { routesOf } from '../../src/core/routes';
import { pageCardOf, pageDataOf, pairOf, resourcesOf } from '../../src/prerender/files';
import { realContent, theArticle } from '../core/aSpeaker';

const site = { base: '/some/reader/', origin: '' };

const cardOf = (page: Parameters<typeof pageCardOf>[3]['page'], article: string | null = null) =>
  pageCardOf(realContent, site, (owner) => `/some/reader/assets/${owner}-abc.js`, { page, article });

describe('pageCardOf', () => {
  it.each(routesOf(['suizhou-2024']))('names what $page needs in $language, and no words', (route) => {
    const card = cardOf(route.page, 'article' in route ? route.article : null);
    expect(card).toMatchObject({ page: route.page, site, app: `/some/reader/assets/${route.page}-abc.js` });
    expect(JSON.stringify(card)).not.toMatch(/\p{Script=Han}/u);
  });

  it('names the cards and measures where a copy may be taken in', () => {
    expect(cardOf('home').ids).toBeUndefined();
    const { cards, measures } = theArticle().facts;
    const ids = [...cards, ...measures].map(({ id }) => id);
    expect(cardOf('about').ids).toEqual({ 'suizhou-2024': ids });
  });

  it('says on the root and the not-found page which of the two they are', () => {
    expect([cardOf('root').page, cardOf('missing').page]).toEqual(['root', 'missing']);
  });
});

describe('pairOf', () => {
  it('is the same for the same two pages, and another when either changes or they trade places', () => {
    const pair = pairOf(['字', 'word']);
    expect(pairOf(['字', 'word'])).toBe(pair);
    expect(pairOf(['字', 'words'])).not.toBe(pair);
    expect(pairOf(['字字', 'word'])).not.toBe(pair);
    expect(pairOf(['word', '字'])).not.toBe(pair);
  });
});

describe('pageDataOf', () => {
  it('leaves out the ledger, which no page shows, and keeps it in the content', () => {
    expect(pageDataOf(realContent, '1.0.0').articles.map(({ ledger }) => ledger)).toEqual([[]]);
    expect(theArticle().facts.ledger).toHaveLength(56);
  });
});

describe('resourcesOf', () => {
  it('has the same namespaces in both languages', () => {
    const names = (language: 'zh' | 'en') => Object.keys(resourcesOf(realContent, language)).sort();
    expect(names('zh')).toEqual(names('en'));
    expect(names('zh')).toContain('article-suizhou-2024');
    expect(names('zh')).toContain('terms');
  });
});
