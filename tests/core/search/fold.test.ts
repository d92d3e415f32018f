import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/search/fold';
import { oneOf, randomFrom, wholeBelow } from '../../support/random';

const folded = (text: string) => fold(text).folded;

/** The part of the text that a part of the folded text stands for. */
function originalOf(text: string, part: string): string {
  const { folded, starts, ends } = fold(text);
  const at = folded.indexOf(part);
  return text.slice(starts[at], ends[at + part.length - 1]);
}

/** Everything that is folded in some way, and what is next to it. */
const odd = [
  ...['a', 'É', 'e\u0301', 'ß', 'ﬁ', 'İ', 'Σ', 'ς', '１', '２', '，', '。', '％', '…', '①', '㎡', '´', '¨'],
  ...['“', '”', '’', '"', '—', '–', '-', '−', '～', ' ', '\u00a0', '\u2009', '\u3000', '\t', '\n', '\u200b'],
  ...[
    '案',
    '件',
    '万',
    '亿',
    '𠮷',
    '😀',
    '\ud800',
    '\udc00',
    '3',
    '4',
    '0',
    '.',
    ',',
    '%',
    '가',
    'が',
    '\u0301',
  ],
];

const oddText = (random: () => number) =>
  Array.from({ length: wholeBelow(random, 12) }, () => oneOf(random, odd)).join('');

describe('fold', () => {
  it.each([
    ['case', 'Public SECURITY', 'public security'],
    ['accents, composed or not', 'Café Cafe\u0301 Ångström', 'cafe cafe angstrom'],
    ['letters that are two', 'Straße ﬁnal', 'strasse final'],
    ['both small sigmas', 'ΣΟΦΟΣ σοφος σοφος', 'σοφοσ σοφοσ σοφοσ'],
    ['full width', 'ＡＢＣ１２４５００％', 'abc124500%'],
    ['dashes', 'year–on‑year — −3', 'year-on-year - -3'],
    ['blanks of all kinds', ' a\u00a0 b\u3000c\td\n', 'a b c d'],
    ['signs that are not seen', 'pe\u00adti\u200btion', 'petition'],
    ['quotation marks and apostrophes, which fall away', '“破小案”行动，各地 city’s', '破小案行动,各地citys'],
    ['blanks beside Chinese, which fall away', '拨打 110 报警', '拨打110报警'],
    ['a full-width comma, which groups no digits', '2024，500', '2024, 500'],
    ['blanks that do not break, which group digits', '124\u202f500 and 27.7\u00a0%', '124,500 and 27.7 %'],
  ])('folds %s', (_what, text, wanted) => {
    expect(folded(text)).toBe(wanted);
  });

  it.each([
    ['The Café is', 'cafe', 'Café'],
    ['The Cafe\u0301 is', 'cafe', 'Cafe\u0301'],
    ['a \u0301b', 'a', 'a'],
    ['“\u0301a', 'a', 'a'],
    ['a Straße b', 'stras', 'Straß'],
    ['开展 “破小案” 行动', '破小案', '破小案'],
    ['开展“破小案”行动', '案行', '案”行'],
    ['拨打 110 报警', '110报', '110 报'],
    ['𠮷野', '野', '野'],
    ['𠮷野', '𠮷', '𠮷'],
    ['共１２４５００路', '124500', '１２４５００'],
    ['wait… no', '.', '…'],
  ])('knows in %j where %j was', (text, part, wanted) => {
    expect(originalOf(text, part)).toBe(wanted);
  });

  it('changes nothing that is folded already', () => {
    const random = randomFrom(1);
    for (let round = 0; round < 20_000; round += 1) {
      const once = folded(oddText(random));
      expect(folded(once)).toBe(once);
    }
  });

  it('folds a part of a text as it folds within', () => {
    const random = randomFrom(2);
    for (let round = 0; round < 20_000; round += 1) {
      const [before, part, after] = [oddText(random), oddText(random), oddText(random)];
      expect(folded(before + part + after)).toContain(folded(part));
    }
  });

  it('gives each unit a place in the text, in order', () => {
    const random = randomFrom(3);
    for (let round = 0; round < 5_000; round += 1) {
      const text = oddText(random);
      const { folded, starts, ends } = fold(text);
      for (let at = 0; at < folded.length; at += 1) {
        const [start = -1, end = -1] = [starts[at], ends[at]];
        expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
