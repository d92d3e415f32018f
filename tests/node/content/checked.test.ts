import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent, loadContent, recordComparison } from '../../../src/node/content';
import { parseChecked } from '../../../src/node/content/checked';
import { aContentTree, type ContentTree, files } from './aContentTree';

const { facts, checked } = files;

/** The tree as it is after `npm run check -- --record`. */
function recorded(tree = aContentTree()): ContentTree {
  record(tree);
  return tree;
}

const record = ({ root, sourceDir }: ContentTree) =>
  recordComparison(root, checkContent(root, sourceDir, { renews: true }), '2026-02-01');

const shownFor = ({ root }: ContentTree) => loadContent(root).checked.get('tiny');

describe('the record of a comparison', () => {
  const kept = {
    ...{ date: '2026-01-31', source: 'a'.repeat(64), facts: 'b'.repeat(64) },
    ...{ matched: 3, measures: 3, quotes: {} },
  };

  it.each([
    ['a date that is none', { ...kept, date: 'today' }, 'date'],
    ['a hash that is none', { ...kept, source: 'AB' }, 'source'],
    ['a count below nought', { ...kept, matched: -1 }, 'matched'],
    ['an unknown key', { ...kept, verified: true }, 'verified'],
  ])('refuses %s', (_, value, place) => {
    expect(() => parseChecked('checked.json', value)).toThrow(`checked.json ${place}: expected`);
  });

  it('is shown with its date and counts', () => {
    expect(shownFor(recorded())).toMatchObject({ date: '2026-02-01', matched: 2, measures: 2 });
  });

  it('is not written while there are faults, nor without the source', () => {
    const faulty = aContentTree();
    faulty.put(facts, 'names', []);
    const unsourced = aContentTree();
    unsourced.remove('source');
    for (const tree of [faulty, unsourced]) {
      expect(record(tree)).toEqual([]);
      expect(existsSync(`${tree.root}/${checked}`)).toBe(false);
    }
  });

  it('is void once the facts have changed, and nothing is then said of a comparison', () => {
    const tree = recorded();
    tree.remove('source');
    tree.put(facts, 'essentials', ['posts']);
    expect(shownFor(tree)).toBeUndefined();
    const { faults, report } = checkContent(tree.root, tree.sourceDir);
    expect(faults).toEqual([]);
    expect(report.articles[0]?.record).toBe('void');
  });

  it('is renewed by the next comparison, with quotes that have changed', () => {
    const tree = recorded();
    tree.put(facts, 'measures[posts].quote', '设9个警务站');
    expect(tree.lines()).toEqual([
      `${facts} measures[posts].quote: expected the quote as last compared with the source, got 设9个警务站`,
    ]);
    record(tree);
    expect(tree.lines()).toEqual([]);
  });

  it('tells of a quote that was altered since, without the source', () => {
    const tree = recorded();
    tree.remove('source');
    tree.put(facts, 'measures[posts].quote', '已建设9个警务站');
    expect(tree.lines()).toEqual([
      `${facts} measures[posts].quote: expected the quote as last compared with the source, got 已建设9个警务站`,
    ]);
    tree.remove(checked);
    expect(tree.lines()).toEqual([]);
  });

  it('tells that another figure of the quote is meant, without the source', () => {
    const tree = aContentTree();
    const quote = '破案率同比上升27.7%，建设9个警务站';
    tree.put(facts, 'measures[clearance].quote', quote);
    tree.put(facts, 'measures[clearance].token', '27.7%');
    const gloss = 'the clearance rate rose {{clearance}} year on year, {{posts}} posts built';
    tree.put(files.en, 'measures.clearance.gloss', gloss);
    recorded(tree);
    tree.remove('source');
    tree.put(facts, 'measures[clearance].token', '9');
    const line = `${facts} measures[clearance].quote: expected the quote as last compared with the source, got ${quote} (9)`;
    expect(tree.lines()).toContain(line);
  });

  it('says that every figure of the published articles matches', () => {
    const { articles, checked: shown } = loadContent();
    for (const { facts } of articles) {
      const { length } = facts.measures;
      expect(shown.get(facts.id)).toMatchObject({ matched: length, measures: length });
    }
  });
});
