import { describe, expect, it } from 'vitest';
import { openSearch, prepareDocument } from '../../src/core/search';
import { type PlacedDocument, searchDocumentsOf } from '../../src/core/searchDocuments';
import { realContent, theWords } from './aSpeaker';

const documents = searchDocumentsOf(theWords());

const theDocument = (id: string, kind: PlacedDocument['kind']): PlacedDocument => {
  const found = documents.find((document) => document.id === id && document.kind === kind);
  if (!found) throw new Error(`no ${kind} ${id} among ${documents.length} documents`);
  return found;
};

describe('searchDocumentsOf', () => {
  it('has every card, measure and term, each with words in both languages', () => {
    const { articles, terms } = realContent;
    const wanted = [
      ...articles.flatMap(({ facts }) => [...facts.cards, ...facts.measures].map(({ id }) => id)),
      ...terms.facts.map(({ id }) => `term-${id}`),
    ];
    expect(documents.map(({ id }) => id).sort()).toEqual(wanted.sort());
    const poor = documents.filter(({ texts }) => texts.zh.length < 2 || texts.en.length < 2);
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  it('holds plain sentences, with every figure in them', () => {
    const all = documents.flatMap(({ texts }) => [...texts.zh, ...texts.en]);
    expect(all.filter((text) => /[{}\uE000-\uE0FF]|undefined|\n/.test(text))).toEqual([]);
    expect(theDocument('video-points', 'measure').texts.zh[2]).toContain('12.45万');
  });

  it('prints a figure with its unit and hedges, so that a change does not read as a level', () => {
    const { zh, en } = theDocument('telecom-fraud-cases', 'measure').texts;
    expect([zh[1], en[1]]).toEqual(['同比下降45%', 'down 45% year on year']);
    expect(theDocument('video-points', 'measure').texts.en[1]).toMatch(/^124,500 video points/);
  });
});

describe('a reader who searches the real texts', () => {
  const search = openSearch(documents.map(prepareDocument));
  const idsFor = (query: string, language: 'zh' | 'en' = 'zh') =>
    search.find(query, language).map(({ document }) => document.id);

  it.each([
    ['电信诈骗', '电信 诈骗'],
    ['刑事破案率', '刑事 破案率'],
    ['纠纷调解', '纠纷 调解'],
    ['矛盾调解', '矛盾 调解'],
    ['隨州', '随州'],
    ['調解', '调解'],
    ['警務站', '警务站'],
    ['百分之九十', '90%'],
    ['630多', '630余'],
  ])('finds as much with %j as with %j', (query, wanted) => {
    const found = idsFor(query);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(expect.arrayContaining(idsFor(wanted)));
  });

  it('finds “organization” as “organisation”', () => {
    expect(idsFor('organization', 'en').length).toBeGreaterThan(0);
    expect(idsFor('organization', 'en')).toEqual(idsFor('organisation', 'en'));
  });
});
