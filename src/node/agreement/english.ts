/** Reads the numbers of English prose, so that they can be compared with those we print. */

export interface EnglishNumber {
  readonly value: number;
  readonly isPercent: boolean;
}

const zerosOf: Readonly<Record<string, number>> = {
  ...{ hundred: 2, thousand: 3 },
  ...{ million: 6, billion: 9, trillion: 12 },
};

const small = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
  ...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const valueOfWord = new Map([
  ...small.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
  ['half', 0.5] as const,
]);

const anyOf = (words: Iterable<string>): string => `(?:${[...words].join('|')})`;

const digits = String.raw`(?:(?<=RMB|CNY|[$¥€£])|(?<![\w.,]))(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const word = `\\b(?<word>${anyOf(tens)}-${anyOf(small.slice(1, 10))}|${anyOf(valueOfWord.keys())})`;
const scale = `(?:[ -](?<scale>${anyOf(Object.keys(zerosOf))}))?`;
/** In 4.5 to 5 percent and 8.9 and 7.7 percent the word stands behind the second number. */
const percent = String.raw`(?:(?<percent>[ -]?(?:%|percent(?:age points?)?\b))|(?=(?<shared>(?: to | and |-|–)[\d.]+ ?(?:%|percent)))|)`;

/** Letters right behind make another word of a number (20th, 5G, one-stop), except in three-year and 100-billion-jin. */
const ends = String.raw`(?:(?=-(?:year|month|week|day|hour|minute)s?\b)|(?!-?\w)|(?<=illion|cent)(?!\w))`;
const number = new RegExp(`(?:${digits}|${word})${scale}${percent}${ends}`, 'gi');

/** The numbers in the order in which they stand; ordinals (14th) and the digits of names (5G, C919) are none. */
export function englishNumbersIn(text: string): EnglishNumber[] {
  return [...text.matchAll(number)].map(({ groups = {} }) => ({
    value: scaled(digitsOf(groups), zerosOf[groups.scale?.toLowerCase() ?? ''] ?? 0),
    isPercent: (groups.percent ?? groups.shared) !== undefined,
  }));
}

/** The number before its scale. */
function digitsOf({ digits: figures, word: words = '' }: Readonly<Record<string, string>>): string {
  if (figures) return figures.replaceAll(',', '');
  const values = words
    .toLowerCase()
    .split('-')
    .map((part) => valueOfWord.get(part) ?? 0);
  return String(values.reduce((sum, value) => sum + value, 0));
}

/** The point is moved in the text, because multiplying would round. */
const scaled = (figures: string, zeros: number): number => Number(`${figures}e${zeros}`);
