import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/node/agreement/compare';
import type { Pair } from '../../../src/node/agreement/pairs';

const aPair = (zh: string, en: string, paragraph = '1'): Pair => ({ paragraph, zh, en });

/** The figures that differ, each with its cause: `30% moved`. */
const differences = (...pairs: Pair[]): string[] =>
  compare(pairs).differences.map(({ printed, cause }) => `${printed} ${cause}`);

describe('compare', () => {
  it.each([
    ['money', '花去1.39万亿元', 'It cost RMB1.39 trillion.'],
    ['people in full', '惠及1244万人', 'It served 12,440,000 people.'],
    ['people without a classifier', '惠及1100多万学生', 'It served over 11 million students.'],
    ['small numbers in words', '表彰三名职工', 'Three workers were honoured.'],
    ['both ends of a range', '增长4.5%—5%', 'Growth was 4.5 to 5 percent.'],
    ['a change in percentage points', '提高2.1个百分点', 'It rose by 2.1 percentage points.'],
  ])('finds %s', (_, zh, en) => {
    expect(compare([aPair(zh, en)])).toEqual({ all: 1, differences: [] });
  });

  it('compares neither names nor other counts, unless it is asked to', () => {
    const pairs = [aPair('“1+4”点亮30盏灯', 'Lamps were lit.')];
    expect(compare(pairs).all).toBe(0);
    expect(compare(pairs, () => true).all).toBe(1);
  });

  it('lets each number of the translation answer for one figure only', () => {
    expect(differences(aPair('分别增长5%、5%', 'Each grew by 5 percent.'))).toEqual(['5% left-out']);
  });

  it('tells a percentage from another number', () => {
    expect(differences(aPair('增长5%', 'It grew in 5 places.'))).toEqual(['5% left-out']);
  });

  it('finds a figure that the translation moved to another sentence of the paragraph', () => {
    const pairs = [aPair('增长30%，', 'Lamps grew.'), aPair('灯亮了。', 'By 30 percent they grew.')];
    expect(differences(...pairs)).toEqual(['30% moved']);
  });

  it('looks for no figure in another paragraph', () => {
    const pairs = [aPair('增长30%', 'Lamps grew.'), aPair('灯亮了', 'By 30 percent.', '2')];
    expect(differences(...pairs)).toEqual(['30% left-out']);
  });

  it.each([
    ['rounded', '花去1.395万亿元', 'It cost 1.4 trillion yuan.'],
    ['worded', '增长100%', 'The number doubled.'],
    ['left-out', '增长30%', 'It grew.'],
    ['unexplained', '增长30%', 'It grew by 70 percent.'],
  ])('names the cause of a figure that is not found: %s', (cause, zh, en) => {
    expect(compare([aPair(zh, en)]).differences.map((one) => one.cause)).toEqual([cause]);
  });

  it('sees that a unit is converted', () => {
    const { differences: found } = compare([aPair('产粮1.4万亿斤', '700 million metric tons')], () => true);
    expect(found).toEqual([
      { paragraph: '1', token: '1.4万亿', printed: '1.4 trillion', cause: 'converted' },
    ]);
  });
});
