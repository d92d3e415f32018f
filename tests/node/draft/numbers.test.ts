import { describe, expect, it } from 'vitest';
import { isGap } from '../../../src/node/content/strings';
import { numbersIn } from '../../../src/node/draft/numbers';

const sorted = (text: string) => {
  const { measures, names, asides } = numbersIn(text, '2031');
  return {
    measures: measures.map(({ quote }) => quote),
    names: names.map(({ name }) => name),
    asides: asides.map(({ token, why }) => [token, isGap(why)]),
  };
};

describe('numbersIn', () => {
  it.each([
    ['a name in quotation marks as a whole', '走完“从1到2、从2到9”的路。', ['从1到2、从2到9'], []],
    ['the year of the report as nothing', '2031年会更好。', [], []],
    ['another year as set aside', '2030年过去了。', [], [['2030年', false]]],
    ['a rank as a gap', '船速居全国第3位。', [], [['第3', true]]],
    [
      'a small number in words as no figure',
      '抓好桥、路、灯三件大事，坚持四个方面发力。',
      [],
      [['四', false]],
    ],
    ['the size of a class as no figure', '建成千亿县。', [], [['千亿', false]]],
    ['the size of villages as no figure', '行政村和20户以上自然村都通路。', [], [['20户以上', false]]],
    ['the size of a machine as no figure', '造出25兆瓦级风机主轴。', [], [['25', false]]],
    ['the grade of a hospital as no figure', '建成三级医院。', [], [['三', false]]],
    [
      'a doubling in words as no figure',
      '收入翻一番，利润翻三番。',
      [],
      [
        ['翻一番', false],
        ['翻三番', false],
      ],
    ],
    ['the digits of a number as no figure', '产值保持两位数增长。', [], [['两', false]]],
    [
      'the tier of a body as no figure',
      '引进二、三级子公司超800家。',
      [],
      [
        ['二', false],
        ['三', false],
      ],
    ],
    ['a mere negation as no figure', '方向没有改变。', [], [['没有', false]]],
  ])('takes %s', (_name, text, names, asides) => {
    const found = sorted(text);
    expect(found.names).toEqual(names);
    expect(found.asides).toEqual(expect.arrayContaining(asides));
  });

  it('takes what was reached for a figure, and tiers that are counted', () => {
    expect(sorted('船只增加20艘以上。').measures).toEqual(['船只增加20艘以上']);
    expect(sorted('建成省、市、县三级中心。').asides).toEqual([]);
  });

  it('takes 没有 for a figure where nothing happened', () => {
    expect(sorted('全年没有发生重大事故。').measures).toEqual(['全年没有发生重大事故']);
  });
});
