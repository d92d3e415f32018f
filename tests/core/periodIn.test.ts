import { describe, expect, it } from 'vitest';
import { comparisonIn, periodIn } from '../../src/core/periodIn';

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

it('what a measure is compared with is a year or a code of the words', () => {
  expect(comparisonIn({ comparedWith: '2020' }, say)).toBe('reader:comparisons.year 2020');
  expect(comparisonIn({ comparedWith: 'previous-year' }, say)).toBe('reader:comparisons.previous-year');
});
