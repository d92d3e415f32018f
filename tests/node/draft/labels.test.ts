import { expect, it } from 'vitest';
import { figuresIn } from '../../../src/core/reading';
import { proposeLabel } from '../../../src/node/draft/labels';

const labelOf = (quote: string, token: string, direction: 'up' | 'none' = 'none') => {
  const figures = figuresIn(quote);
  const figure = figures.find((each) => each.token === token);
  if (figure === undefined) throw new Error(`no ${token} in ${quote}`);
  const { subject, isLabel } = proposeLabel({ quote, direction }, figure, figures);
  return isLabel ? subject : undefined;
};

it.each([
  ['社会消费品零售总额增至2.79万亿元', '2.79万亿', '社会消费品零售总额'],
  ['可再生能源装机容量占比提高到68.6%', '68.6%', '可再生能源装机容量占比'],
  ['拟安排修桥资金35亿元', '35亿', '修桥资金'],
  ['船队增至82艘、占比达到45%', '45%', '船队占比'],
  ['甲镇、乙镇等5条航线通航', '5', '航线通航'],
  ['累计新开工亿元以上项目超过3万个', '超过3万', '新开工亿元以上项目'],
])('labels %s with the words for what is counted', (quote, token, label) => {
  expect(labelOf(quote, token)).toBe(label);
});

it('leaves the verb of a change out', () => {
  expect(labelOf('工业投资增速回升2.3个百分点', '2.3', 'up')).toBe('工业投资增速');
  expect(labelOf('新发放贷款利率下行0.3个百分点', '0.3')).toBe('新发放贷款利率');
});

it.each([
  ['what only benefits', '老街改造惠及310多万户', '310多万'],
  ['a lead over others', '投资增速高于全国3.7个百分点', '3.7'],
  ['a lead in other words', '服务业增速快于经济增速1.2个百分点', '1.2'],
  ['what is too long for a card', '新就业形态劳动者职业伤害保障试点覆盖80万人', '80万'],
  ['words of rise where nothing rises', '工业对增长贡献率达到35.6%', '35.6%'],
])('leaves the label open for %s', (_name, quote, token) => {
  expect(labelOf(quote, token)).toBeUndefined();
});
