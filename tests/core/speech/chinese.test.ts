import { describe, expect, it } from 'vitest';
import { spokenChinese } from '../../../src/core/speech/chinese';

describe('spokenChinese', () => {
  it.each([
    ['0个', '零个'],
    ['10个', '十个'],
    ['12个', '十二个'],
    ['20名', '二十名'],
    ['110个', '一百一十个'],
    ['1001次', '一千零一次'],
    ['1273个', '一千二百七十三个'],
    ['10010名', '一万零一十名'],
    ['124500个', '十二万四千五百个'],
    ['124,500个', '十二万四千五百个'],
    ['1001000', '一百万一千'],
    ['100000000', '一亿'],
    ['100000001', '一亿零一'],
    ['120000000', '一亿二千万'],
  ])('counts %s', (written, spoken) => {
    expect(spokenChinese(written)).toBe(spoken);
  });

  it.each([
    ['12.45万个', '十二万四千五百个'],
    ['1.5亿元', '一亿五千万元'],
    ['0.5万元', '五千元'],
    ['2万名', '两万名'],
    ['1.23456万', '一点二三四五六万'],
    ['1.2万亿元', '一万二千亿元'],
  ])('says %s in full where that is exact', (written, spoken) => {
    expect(spokenChinese(written)).toBe(spoken);
  });

  it.each([
    ['2个', '两个'],
    ['2000人', '两千人'],
    ['200人', '二百人'],
    ['22个', '二十二个'],
    ['第2次', '第二次'],
    ['2月2日', '二月二日'],
    ['2.5倍', '二点五倍'],
    ['2个月', '两个月'],
    ['2%的', '百分之二的'],
  ])('tells 二 from 两 in %s', (written, spoken) => {
    expect(spokenChinese(written)).toBe(spoken);
  });

  it.each([
    ['27.7%', '百分之二十七点七'],
    ['3‰', '千分之三'],
    ['10%–12%', '百分之十到百分之十二'],
    ['10—12个', '十到十二个'],
    ['2～3万', '两到三万'],
    ['2—3月', '二到三月'],
    ['1/3', '三分之一'],
    ['降至-3度', '降至负三度'],
    ['3.05', '三点零五'],
    ['¥1.5万', '一万五千元'],
  ])('says the signs of %s', (written, spoken) => {
    expect(spokenChinese(written)).toBe(spoken);
  });

  it.each([
    ['2024年', '二零二四年'],
    ['2024年12月31日', '二零二四年十二月三十一日'],
    ['2023—2024年', '二零二三到二零二四年'],
    ['“雷火2024”', '雷火二零二四'],
    ['雷火2024', '雷火二零二四'],
    ['共计：2000', '共计：两千'],
    ['8:30', '八点三十分'],
    ['12:00', '十二点整'],
    ['第3', '第三'],
    ['第 7 版', '第七版'],
  ])('says %s as a date, a time or an order', (written, spoken) => {
    expect(spokenChinese(written)).toBe(spoken);
  });

  it.each([
    ['“12345”与“110”的工单', '幺二三四五与幺幺零的工单'],
    ['拨打110报警', '拨打幺幺零报警'],
    ['110名民警', '一百一十名民警'],
    ['365工作法', '三六五工作法'],
    ['SHA-256', 'SHA-二五六'],
    ['“1+4”清单', '一加四清单'],
    ['1、3、5分钟', '一、三、五分钟'],
    ['A级', 'A级'],
  ])('tells a name in %s from a count', (written, spoken) => {
    expect(spokenChinese(written)).toBe(spoken);
  });

  it.each(['三百四十余人次', '百分之四十以上', '约十个', '累计十二万'])(
    'leaves the words around: %s',
    (text) => {
      expect(spokenChinese(text)).toBe(text);
    },
  );

  it('leaves no marks and no comma before another', () => {
    expect(spokenChinese('《请示清单》（试行），“没有”和“零”。')).toBe('请示清单，试行，没有和零。');
    expect(spokenChinese('“一”“二”')).toBe('一，二');
    expect(spokenChinese('湖北随州 · 综述')).toBe('湖北随州，综述');
  });
});
