import { describe, expect, it } from 'vitest';
import { likeness, numberIn, numbersIn } from '../../../src/core/search/numbers';

describe('numbersIn', () => {
  it.each([
    ['共12.45万路', [['12.45万', 124_500]]],
    ['共12.45 万路', [['12.45万', 124_500]]],
    [
      '124,500 cameras, 1,273 posts',
      [
        ['124500', 124_500],
        ['1273', 1273],
      ],
    ],
    [
      '下降27.7%，降 27.7 %',
      [
        ['27.7%', 27.7],
        ['27.7%', 27.7],
      ],
    ],
    [
      '1.2亿与1.2万亿',
      [
        ['1.2亿', 120_000_000],
        ['1.2万亿', 1_200_000_000_000],
      ],
    ],
    [
      '3.4 million and 5 millionaires',
      [
        ['3.4million', 3_400_000],
        ['5', 5],
      ],
    ],
    [
      'posts 1, 2,3 and 4,50 in 2024.',
      [
        ['1', 1],
        ['2', 2],
        ['3', 3],
        ['4', 4],
        ['50', 50],
        ['2024', 2024],
      ],
    ],
    ['雷火2024', [['2024', 2024]]],
    [
      '1,2345',
      [
        ['1', 1],
        ['2345', 2345],
      ],
    ],
    ['没有', []],
  ])('reads %j', (text, wanted) => {
    expect(numbersIn(text).map(({ plain, value }) => [plain, value])).toEqual(wanted);
  });

  it('says where a number is, with all that belongs to it', () => {
    const text = 'about 12.45 万 and 27.7 % so';
    expect(numbersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['12.45 万', '27.7 %']);
  });
});

describe('likeness', () => {
  const like = (query: string, text: string) => {
    const [number, other] = [numberIn(query), numbersIn(text)[0]];
    return number && other ? likeness(number, other) : undefined;
  };

  it.each([
    ['124500', '12.45万'],
    ['124,500', '12.45万'],
    ['124 500', '124,500'],
    ['12.45万', '124,500'],
    ['12.45 万', '12.45万'],
    ['1.2亿', '120000000'],
    ['1.2亿', '12000万'],
    ['3.4 million', '340万'],
    ['27.7', '27.7%'],
    ['27.7%', '27.7%'],
    ['27.70', '27.7%'],
    ['0.3', '0.30'],
  ])('%j is %j', (query, text) => {
    expect(like(query, text)).toBe(2);
  });

  it.each([
    ['1', '12.45万'],
    ['124', '124,500'],
    ['124', '12.45万'],
    ['124,5', '124,500'],
    ['12.4', '12.45万'],
    ['12.', '12.45万'],
    ['27', '27.7%'],
    ['27.', '27.7%'],
    ['1.2万', '1.2万亿'],
  ])('%j leads to %j', (query, text) => {
    expect(like(query, text)).toBe(1);
  });

  it.each([
    ['7.7', '27.7%'],
    ['7', '27.7%'],
    ['500', '124,500'],
    ['45', '12.45万'],
    ['12.4万', '12.45万'],
    ['27.7%', '27.7'],
    ['1245', '124.5'],
    ['124501', '124,500'],
  ])('%j is not %j', (query, text) => {
    expect(like(query, text)).toBe(0);
  });

  it.each(['', 'a', '12a', '雷火2024', '1.2.3', '.', '%', '万'])('%j is no number', (query) => {
    expect(numberIn(query)).toBeUndefined();
  });
});
