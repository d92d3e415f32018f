import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type FigureReading,
  figuresIn,
  readFigure,
  type Setting,
  type UnitRule,
} from '../../../src/core/reading';
import { projectRoot } from '../../../src/node/content';
import { parseUnits } from '../../../src/node/content/parse';

const units: UnitRule[] = [
  { unit: 'class', zh: ['期'], of: ['读书班'] },
  { unit: 'issue', zh: ['期'], of: [] },
  { unit: 'visit', zh: ['人次'], of: [] },
  { unit: 'person', zh: ['人'], of: [] },
  { unit: 'organisation', zh: ['个'], of: ['组织'] },
  { unit: 'post', zh: ['个'], of: ['警务站'] },
  { unit: 'percentage-point', zh: ['个百分点'], of: [] },
  { unit: 'yuan', zh: ['元'], of: [] },
  { unit: 'tonne', zh: ['吨'], of: [] },
];
const setting: Setting = { period: '2024', card: undefined };

/** The units of all reports. */
const unitsFile = join(projectRoot, 'src/content/units.json');
const allUnits = parseUnits(unitsFile, JSON.parse(readFileSync(unitsFile, 'utf8')));

const read = (quote: string, token?: string, given = setting, rules = units): FigureReading => {
  const figure = figuresIn(quote).find((one) => token === undefined || one.token === token);
  if (!figure) throw new Error(`no figure in ${quote}`);
  return readFigure(quote, figure, rules, given);
};

describe('figuresIn', () => {
  it.each([
    ['建设9个警务站', ['9']],
    ['全市没有重大事故', ['没有']],
    ['实现“零事故”', ['零']],
    ['实现隐患清零', ['清零']],
    ['站点实现“全覆盖”', ['全覆盖']],
    ['对59类报告事项和24类请示事项', ['59', '24']],
    ['推行365工作法', []],
    ['2024年以来', []],
  ])('finds in %s %j', (quote, tokens) => {
    expect(figuresIn(quote).map(({ token }) => token)).toEqual(tokens);
  });
});

