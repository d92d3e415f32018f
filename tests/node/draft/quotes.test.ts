import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../src/core/reading';
import { quoteOf } from '../../../src/node/draft/quotes';

/** The quotes of all figures of a text. */
const quotesIn = (text: string) => {
  const figures = figuresIn(text);
  return figures.map((figure) => quoteOf(text, figure, figures)?.quote);
};

describe('quoteOf', () => {
  it.each([
    ['ends where the clause does', '全年修桥84座，行人方便多了。', ['全年修桥84座']],
    [
      'goes left for the thing that a change is of',
      '产值超过3万亿元，增长5%。',
      ['产值超过3万亿元', '产值超过3万亿元，增长5%'],
    ],
    [
      'goes left for what a share is of',
      '船队增至82艘、占比达到45%。',
      ['船队增至82艘', '船队增至82艘、占比达到45%'],
    ],
    ['does not cut a list in two', '甲镇、乙镇、丙镇等9个镇通了邮船。', ['甲镇、乙镇、丙镇等9个镇通了邮船']],
    ['parts a list of figures', '灯塔8座、码头45处、渡口57处。', ['灯塔8座', '码头45处', '渡口57处']],
    [
      'keeps the verb that a list has once',
      '全年新增高铁500公里、高速公路800公里，修桥8座、灯塔3座。',
      ['全年新增高铁500公里', '全年新增高铁500公里、高速公路800公里', '修桥8座', '灯塔3座'],
    ],
    [
      'parts a list in which each thing has its verb or a unit of its own',
      '新建灯塔8座、改造码头45处，全年新增就业12万人、失业率3.2%，培训机构30家、学校12所。',
      ['新建灯塔8座', '改造码头45处', '全年新增就业12万人', '失业率3.2%', '培训机构30家', '学校12所'],
    ],
    [
      'keeps what 均 and 分别 speak of',
      '东港、西港客运分别增长6%、9%。',
      ['东港、西港客运分别增长6%', '东港、西港客运分别增长6%、9%'],
    ],
    ['counts what follows the number', '治理有力，12480个排污口完成整治。', ['12480个排污口完成整治']],
    ['stays within the sentence', '人口增长。比上年增加3万人。', ['比上年增加3万人']],
    ['parts nothing inside quotation marks', '开办“灯下，船上”夜校19所。', ['开办“灯下，船上”夜校19所']],
    ['writes digits as content may hold them', '水质优良率提高２７．５％。', ['水质优良率提高27.5%']],
  ])('%s', (_name, text, quotes) => {
    expect(quotesIn(text)).toEqual(quotes);
  });

  it('gives none where every clause is too long', () => {
    expect(quotesIn(`${'河流湖泊'.repeat(20)}共有80处。`)).toEqual([undefined]);
  });

  it('gives none where another figure of the clause has the same characters', () => {
    expect(quotesIn('修桥4座造船4艘。')).toEqual(['修桥4座造船4艘', undefined]);
  });
});
