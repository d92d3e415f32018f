import { describe, expect, it } from 'vitest';
import { periodIn } from '../../src/core/dates';

const say = (key: string, values: Readonly<Record<string, string>> = {}) =>
  [key, ...Object.values(values)].join(' ');

describe('a period', () => {
  it.each([
    ['2025', 'reader:periods.year 2025'],
    ['2021/2025', 'reader:periods.years 2021 2025'],
    ['to-date', 'reader:periods.to-date'],
  ])('%s', (period, said) => {
    expect(periodIn(period, say)).toBe(said);
  });
});
