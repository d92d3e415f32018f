import { describe, expect, it } from 'vitest';
import { spellingsOf } from '../../../src/core/search/spellings';
import { simplifiedOf } from '../../../src/core/search/traditional';

describe('spellingsOf', () => {
  it.each([
    ['analyzing labor programs', 'analysing labour programmes'],
    ['traveled 3 kilometers', 'travelled 3 kilometres'],
    ['defense', 'defence'],
    ['百分之二十七點七', '27.7%'],
    ['十二万个', '120000个'],
    ['三成', '30%'],
  ])('%j is also %j', (query, wanted) => {
    expect(spellingsOf(query)).toEqual([query, wanted]);
  });

  it.each(['', '公安', '一个', '三成立', 'traveller', 'organisation', 'zone', '随州', '隨州', '１２'])(
    '%j is written in one way only',
    (query) => {
      expect(spellingsOf(query)).toEqual([query]);
    },
  );
});

describe('simplifiedOf', () => {
  it('knows what is common in Taiwan and Hong Kong, and variants', () => {
    expect(Array.from('隨州調解警務站裡裏為爲眾衆臺灣', simplifiedOf).join('')).toBe(
      '随州调解警务站里里为为众众台湾',
    );
  });

  it('leaves what is simplified, whatever it is done twice', () => {
    const signs = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => String.fromCharCode(0x4e00 + at));
    expect(signs.filter((sign) => simplifiedOf(simplifiedOf(sign)) !== simplifiedOf(sign))).toEqual([]);
  });
});
