import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent, projectRoot } from '../../../src/node/content';
import { bodyParagraphsOf } from '../../../src/node/content/source';
import { aContentTree, files, refuses, source, tinyFacts } from './aContentTree';

const { facts, zh } = files;

describe('bodyParagraphsOf', () => {
  it('leaves out title, byline, headings and captions', () => {
    expect(bodyParagraphsOf(source)).toEqual([
      '开头这一段只写概况。',
      expect.stringMatching(/^全市破案率.*365工作法!$/),
    ]);
  });

  it('counts a short line that calls or asks as prose', () => {
    expect(bodyParagraphsOf('标题\n正文。\r\n谁来修灯？\n')).toEqual(['正文。', '谁来修灯？']);
  });

  it('leaves out whom a speech addresses', () => {
    expect(bodyParagraphsOf('标题\n各位代表：\n正文。\n各位代表！\n正文。\n')).toHaveLength(2);
  });

  const real = `${projectRoot}/../shared/source/suizhou-2024.txt`;
  it.runIf(existsSync(real))('counts 18 in the Suizhou review', () => {
    const paragraphs = bodyParagraphsOf(readFileSync(real, 'utf8'));
    expect(paragraphs).toHaveLength(18);
  });
});

describe('checkSource', () => {
  it('takes full and half width for the same', () => {
    expect(source).toContain('27．7%');
    expect(aContentTree().lines()).toEqual([]);
  });

  it('reads a source in another encoding, whose text was hashed', () => {
    const tree = aContentTree();
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(source, 'utf16le')]);
    tree.write('source/tiny.txt', utf16);
    expect(tree.lines()).toEqual([]);
  });

  it('refuses a source that is no text, in one sentence', () => {
    const tree = aContentTree();
    tree.write('source/tiny.txt', new Uint8Array([0xff, 0x00, 0xff]));
    expect(() => tree.lines()).toThrow(/tiny\.txt: expected Chinese text in UTF-8, GB 18030 or UTF-16/);
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
      'a name that the source does not hold',
      (tree) => tree.put(facts, 'names[0].name', '366工作法'),
      `${facts} names[0].name: expected words of its paragraph, got 366工作法`,
    ],
    [
      'a number of the source that belongs to no measure and no name',
      (tree) => tree.put(facts, 'names', []),
      `${facts} measures: expected a measure or a name for each number of paragraph 2, got none for 365`,
    ],
    [
      'a quote that cuts off the hedge of its number',
      (tree) => {
        const hedged = source.replace('9个', '近9个');
        tree.write('source/tiny.txt', hedged);
        tree.put(facts, 'source.sha256', createHash('sha256').update(hedged).digest('hex'));
        tree.put(facts, 'measures[posts].quote', '9个警务站');
      },
      `${facts} measures[posts].quote: expected the whole figure: 9 nearly, as 近9 of paragraph 2 says, got 9 exact`,
    ],
    [
      'a quote that cuts a range to its low end',
      (tree) => {
        const ranged = source.replace('9个', '5至9个');
        tree.write('source/tiny.txt', ranged);
        tree.put(facts, 'source.sha256', createHash('sha256').update(ranged).digest('hex'));
        tree.put(facts, 'measures[posts].quote', '建设5');
        tree.put(facts, 'measures[posts].override', { unit: 'none', why: 'The quote is cut.' });
        for (const file of [zh, files.en]) tree.put(file, 'measures.posts.unit', '');
      },
      `${facts} measures[posts].quote: expected the whole figure: 5 to 9 exact, as 5至9 of paragraph 2 says, got 5 exact`,
    ],
    [
      'a reason to set aside what is not left out',
      (tree) => {
        tree.put(files.readings, 'asides', [{ paragraph: 2, tokens: ['9'], why: '试' }]);
      },
      `${files.readings} asides: expected numbers of paragraph 2 that belong to no measure and no name, got 9`,
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
