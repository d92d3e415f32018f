import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/node/content';
import { aContentTree, faultsOf, files } from './aContentTree';

const { facts, zh, en } = files;

describe('gapGate', () => {
  it('names what is left to write, and no other gate judges it', () => {
    const tree = aContentTree();
    tree.put(zh, 'cards.crime.takeaway', 'TODO: the news');
    tree.put(en, 'cards.crime.title', 'TODO: a title');
    tree.put(en, 'measures.posts.label', 'TODO: a label for 警务站');
    tree.put(en, 'measures.clearance.text', 'TODO: a sentence');
    tree.put(zh, 'measures.clearance.gloss', undefined);
    expect(tree.lines()).toEqual([
      `${zh} cards.crime.takeaway: expected the news, got TODO:`,
      `${en} cards.crime.title: expected a title, got TODO:`,
      `${en} measures.clearance.text: expected a sentence, got TODO:`,
      `${en} measures.posts.label: expected a label for 警务站, got TODO:`,
    ]);
  });

  it('names the gaps of the facts too', () => {
    const tree = aContentTree();
    tree.put(facts, 'source.publisher', 'TODO: who published it');
    tree.put(facts, 'measures[posts].override', { unit: 'bridge', why: 'TODO: a unit' });
    expect(tree.lines()).toEqual([
      `${facts} source.publisher: expected who published it, got TODO:`,
      `${facts} measures[posts].override.why: expected a unit, got TODO:`,
    ]);
  });

  it('leaves open whether a term is used until all words are written', () => {
    const tree = aContentTree();
    tree.put(zh, 'cards.crime.takeaway', 'TODO: the news');
    tree.put(zh, 'description', '一篇综述的摘要。');
    expect(tree.lines()).toEqual([`${zh} cards.crime.takeaway: expected the news, got TODO:`]);
  });

  it('is told even where the content cannot be read', () => {
    const tree = aContentTree();
    tree.put(en, 'cards.crime.title', 'TODO: a title');
    tree.put(facts, 'measures[posts].card', 'nowhere');
    const faults = faultsOf(() => checkContent(tree.root, tree.sourceDir));
    expect(faults.map(({ path }) => path)).toEqual(['cards.crime.title', 'measures[posts].card']);
  });

  it('lets a thing and its change have one label, and no other two measures of a card', () => {
    const tree = aContentTree();
    tree.put(zh, 'measures.posts.label', '破案率');
    tree.put(zh, 'measures.posts.text', '全市破案率：{{posts}}个。');
    tree.put(en, 'measures.posts.label', 'Clearance rate');
    tree.put(en, 'measures.posts.text', 'The clearance rate in the city: {{posts}} posts.');
    expect(tree.lines()).toEqual([]);
  });
});
