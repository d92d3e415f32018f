import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/core/search/sentences';
import { oneOf, randomFrom, wholeBelow } from '../../support/random';

describe('sentencesOf', () => {
  it.each([
    ['发案下降27.7%。同比减少！真的？是；完', ['发案下降27.7%。', '同比减少！', '真的？', '是；', '完']],
    ['他说：“开始。”然后结束。', ['他说：“开始。”', '然后结束。']],
    ['真的？！好。', ['真的？！', '好。']],
    ['按 No.5 号文件。完成。', ['按 No.5 号文件。', '完成。']],
    ['It fell. Did it? Yes! 9 of 10 did.', ['It fell.', 'Did it?', 'Yes!', '9 of 10 did.']],
    ['It fell by 27.7% to 1,273.5 cases. So it did.', ['It fell by 27.7% to 1,273.5 cases.', 'So it did.']],
    [
      'See Art. 5 and No. 7, e.g. Dr. Li of the U.S. Mission, cf. Annex 2. End.',
      ['See Art. 5 and No. 7, e.g. Dr. Li of the U.S. Mission, cf. Annex 2.', 'End.'],
    ],
    ['They call it “Small Cases.” It works.', ['They call it “Small Cases.”', 'It works.']],
    ['It works (mostly.) “Loophole” hazards fell.', ['It works (mostly.)', '“Loophole” hazards fell.']],
    ['Cases, theft etc. are counted. 雷火 is a name.', ['Cases, theft etc. are counted.', '雷火 is a name.']],
    ['see yaolan.example for more', ['see yaolan.example for more']],
    ['Wait ... what?', ['Wait ... what?']],
    ['One.   Two!  three', ['One.', 'Two!  three']],
    ['  ', []],
    ['', []],
  ])('splits %j', (paragraph, wanted) => {
    expect(sentencesOf(paragraph)).toEqual(wanted);
  });

  it('loses and moves nothing but blanks', () => {
    const random = randomFrom(4);
    const parts = ['a', 'B', 'Mr', 'No', '案', '。', '；', '.', '!', ' ', '”', ')', '7', '“'];
    const bare = (text: string) => text.replace(/\s/g, '');
    for (let round = 0; round < 5_000; round += 1) {
      const text = Array.from({ length: wholeBelow(random, 30) }, () => oneOf(random, parts)).join('');
      const sentences = sentencesOf(text);
      expect(bare(sentences.join(''))).toBe(bare(text));
      expect(sentences.filter((sentence) => sentence !== sentence.trim() || sentence === '')).toEqual([]);
    }
  });

  it('comes through a hundred thousand full stops', () => {
    expect(sentencesOf('. '.repeat(100_000))).toHaveLength(100_000);
  });
});
