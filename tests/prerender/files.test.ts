import { describe, expect, it } from 'vitest';
import { languages } from '../../src/core/language';
import type { Article } from '../../src/core/model';
import { routesOf } from '../../src/core/routes';
import type { Content } from '../../src/node/content';
import { pageDataOf, pageFilesOf, resourcesOf } from '../../src/prerender/files';
import { realContent, theArticle } from '../core/aSpeaker';

const site = { base: '/some/reader/', origin: '' };
const app = '/some/reader/assets/app-abc.js';

const filesOf = (content: Content, version = '1.0.0') =>
  pageFilesOf(content, site, pageDataOf(content, version), () => app);

const addressOf = (name: string) => `${site.base}assets/${name}.json`;

const namesOf = (content: Content, version?: string) =>
  filesOf(content, version).files.map(({ fileName }) => fileName);

/** A copy of the content, changed in one place. */
function changed(change: (content: Content) => void): Content {
  const copy = structuredClone(realContent);
  change(copy);
  return copy;
}

const newNames = (content: Content, version?: string) => {
  const before = namesOf(realContent);
  return namesOf(content, version).filter((name) => !before.includes(name));
};

describe('pageFilesOf', () => {
  it('names files by what is in them', () => {
    expect(namesOf(realContent)).toEqual(namesOf(structuredClone(realContent)));
    for (const name of namesOf(realContent)) expect(name).toMatch(/^assets\/[a-z0-9-]+-[\w-]{8}\.json$/);
  });

  it('gives no two files the same name', () => {
    expect(new Set(namesOf(realContent)).size).toBe(namesOf(realContent).length);
  });

  it('renames only the file whose words have changed', () => {
    const content = changed(({ ui }) => Object.assign(ui.en.frame ?? {}, { brand: 'Other' }));
    expect(newNames(content)).toEqual([expect.stringMatching(/^assets\/words-en-/)]);
  });

  it.each([
    ['the title', 'zh', ({ words }: Article) => Object.assign(words.zh, { title: '别的' })],
    [
      'figures-',
      'en',
      ({ words }: Article) => Object.assign(words.en.measures['study-classes'] ?? {}, { text: 'x' }),
    ],
    ['cards-', 'zh', ({ words }: Article) => Object.assign(words.zh.cards.crime ?? {}, { summary: '别的' })],
    [
      'cards-',
      'en',
      ({ words }: Article) => Object.assign(words.en.measures['study-classes'] ?? {}, { limits: ['x'] }),
    ],
  ] as const)(
    'renames only the file of the article’s words that has changed: %s%s',
    (name, language, change) => {
      const content = changed(({ articles }) => articles.forEach(change));
      const file = name === 'the title' ? '' : name;
      expect(newNames(content)).toEqual([
        expect.stringMatching(new RegExp(`^assets/suizhou-2024-${file}${language}-`)),
      ]);
    },
  );

  it('fetches a card’s words on the page that shows it, and on no other', () => {
    const { files, cardOf } = filesOf(realContent);
    const cards = files
      .map(({ fileName }) => site.base + fileName)
      .filter((name) => name.includes('-cards-'));
    const pages = routesOf(['suizhou-2024']).filter((route) =>
      languages.some((language) =>
        cardOf(route).words[language].some((name) => cards.includes(addressOf(name))),
      ),
    );
    expect(new Set(pages.map(({ page }) => page))).toEqual(new Set(['article']));
  });

  it('renames only the facts when a figure or the version changes', () => {
    const content = changed(({ articles }) =>
      Object.assign(articles[0]?.facts.measures[0] ?? {}, { value: 1 }),
    );
    expect(newNames(content)).toEqual([expect.stringMatching(/^assets\/facts-/)]);
    expect(newNames(realContent, '1.0.1')).toEqual([expect.stringMatching(/^assets\/facts-/)]);
  });

  it('names no script in any file, so that a new script leaves the words as they are', () => {
    const named = filesOf(realContent).files.filter(({ source }) => /\.js\b/.test(source));
    expect(named.map(({ fileName }) => fileName)).toEqual([]);
  });

  it('holds, for each page, all the words it speaks in either language', () => {
    const { files, cardOf } = filesOf(realContent);
    const sources = new Map(files.map(({ fileName, source }) => [site.base + fileName, source]));
    const wanted = { article: 'article-suizhou-2024', terms: 'terms', home: 'article-suizhou-2024' } as const;
    for (const [page, namespace] of Object.entries(wanted)) {
      const card = cardOf({ page: page as 'home', language: 'zh' });
      expect(sources.has(addressOf(card.data))).toBe(true);
      for (const language of languages) {
        const words = card.words[language].map(
          (name) => JSON.parse(sources.get(addressOf(name)) ?? 'null') as object,
        );
        expect(Object.assign({}, ...words)).toMatchObject({
          frame: expect.anything(),
          [namespace]: expect.anything(),
        });
      }
    }
  });

  it('says on the root and the not-found page which of the two they are', () => {
    const { rootCard } = filesOf(realContent);
    expect([rootCard('root').page, rootCard('missing').page]).toEqual(['root', 'missing']);
    expect(rootCard('root').app).toBe(app);
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
