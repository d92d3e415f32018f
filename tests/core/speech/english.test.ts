import { describe, expect, it } from 'vitest';
import { spokenEnglish } from '../../../src/core/speech/english';

describe('spokenEnglish', () => {
  it.each([
    ['0', 'zero'],
    ['13', 'thirteen'],
    ['40', 'forty'],
    ['100', 'one hundred'],
    ['196', 'one hundred and ninety-six'],
    ['1,005', 'one thousand and five'],
    ['1,273', 'one thousand two hundred and seventy-three'],
    ['124,500', 'one hundred and twenty-four thousand five hundred'],
    ['1,000,001', 'one million and one'],
    ['2,500,000,000', 'two billion five hundred million'],
    ['3.05', 'three point zero five'],
    ['1,273.5', 'one thousand two hundred and seventy-three point five'],
  ])('counts %s', (written, spoken) => {
    expect(spokenEnglish(written)).toBe(spoken);
  });

  it.each([
    ['27.7%', 'twenty-seven point seven per cent'],
    ['3‰', 'three per thousand'],
    ['10–12', 'ten to twelve'],
    ['10%–12%', 'ten per cent to twelve per cent'],
    ['at -3 degrees', 'at minus three degrees'],
    ['¥1,000', 'one thousand yuan'],
    ['CN¥1.2 million', 'one point two million yuan'],
    ['CNY 50', 'fifty yuan'],
    ['1/3', 'one over three'],
    ['a & b', 'a and b'],
    ['“1+4” list', 'one plus four list'],
  ])('says the signs of %s', (written, spoken) => {
    expect(spokenEnglish(written)).toBe(spoken);
  });

  it.each([
    ['in 2024', 'in twenty twenty-four'],
    ['in 2005', 'in two thousand and five'],
    ['in 2010', 'in twenty ten'],
    ['2023–2024', 'twenty twenty-three to twenty twenty-four'],
    ['2,024 cases', 'two thousand and twenty-four cases'],
    ['at 8:30', 'at eight thirty'],
    ['at 8:05', 'at eight oh five'],
    ['31 December 2024', 'thirty-one December twenty twenty-four'],
    ['at 12:00', 'at twelve o’clock'],
  ])('says %s as a date or a time', (written, spoken) => {
    expect(spokenEnglish(written)).toBe(spoken);
  });

  it.each([
    ['the 3rd', 'the third'],
    ['the 20th', 'the twentieth'],
    ['the 21st', 'the twenty-first'],
    ['No. 3', 'number three'],
    ['the “110” police line', 'the one one zero police line'],
    ['110 police posts', 'one hundred and ten police posts'],
    ['the 12345 hotline', 'the one two three four five hotline'],
    ['“1-3-5-minute”', 'one three five-minute'],
    ['more than 340', 'more than three hundred and forty'],
    ['40% or more', 'forty per cent or more'],
  ])('tells an order or a name in %s from a count', (written, spoken) => {
    expect(spokenEnglish(written)).toBe(spoken);
  });

  it('leaves no marks but what a voice pauses at', () => {
    expect(spokenEnglish('The “brands” (programmes), and/or Suizhou’s – all.')).toBe(
      'The brands, programmes, and or Suizhou’s, all.',
    );
    expect(spokenEnglish('Hubei · review')).toBe('Hubei, review');
    expect(spokenEnglish('”; quoted as printed.')).toBe('quoted as printed.');
  });
});
