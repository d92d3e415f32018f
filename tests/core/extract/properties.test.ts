import { describe, expect, it } from 'vitest';
import { expressionsIn, type Qualifier } from '../../../src/core/extract';
import { cpuTimeOf } from '../../support/cpuTime';

/** A small seeded generator (mulberry32), so that a failing value can be met again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const digits = '零一二三四五六七八九';

/** Up to 9999, as it is said in full. */
function underTenThousand(value: number): string {
  const scales = ['', '十', '百', '千'];
  let text = '';
  let hasGap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      hasGap = text !== '';
      continue;
    }
    text += `${hasGap ? '零' : ''}${digits[digit]}${scales[power]}`;
    hasGap = false;
  }
  return text.startsWith('一十') ? text.slice(1) : text;
}

function chinese(value: number): string {
  const parts: string[] = [];
  const scales = [
    [10 ** 8, '亿'],
    [10 ** 4, '万'],
    [1, ''],
  ] as const;
  let rest = value;
  for (const [size, scale] of scales) {
    const part = Math.floor(rest / size);
    rest %= size;
    if (part === 0) continue;
    parts.push(`${parts.length > 0 && part < 1000 ? '零' : ''}${underTenThousand(part)}${scale}`);
  }
  return parts.join('').replace(/零十/g, '零一十');
}

const wide = (text: string): string =>
  text.replace(/[0-9.%]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));

/** Each form prints a value that it can print exactly; the unit is 盏 so that nothing is known about it but that it counts. */
const forms: Readonly<Record<string, (value: number) => [printed: string, value: number]>> = {
  Arabic: (value) => [`${value}盏`, value],
  'full width': (value) => [wide(`${value}盏`), value],
  thousands: (value) => [`${value.toLocaleString('en')}盏`, value],
  万: (value) => [`${(value % 100_000) / 100}万盏`, (value % 100_000) * 100],
  亿: (value) => [`${(value % 100_000) / 100}亿盏`, (value % 100_000) * 1_000_000],
  'Chinese numerals': (value) => [`${chinese(value)}盏`, value],
  '%': (value) => [`${(value % 1000) / 10}%`, (value % 1000) / 10],
  'full width %': (value) => [wide(`${(value % 1000) / 10}%`), (value % 1000) / 10],
  百分之: (value) => [`百分之${chinese((value % 99) + 1)}`, (value % 99) + 1],
};

const hedges: readonly [before: string, after: string, Qualifier][] = [
  ['', '', 'exact'],
  ['超过', '', 'more-than'],
  ['突破', '', 'more-than'],
  ['不少于', '', 'at-least'],
  ['', '以上', 'at-least'],
  ['约', '', 'about'],
  ['接近', '', 'nearly'],
  ['将近', '', 'nearly'],
  ['', '左右', 'about'],
  ['不足', '', 'less-than'],
  ['低于', '', 'less-than'],
  ['不超过', '', 'at-most'],
  ['', '以内', 'at-most'],
];

describe.each(Object.entries(forms))('a value printed as %s', (_, print) => {
  it('is read back with its qualifier', () => {
    const random = seeded(2024);
    const misread: string[] = [];
    for (let run = 0; run < 600; run += 1) {
      const size = 10 ** (1 + Math.floor(random() * 8));
      const [printed, value] = print(10 + Math.floor(random() * size));
      for (const [before, after, qualifier] of hedges) {
        const line = `本年灯具${before}${printed}${after}。`;
        const [one, ...more] = expressionsIn(line);
        if (one?.value !== value || one.qualifier !== qualifier || more.length > 0) misread.push(line);
      }
    }
    expect(misread).toEqual([]);
  });
});

describe('a range', () => {
  const prints: Readonly<Record<string, (low: number, high: number) => string>> = {
    '5%—8%': (low, high) => `${low}%—${high}%`,
    '5至8%': (low, high) => `${low}至${high}%`,
    '5到8盏': (low, high) => `${low}到${high}盏`,
    '5盏到8盏': (low, high) => `${low}盏到${high}盏`,
    五至八盏: (low, high) => `${chinese(low)}至${chinese(high)}盏`,
    百分之五至百分之八: (low, high) => `百分之${chinese(low)}至百分之${chinese(high)}`,
  };

  it.each(Object.entries(prints))('printed as %s is read back with both ends', (_, print) => {
    const random = seeded(2026);
    for (let run = 0; run < 300; run += 1) {
      const low = 10 + Math.floor(random() * 40);
      const high = low + 1 + Math.floor(random() * 40);
      const line = `本年灯具${print(low, high)}左右。`;
      const read = expressionsIn(line).map(({ value, upper, qualifier }) => ({ value, upper, qualifier }));
      expect({ line, read }).toEqual({ line, read: [{ value: low, upper: high, qualifier: 'about' }] });
    }
  });
});

describe('hostile lines', () => {
  const hostile = [
    '一',
    '十',
    '万',
    '1,',
    '1,111,',
    '1-',
    '一至',
    '第',
    '百分之',
    '“',
    '《',
    '近',
    '1.',
    'A1',
    'a-',
    '(2024)',
    '1+',
    '第一、',
    '国道1',
    '1:1:',
    '负',
    '1个亿',
  ];

  /** The best of several runs, since what else the process does only ever adds time. */
  const timeOf = (line: string): number =>
    Math.min(...Array.from({ length: 4 }, () => cpuTimeOf(() => expressionsIn(line))));

  /** A quadratic reader would take sixteen times as long for four times the length. */
  it.each(hostile)('are read in time that grows with their length: %s', (seed) => {
    const short = seed.repeat(Math.ceil(6_000 / seed.length));
    timeOf(short);
    expect(timeOf(short.repeat(4)) / Math.max(timeOf(short), 1)).toBeLessThan(9);
  });
});
