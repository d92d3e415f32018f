import { read, type SpokenForm } from './reading';

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales = [
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
] as const;

const smallOf = (number: number): string => small[number] ?? '';

function cardinal(number: number): string {
  for (const [size, name] of scales) {
    const rest = number % size;
    if (number >= size) {
      const tail = rest && (rest < 100 ? ' and ' : ' ') + cardinal(rest);
      return `${cardinal(Math.floor(number / size))} ${name}${tail || ''}`;
    }
  }
  const ten = tens[Math.floor(number / 10) - 2];
  if (!ten) return smallOf(number);
  return number % 10 ? `${ten}-${smallOf(number % 10)}` : ten;
}

const byDigit = (number: string): string =>
  (number.match(/\d/g) ?? []).map((digit) => smallOf(+digit)).join(' ');

const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

const ordinal = (number: number): string =>
  cardinal(number).replace(/[a-z]+$/, (last) => irregular[last] ?? `${last.replace(/y$/, 'ie')}th`);

const readings: readonly SpokenForm[] = [
  [/(?:CN¥|[¥￥]|\b(?:CNY|RMB)) ?(\d[\d,.]*\b(?: [mb]illion)?)/g, '$1 yuan'],
  [/\bNo(s?)\. ?(?=\d)/g, 'number$1 '],
  // More than two numbers joined by hyphens are a name (1-3-5-minute), not a range.
  [/\d+(?:-\d+){2,}/g, (row) => row.replaceAll('-', ' ')],
  [/(\d):00\b/g, '$1 o’clock'],
  [/(\d):0(?=\d\b)/g, '$1 oh '],
  [/(\d):(?=\d\d\b)/g, '$1 '],
  [/(\d)\/(?=\d)/g, '$1 over '],
  [/([\d%]) ?[-–—] ?(?=\d)/g, '$1 to '],
  [/\b(\d+)(?:st|nd|rd|th)\b/g, (_, number) => ordinal(+number)],
  // Counts are printed with separators: four figures without are a year (but 2005 is two thousand and five).
  [
    /(^|[^\d.,])((?:1[1-9]|20)[1-9]\d)(?![\d%‰]|[.,]\d)/g,
    (_, before, year) => `${before}${cardinal(+year.slice(0, 2))} ${cardinal(+year.slice(2))}`,
  ],
  // Five figures or more without separators are a code.
  [/“\d{3,}(?=”)|\b\d{3,}(?= (?:hotline|police line))|\b\d{5,}\b(?!\.\d)/g, byDigit],
  [/(^|[\s(“])[-−](?=\d)/g, '$1minus '],
  [/(\d),(?=\d{3})/g, '$1'],
  [/\.\d+/g, (part) => ` point ${byDigit(part)}`],
  [/\d+/g, (number) => cardinal(+number)],
  [/%/g, ' per cent'],
  [/‰/g, ' per thousand'],
  [/\+/g, ' plus '],
  [/&/g, ' and '],
  [/\//g, ' '],
];

/**
 * English as a voice is to read it: with figures in words, and without marks that a
 * voice would name or stumble over.
 */
export const spokenEnglish = (text: string): string => read(text, readings, ', ');
