import { expect, it } from 'vitest';
import { englishNumbersIn } from '../../../src/node/agreement/english';

/** `5%` where the number is a percentage. */
const read = (text: string): string[] =>
  englishNumbersIn(text).map(({ value, isPercent }) => `${value}${isPercent ? '%' : ''}`);

it.each([
  ['1.39 trillion yuan of lamps', ['1390000000000']],
  ['RMB1.39 trillion and US$27.3 billion', ['1390000000000', '27300000000']],
  ['12.44 million lamps, 12,440,000 lamps', ['12440000', '12440000']],
  ['a 100-billion-lamp plan', ['100000000000']],
  ['5.2 percent, 5.2% and 1 percentage point', ['5.2%', '5.2%', '1%']],
  ['4.5 to 5 percent, 8.9 and 7.7 percent', ['4.5%', '5%', '8.9%', '7.7%']],
  ['Two lamps, ten lamps, twenty-five lamps', ['2', '10', '25']],
  ['a three-year plan, a 2-hour walk', ['3', '2']],
  ['one million lamps, two hundred posts', ['1000000', '200']],
  ['half of the lamps', ['0.5']],
  ['In 2024, 30 lamps.', ['2024', '30']],
] as const)('the numbers of “%s” are read', (text, values) => {
  expect(read(text)).toEqual(values);
});

it('neither ordinals nor numbers that are part of a word are read', () => {
  expect(read('the 14th lamp, a one-stop shop, 5G lamps of the L919, a 4th-generation lamp')).toEqual([]);
});
