import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent, linesOf, loadContent, projectRoot } from '../../../src/node/content';
import { bodyParagraphsOf } from '../../../src/node/content/source';
import { aContentTree, type ContentTree, files, source, tinyFacts } from './aContentTree';

type Case = [name: string, spoil: (tree: ContentTree) => void, ...lines: string[]];

const { facts, zh } = files;

describe('bodyParagraphsOf', () => {
  it('leaves out title, byline, headings and captions', () => {
    expect(bodyParagraphsOf(source, tinyFacts())).toEqual([
      '开头这一段只写概况。',
      expect.stringMatching(/^全市破案率.*365工作法!$/),
    ]);
  });

  it('leaves out a heading that ends as a sentence does', () => {
    expect(bodyParagraphsOf('正文。\n标题吗?\n', { sections: [{ id: 'a', title: '标题吗？' }] })).toEqual([
      '正文。',
    ]);
  });

  const real = `${projectRoot}/../shared/source/suizhou-2024.txt`;
  it.runIf(existsSync(real))('counts 18 in the Suizhou review', () => {
    const article = loadContent().articles.find(({ facts: { id } }) => id === 'suizhou-2024');
    const paragraphs = bodyParagraphsOf(readFileSync(real, 'utf8'), article?.facts ?? { sections: [] });
    expect(paragraphs).toHaveLength(18);
  });
});

describe('checkSource', () => {
  const linesFor = ({ root, sourceDir }: ContentTree) => linesOf(checkContent(root, sourceDir).faults);

  it('takes full and half width for the same', () => {
    expect(source).toContain('27．7%');
    expect(linesFor(aContentTree())).toEqual([]);
  });

  it('says plainly that the source is not at hand', () => {
    const tree = aContentTree();
    tree.remove('source');
    const { faults, report } = checkContent(tree.root, tree.sourceDir);
    expect(faults).toEqual([]);
    expect(report.articles[0]?.compared).toBe(false);
  });

  it.each<Case>([
    [
      'a quote that the source does not hold',
      (tree) => tree.put(facts, '/measures/1/quote', '新建设9个警务站'),
      `${facts} /measures/1/quote: expected words of paragraph 2, got 新建设9个警务站`,
    ],
    [
      'a token that the source does not hold',
      (tree) => tree.put(facts, '/ledger/2/token', '366工作法'),
      `${facts} /ledger/2/token: expected words of paragraph 2, in the order of the text, got 366工作法`,
      `${facts} /ledger: expected an entry for each number of paragraph 2, got none for 365`,
    ],
    [
      'a number of the source that the ledger leaves out',
      (tree) => {
        const ledger = tinyFacts().ledger.slice(0, 2);
        tree.put(facts, '/ledger', ledger);
      },
      `${facts} /ledger: expected an entry for each number of paragraph 2, got none for 365`,
    ],
    [
      'a value that the source does not give',
      (tree) => {
        tree.put(facts, '/ledger/1/token', '9个');
        tree.put(facts, '/measures/1/value', 8);
      },
      `${facts} /measures/1/value: expected 9 for 9个, got 8`,
      `${facts} /ledger/1/token: expected 9 exact, as 9 of paragraph 2 says, got 8 exact`,
    ],
    [
      'an entry that is no numeric expression',
      (tree) => {
        tree.put(facts, '/ledger/3', { paragraph: 2, token: '!', name: '365工作法' });
      },
      `${facts} /ledger/3/token: expected a numeric expression of paragraph 2, got !`,
    ],
    [
      'entries in another order than the text',
      (tree) => {
        tree.put(facts, '/ledger', [...tinyFacts().ledger.slice(1), ...tinyFacts().ledger.slice(0, 1)]);
      },
      `${facts} /ledger/2/token: expected words of paragraph 2, in the order of the text, got 27.7%`,
      `${facts} /ledger: expected an entry for each number of paragraph 2, got none for 27.7%`,
    ],
    [
      'a reason to set aside what is not left out',
      (tree) => {
        tree.put(files.readings, '/asides', [{ paragraph: 2, token: '9', why: '试' }]);
      },
      `${files.readings} /asides: expected numbers of paragraph 2 that the ledger leaves out, got 9`,
    ],
    [
      'another edition of the source',
      (tree) => {
        tree.put(facts, '/source/sha256', '0'.repeat(64));
      },
      `${facts} /source/sha256: expected ${tinyFacts().source.sha256}, as of the source, got ${'0'.repeat(64)}`,
    ],
  ])('refuses %s', (_name, spoil, ...lines) => {
    const tree = aContentTree();
    spoil(tree);
    expect(linesFor(tree)).toEqual(lines);
  });

  it.each([
    ['lets 33 characters of the source in a row pass', '这', []],
    ['refuses 34', '这个', ['建设9个警务站并且还在各个乡镇和街道继续推行大家都已经非常熟悉的这个…']],
  ])('%s, figures filled and punctuation aside', (_name, end, runs) => {
    const tree = aContentTree();
    tree.put(zh, '/unsaid', [
      `建设{{posts}}个警务站；并且，还在各个乡镇和街道继续推行“大家都已经非常熟悉的${end}”。`,
    ]);
    tree.put(files.en, '/unsaid', ['With {{posts}} posts.']);
    expect(linesFor(tree)).toEqual(
      runs.map((run) => `${zh} /unsaid/0: expected at most 33 characters of the source in a row, got ${run}`),
    );
  });
});
