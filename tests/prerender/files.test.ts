import { describe, expect, it } from 'vitest';
import { languages } from '../../src/core/language';
import type { PageInfo } from '../../src/core/page';
import { articleFilesOf, pageInfoOf, siteFileOf } from '../../src/prerender/files';
import { realContent, theArticle } from '../core/aSpeaker';
import { articleId, aSite } from './aSite';

describe('the files for scripts', () => {
  const articles = articleFilesOf(realContent, { base: '/', origin: '' });
  const siteFile = siteFileOf(realContent, articles);
  const articleFile = articles.find(({ facts }) => facts.id === articleId);

  it('hold the words of both languages, what each report is called and the glossary', () => {
    for (const language of languages) {
      const { sentences, units, ...shown } = realContent.ui[language];
      expect([sentences, units]).not.toContain(undefined);
      expect(siteFile.words[language]).toEqual({
        ...shown,
        terms: realContent.terms.words[language],
        reports: Object.fromEntries(
          realContent.articles.map(({ facts, words }) => {
            const { kicker, title, standfirst } = words[language];
            return [facts.id, { name: kicker, title, standfirst }];
          }),
        ),
      });
      expect(articleFile?.words[language]).toEqual(theArticle().words[language]);
    }
    expect(siteFile.terms).toMatchObject(realContent.terms.facts);
  });

  it('leave out the ledger, which no page shows, and keep it in the content', () => {
    expect(articleFile?.facts.ledger).toEqual([]);
    expect(theArticle().facts.ledger).toHaveLength(56);
  });

  it('say when an article was compared with its source, and which card uses each term first', () => {
    const record = realContent.checked.get(articleId);
    for (const { check } of Object.values(articleFile?.imprint ?? {}))
      expect(check).toContain(`${record?.matched}`);
    const cards = theArticle().facts.cards.length;
    for (const language of languages) {
      const uses = articleFile?.uses[language] ?? [];
      expect(uses).toHaveLength(realContent.terms.facts.length);
      expect(uses.filter((card) => card < -1 || card >= cards)).toEqual([]);
      expect(uses.filter((card) => card >= 0).length).toBeGreaterThan(20);
    }
  });

  it.each([
    ['a word of the interface', /^assets\/site-/, 'frame', 'footnote'],
    ['a word of the article', /^assets\/suizhou-2024-/, `article-${articleId}`, 'byline'],
    ['the meaning of a term', /^assets\/site-/, 'terms', 'petitioning'],
  ] as const)('change the name of one of them alone with %s', (_what, changed, namespace, key) => {
    const namesOf = ({ files }: ReturnType<typeof aSite>) => files.map(({ fileName }) => fileName);
    const before = namesOf(aSite());
    const after = namesOf(
      aSite({
        spoil: ({ en }) => {
          (en[namespace] as Record<string, unknown>)[key] = 'Other words.';
        },
      }),
    );
    expect(before.filter((name) => !after.includes(name))).toEqual([expect.stringMatching(changed)]);
    expect(after).toHaveLength(before.length);
  });
});

describe('pageInfoOf', () => {
  const address = (name: string) => ({ src: `/assets/${name}.json`, integrity: 'sha256-abc' });
  const files = { site: address('site'), articles: { a: address('a'), b: address('b') } };
  const infoOf = (page: PageInfo['page'], article: string | null = null) =>
    pageInfoOf({ site: { base: '/', origin: '' }, version: '1.0.0', files }, { page, article });

  it.each(['article', 'measures'] as const)('names the article that a page is about: %s', (page) => {
    expect(infoOf(page, 'b').files).toEqual({ site: files.site, articles: { b: files.articles.b } });
  });

  it.each(['about', 'search', 'saved'] as const)('names all where it speaks of all: %s', (page) => {
    expect(infoOf(page).files).toEqual(files);
  });

  it('names the newest on the home page, which tells its news', () => {
    expect(infoOf('home').files).toEqual({ site: files.site, articles: { a: files.articles.a } });
  });

  it.each(['terms', 'settings', 'missing', 'root'] as const)(
    'names none where it speaks of none: %s',
    (page) => {
      expect(infoOf(page)).toMatchObject({ page, articles: ['a', 'b'] });
      expect(infoOf(page).files).toEqual({ site: files.site, articles: {} });
    },
  );
});
