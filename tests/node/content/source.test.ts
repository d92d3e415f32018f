import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent, loadContent, projectRoot } from '../../../src/node/content';
import { bodyParagraphsOf } from '../../../src/node/content/source';
import { aContentTree, files, refuses, source, tinyFacts } from './aContentTree';

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
  it('takes full and half width for the same', () => {
    expect(source).toContain('27．7%');
    expect(aContentTree().lines()).toEqual([]);
  });

  it('says plainly that the source is not at hand', () => {
    const tree = aContentTree();
    tree.remove('source');
    const { faults, report } = checkContent(tree.root, tree.sourceDir);
    expect(faults).toEqual([]);
    expect(report.articles[0]?.compared).toBe(false);
  });

  refuses([
    [
      'a quote that the source does not hold',
      (tree) => tree.put(facts, 'measures[posts].quote', '新建设9个警务站'),
      `${facts} measures[posts].quote: expected words of paragraph 2, got 新建设9个警务站`,
    ],
    [
      'a quote that makes every field of its measure look wrong, and only the quote',
      (tree) => tree.put(facts, 'measures[clearance].quote', '破案率27.7%'),
      `${facts} measures[clearance].quote: expected words of paragraph 2, got 破案率27.7%`,
    ],
    [
      'a value that contradicts its quote, and not what tells it',
      (tree) => tree.put(facts, 'measures[posts].qualifier', 'more-than'),
      `${facts} measures[posts].qualifier: expected exact for 9, got more-than`,
    ],
    [
      'a token that the source does not hold',
      (tree) => tree.put(facts, 'ledger[2].token', '366工作法'),
      `${facts} ledger[2].token: expected words of paragraph 2, in the order of the text, got 366工作法`,
    ],
    [
      'a number of the source that the ledger leaves out',
      (tree) => {
        const ledger = tinyFacts().ledger.slice(0, 2);
        tree.put(facts, 'ledger', ledger);
      },
      `${facts} ledger: expected an entry for each number of paragraph 2, got none for 365`,
    ],
    [
      'a value that the source does not give',
      (tree) => {
        tree.put(facts, 'ledger[1].token', '9个');
        tree.put(facts, 'measures[posts].value', 8);
      },
      `${facts} measures[posts].value: expected 9 for 9个, got 8`,
    ],
    [
      'a quote that cuts off the hedge of its number',
      (tree) => {
        const hedged = source.replace('9个', '近9个');
        tree.write('source/tiny.txt', hedged);
        tree.put(facts, 'source.sha256', createHash('sha256').update(hedged).digest('hex'));
        tree.put(facts, 'measures[posts].quote', '9个警务站');
        tree.put(facts, 'measures[posts].period', 'not-stated');
      },
      `${facts} measures[posts].qualifier: expected 9 about, as 近9 of paragraph 2 says, got 9 exact`,
    ],
    [
      'an entry that is no numeric expression',
      (tree) => {
        tree.put(facts, 'ledger[3]', { paragraph: 2, token: '!', name: '365工作法' });
      },
      `${facts} ledger[3].token: expected a numeric expression of paragraph 2, got !`,
    ],
    [
      'entries in another order than the text',
      (tree) => {
        tree.put(facts, 'ledger', [...tinyFacts().ledger.slice(1), ...tinyFacts().ledger.slice(0, 1)]);
      },
      `${facts} ledger[2].token: expected words of paragraph 2, in the order of the text, got 27.7%`,
    ],
    [
      'a reason to set aside what is not left out',
      (tree) => {
        tree.put(files.readings, 'asides', [{ paragraph: 2, token: '9', why: '试' }]);
      },
      `${files.readings} asides: expected numbers of paragraph 2 that the ledger leaves out, got 9`,
    ],
    [
      'another text than the source, and only that',
      (tree) => tree.write('source/tiny.txt', '别的文章。'),
      `${facts} source.sha256: expected ${createHash('sha256').update('别的文章。').digest('hex')}, as of the source, got ${tinyFacts().source.sha256}`,
      `${facts} source.paragraphs: expected 1, as in the source, got 2`,
    ],
  ]);

  it.each([
    ['lets 33 characters of the source in a row pass', '这', []],
    ['refuses 34', '这个', ['建设9个警务站并且还在各个乡镇和街道继续推行大家都已经非常熟悉的这个…']],
  ])('%s, figures filled and punctuation aside', (_name, end, runs) => {
    const tree = aContentTree();
    tree.put(zh, 'unsaid', [
      `建设{{posts}}个警务站；并且，还在各个乡镇和街道继续推行“大家都已经非常熟悉的${end}”。`,
    ]);
    tree.put(files.en, 'unsaid', ['With {{posts}} posts.']);
    expect(tree.lines()).toEqual(
      runs.map((run) => `${zh} unsaid[0]: expected at most 33 characters of the source in a row, got ${run}`),
    );
  });
});
