import { describe, expect, it } from 'vitest';
import { periodIn } from '../../src/core/periodIn';

const say = (key: string, values: Readonly<Record<string, string>> = {}) =>
  [key, ...Object.values(values)].join(' ');

describe('a period', () => {
  it.each([
    ['2025', '2025年建桥3座', 'reader:periods.year 2025'],
    ['2025', '建桥3座', 'reader:periods.year-by-context 2025'],
    ['2021/2025', '建桥3座', 'reader:periods.years 2021 2025'],
    ['to-date', '累计建桥3座', 'reader:periods.to-date'],
  ])('%s of %s', (period, quote, said) => {
    expect(periodIn({ period, quote }, say)).toBe(said);
  });
});