describe('a reading', () => {
  it.each<[quote: string, expected: Partial<FigureReading>]>([
    [
      '刑事破案率同比上升27.7%',
      { kind: 'rate-change', direction: 'up', basis: 'not-stated', period: '2024' },
    ],
    ['破案率同比上升125%', { kind: 'rate-change', basis: 'relative' }],
    ['企业利润负增长2.1%', { direction: 'down' }],
    ['降幅收窄0.1个百分点', { kind: 'rate-change', direction: 'down' }],
    ['差距扩大0.2个百分点', { kind: 'rate-change', direction: 'up' }],
    ['贷款同比多增12亿元', { direction: 'up' }],
    ['拉动经济0.3个百分点', { kind: 'level', direction: 'none' }],
    ['项目审批时限压缩至7个工作日', { value: 7 }],
    ['项目均价1.28元/斤', { unit: undefined }],
    ['诈骗发案同比下降45%', { kind: 'count-change', direction: 'down', basis: 'relative' }],
    ['盗窃普遍下降40%以上', { qualifier: 'at-least', modifiers: ['generally'], comparedWith: 'not-stated' }],
    ['失业率下降0.3个百分点', { unit: 'percentage-point', basis: 'percentage-points', direction: 'down' }],
    ['城镇化率提高到66%', { kind: 'level', direction: 'none', basis: 'none' }],
    ['调解数量占总量的90%', { kind: 'share', unit: 'percent', direction: 'none' }],
    ['安排资金300亿元', { kind: 'amount', value: 30_000_000_000, unit: 'yuan', status: 'plan' }],
    ['粮食产量减少160万吨', { kind: 'count-change', direction: 'down', value: 1_600_000, unit: 'tonne' }],
    ['累计建设12.45万个警务站', { value: 124_500, modifiers: ['cumulative'], period: 'to-date' }],
    [
      '工业增加值年均增长6.5%',
      { modifiers: ['yearly-average'], direction: 'up', comparedWith: 'none', basis: 'relative' },
    ],
    ['最低工资标准年均增幅3.94%', { modifiers: ['yearly-average'], direction: 'up' }],
    ['举办读书班16期', { kind: 'activity', unit: 'class', period: '2024' }],
    ['城镇新增就业1244万人', { kind: 'count' }],
    ['新增学位300个', { kind: 'activity' }],
    ['出版16期', { unit: 'issue' }],
    ['培训340余人次', { qualifier: 'more-than', kind: 'activity', unit: 'visit' }],
    ['全市没有重大事故', { kind: 'zero', value: 0, qualifier: 'none-reported', unit: 'none' }],
    ['隐患清零', { kind: 'zero', qualifier: 'exact', spelled: true }],
    ['站点全覆盖', { kind: 'coverage', value: 'not-stated', qualifier: 'all' }],
    ['2023年培训20人', { period: '2023' }],
    ['建设9个警务站', { kind: 'count', period: 'not-stated', status: 'result' }],
    ['一般性支出压减22.3%', { kind: 'count-change', direction: 'down', basis: 'relative' }],
    ['办理时限缩短40%', { direction: 'down' }],
    ['增加值增幅高于全国0.7个百分点', { kind: 'level', direction: 'none', basis: 'none' }],
    ['增速增长高于全国平均水平2个百分点', { kind: 'level', direction: 'none' }],
    ['毛入学率比全国平均水平高4.9个百分点', { kind: 'level', direction: 'none' }],
    ['工业比重比上年提高2个百分点', { kind: 'rate-change', direction: 'up' }],
    ['水体比例优于国家考核目标14.6个百分点', { kind: 'level', status: 'result' }],
    ['人均预期寿命达到79.4岁', { status: 'result' }],
    ['完成年度投资目标300亿元', { status: 'result' }],
    ['力争完成投资目标300亿元', { status: 'target' }],
    ['失业率控制在5%以内', { status: 'result', kind: 'level' }],
    ['争取政策性资金超1000亿元', { status: 'result' }],
    ['入选国家人才计划47人', { status: 'result' }],
    ['今年计划培训47人', { status: 'plan' }],
    ['涉企检查事项精简26.8%', { direction: 'down', kind: 'count-change' }],
    ['细颗粒物浓度改善10.8%', { direction: 'down' }],
    ['养老金上调2%', { direction: 'up' }],
    ['发案升幅12%', { direction: 'up' }],
    ['净增231户', { direction: 'up' }],
    ['提升农房26户', { direction: 'none' }],
    ['风貌提升26.4万户', { direction: 'none', kind: 'activity' }],
    ['提升5000元', { direction: 'up' }],
    ['提升审判质效，85.2%的任务落地', { direction: 'none', kind: 'share' }],
    ['对外贸易下降超3成的情况下增长', { direction: 'down' }],
    ['比全省平均高出19.81%', { direction: 'none', kind: 'level' }],
    ['出生率为9.88‰', { kind: 'level' }],
    ['全部工业增加值超8000亿元', { kind: 'amount', qualifier: 'more-than' }],
    ['9个警务站全部建成', { kind: 'coverage', qualifier: 'all' }],
  ])('says of %s what its words say', (quote, expected) => {
    expect(read(quote)).toMatchObject(expected);
  });

  it('takes for a figure the verb that stands nearest, and 同比分别 for each of them', () => {
    const quote = '收案、结案同比分别下降3.6%和上升9.4%';
    expect(read(quote, '3.6%')).toMatchObject({ direction: 'down', modifiers: ['year-on-year'] });
    expect(read(quote, '9.4%')).toMatchObject({ direction: 'up', modifiers: ['year-on-year'] });
    expect(read('发案下降15.2%的同时起诉率上升2.3个百分点', '15.2%').direction).toBe('down');
  });

  it('takes a total for a count, whatever verb the figure before it has', () => {
    expect(read('新增警务站9个、累计达到79个', '9').kind).toBe('activity');
    expect(read('新增警务站9个、总量达79个', '79').kind).toBe('count');
  });

  it('gives each figure of a quote its own words', () => {
    const quote = '培训200人、发案下降30%';
    expect(read(quote, '200')).toMatchObject({ direction: 'none', unit: 'person' });
    expect(read(quote, '30%')).toMatchObject({ direction: 'down', unit: 'percent' });
  });

  it.each([
    ['食品、石化、医药、信息等产业增加值分别增长7.5%、11.5%、17.4%、7.3%', 'up', 4],
    ['事故起数和死亡人数分别下降48.9%、54.3%', 'down', 2],
    ['公用经费和一般性支出分别压减11%和19%', 'down', 2],
    ['两市岗位分别减少3万人、5万人', 'down', 2],
    ['耕地、林地比例分别同比提高3个、5个百分点', 'up', 2],
    ['城乡居民收入年均增长5.3%、8.1%', 'up', 2],
    ['收入和支出增长6%和7%', 'up', 2],
  ])('says of every figure of %s which way it moves', (quote, direction, count) => {
    const figures = figuresIn(quote);
    expect(figures).toHaveLength(count);
    const directions = figures.map((figure) => readFigure(quote, figure, units, setting).direction);
    expect(directions).toEqual(figures.map(() => direction));
  });

  it('ends a list after 分别 where its clause ends', () => {
    expect(read('产值、投资分别增长7%、9%，工业占比30%', '30%').direction).toBe('none');
  });

  it('takes what was and what was reached for levels of two times', () => {
    const given: Setting = { period: '2026', card: { period: '2021/2025' } };
    const quote = '装机比重由47.6%提升至73.4%';
    for (const token of ['47.6%', '73.4%'])
      expect(read(quote, token, given)).toMatchObject({ direction: 'none', period: 'not-stated' });
    const dated = '产值从2020年的3万亿元增长到2025年的4万亿元';
    expect(read(dated, '3万亿', given)).toMatchObject({ direction: 'none', period: '2020' });
    expect(read(dated, '4万亿', given)).toMatchObject({ direction: 'none', period: '2025' });
    const rate = '装机比重由2020年的47.6%提升至2025年的73.4%';
    for (const token of ['47.6%', '73.4%']) expect(read(rate, token, given).direction).toBe('none');
    for (const reached of ['床位增至52万张', '农田达到480万亩', '覆盖率提高到42.5%'])
      expect(read(reached, undefined, given).period).toBe('not-stated');
    for (const stock of ['生产总值6.66万亿元', '装机占比60%', '企业1万家'])
      expect(read(stock, undefined, given).period).toBe('not-stated');
    for (const work of ['支出占比保持在75%以上', '每年帮扶90万人', '投入3万亿元', '建成投产300个'])
      expect(read(work, undefined, given).period).toBe('2021/2025');
  });

  it.each([
    ['产量比2020年增长1.2倍', '2020', 'not-stated'],
    ['投入较２０２０年提高0.5个百分点', '2020', 'not-stated'],
    ['与2020年相比下降15%', '2020', 'not-stated'],
    ['2025年粮食产量比2020年增长8%', '2020', '2025'],
    ['汽车产量是2020年的3.1倍', '2020', 'not-stated'],
    ['比2020年的3%要好', 'none', '2020'],
    ['2025年粮食产量下降8%', 'not-stated', '2025'],
  ])('does not take the year compared with for the period: %s', (quote, comparedWith, period) => {
    expect(read(quote, undefined, setting, allUnits)).toMatchObject({ comparedWith, period });
  });

  it.each([
    ['增速回升2.3个百分点', { direction: 'up', kind: 'rate-change' }],
    ['贷款利率下行0.3个百分点', { direction: 'down', kind: 'rate-change' }],
    ['贷款利率下行28个基点', { direction: 'down', kind: 'rate-change', unit: 'basis-point' }],
    ['粮食增产3.5%', { direction: 'up', kind: 'count-change' }],
    ['亏损企业减亏12亿元', { direction: 'down', kind: 'count-change' }],
    ['出口额增长-3.1%', { direction: 'down', value: 3.1 }],
    ['自然增长率为-1.48‰', { direction: 'none', value: -1.48 }],
    ['到位率达百分之九十五', { kind: 'level', value: 95 }],
    ['目标任务完成率达102%', { status: 'result' }],
    ['已安排资金12亿元', { status: 'result' }],
    ['到2027年培育企业500家以上', { status: 'target', period: '2027' }],
    ['到2023年培育企业500家以上', { status: 'result', period: '2023' }],
    ['截至2025年1月累计接待游客300万人', { status: 'result' }],
    ['政策延长到2025年，惠及企业300家', { status: 'result' }],
    ['将新增财力的80%用于民生', { status: 'result' }],
    ['2024年实现的产值增长2倍', { comparedWith: 'not-stated', period: '2024' }],
    ['服务业占比2023年提高5个百分点', { comparedWith: 'not-stated', period: '2023' }],
    ['工业企业减亏面30%', { direction: 'none' }],
    ['反弹率3%', { direction: 'none' }],
    ['增长-5—8%', { direction: 'up', value: -5, upper: 8 }],
    ['将新建学校120所', { status: 'plan' }],
    ['努力实现增长6%', { status: 'target' }],
  ])('knows the words of provincial reports: %s', (quote, said) => {
    expect(read(quote, undefined, setting, allUnits)).toMatchObject(said);
  });

  it('compares what is told after a comma of a list with the year named before it', () => {
    const year = { comparedWith: 'previous-year', modifiers: ['year-on-year'] };
    const two = '比上年同期减少1.6万件、下降7.8%';
    for (const token of ['1.6万', '7.8%']) expect(read(two, token)).toMatchObject(year);
    const other = '同比增长5%、环比下降2%';
    expect(read(other, '2%')).toMatchObject({ comparedWith: 'not-stated', modifiers: [] });
    expect(read('同比增长5%、五年累计增长30%', '30%').modifiers).toEqual(['cumulative']);
  });

  it('takes the unit whose noun is nearest', () => {
    const quote = '1273个调解组织和9个警务站';
    expect(read(quote, '1273').unit).toBe('organisation');
    expect(read(quote, '9').unit).toBe('post');
  });

  it.each([
    ['县域广场增至44个', 'item'],
    ['建设10个县级广场', 'item'],
    ['改造县城广场10个', 'item'],
    ['新建5个样板县', 'county'],
    ['全省排名提升7位', 'rank'],
    ['新晋院士2位', 'person'],
    ['贡献6铜', 'medal'],
    ['获得48枚金牌', 'medal'],
    ['组网卫星增至144颗', 'item'],
    ['人均预期寿命达到79.4岁', 'year'],
    ['产量增长5.1倍', 'multiple'],
    ['项目提前3个月完工', 'month'],
    ['重点项目投资占比提高2个百分点', 'percentage-point'],
  ])('reads in %s the unit %s', (quote, unit) => {
    expect(read(quote, undefined, setting, allUnits).unit).toBe(unit);
  });

  it('takes a multiple for a relative change', () => {
    const reading = read('产量增长5.1倍', undefined, setting, allUnits);
    expect(reading).toMatchObject({ kind: 'count-change', direction: 'up', basis: 'relative' });
  });

  it('knows no unit where no word tells it', () => {
    expect(read('建设9台机器').unit).toBeUndefined();
  });

  it('takes period and status from the card where the quote gives none', () => {
    const given: Setting = { period: '2024', card: { period: '2025', status: 'target' } };
    expect(read('培训20人', undefined, given)).toMatchObject({ period: '2025', status: 'target' });
    expect(read('2023年培训20人', undefined, given).period).toBe('2023');
  });
});
