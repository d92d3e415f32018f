import { describe, expect, it } from 'vitest';
import { languages } from '../../src/core/language';
import { linesOf, type Run } from '../../src/core/lines';
import { plain } from '../../src/core/prose';
import { theArticle, theReader } from './aSpeaker';

/** Every character as wide as one, the large ones as three. */
const widthOf = (text: string, style: 'large' | 'small') => [...text].length * (style === 'large' ? 3 : 1);

const set = (runs: readonly Run<'large' | 'small'>[], width: number) =>
  linesOf(runs, width, widthOf).map((line) => line.map(({ text }) => text).join(''));

const cut = (text: string, width: number) => set([{ text, style: 'small' }], width);

describe('linesOf', () => {
  it.each<[string, string, number, string[]]>([
    ['breaks Chinese by the character', '全市政法系统', 4, ['全市政法', '系统']],
    ['begins no line with a mark', '全市政法，系统', 4, ['全市政', '法，系统']],
    ['ends no line with an opening mark', '全市政“法系”统', 4, ['全市政', '“法系”', '统']],
    ['keeps a number and the character after it together', '全市政12期', 5, ['全市政', '12期']],
    ['breaks English by the word', 'one two three', 7, ['one two', 'three']],
    ['keeps an apostrophe in its word', 'the city’s own', 8, ['the', 'city’s', 'own']],
    ['sets a line that is just full', '全市政法', 4, ['全市政法']],
    ['breaks an address after a slash', 'example.org/zh/reader', 15, ['example.org/zh/', 'reader']],
    ['breaks what is wider than a line', 'example.org/reader', 9, ['example.o', 'rg/reader']],
    ['has no lines for no text', '', 9, []],
  ])('%s', (_what, text, width, lines) => {
    expect(cut(text, width)).toEqual(lines);
  });

  it('keeps what is joined together, whatever its size', () => {
    const number: Run<'large' | 'small'>[] = [
      { text: '约', style: 'small' },
      { text: '12%', style: 'large' },
      { text: '个', style: 'small', isJoined: true },
      { text: ' 累计', style: 'small' },
    ];
    expect(set(number, 11)).toEqual(['约12%个', '累计']);
    expect(set(number, 10)).toEqual(['约', '12%个', '累计']);
  });

  it.each(languages)('loses no letter of the cards in %s, and no line is too wide', (language) => {
    const reader = theReader(language);
    for (const { id } of theArticle().facts.cards) {
      const text = plain(
        Object.values(reader.card(id))
          .flat()
          .filter((each) => typeof each === 'string')
          .join(''),
      );
      for (const width of [5, 9, 24]) {
        const lines = cut(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.filter((line) => [...line].length > width)).toEqual([]);
      }
      expect(cut(text, 24).filter((line) => /^[，。、；：！？”）]|[“（]$/.test(line))).toEqual([]);
    }
  });
});
