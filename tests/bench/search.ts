/**
 * What a keystroke costs in the search: a thousand made-up cards, queries typed sign by sign. Beside it, in turn,
 * the least that could be called searching: `text.includes(query)` over the same texts, with nothing folded,
 * ranked or marked. Read the ratio; the times are this machine's.
 */
import { type Language, languages } from '../../src/core/language';
import { openSearch, prepareDocument, type SearchDocument } from '../../src/core/search';
import { oneOf, type Random, randomFrom, wholeBelow } from '../support/random';

const cards = 1_000;
const linesPerCard = 10;
const seed = 1;

/** Milliseconds that a keystroke may take: about 50 on a phone whose processor is four times slower. */
const most = 10;

/** Made of syllables, so that words share beginnings as real ones do. */
const syllables = [
  'po',
  'li',
  'ce',
  'ca',
  'me',
  'ra',
  'vi',
  'de',
  'o',
  'sta',
  'tion',
  'ing',
  'se',
  'cu',
  'ri',
  'ty',
];
const signs = [
  ...'公安警务站视频监控发案同比下降行动重点隐患排查整治矛盾纠纷调解信访法院检察社区网格平安建设全市共计个起件路',
];

const madeOf = (random: Random, parts: readonly string[], least: number, spread: number): string =>
  Array.from({ length: least + wholeBelow(random, spread) }, () => oneOf(random, parts)).join('');

const numberIn: Readonly<Record<Language, (value: number) => string>> = {
  zh: (value) => (value < 10_000 ? String(value) : `${value / 10_000}万`),
  en: (value) => value.toLocaleString('en'),
};

const sentenceIn: Readonly<Record<Language, (random: Random, value: number) => string>> = {
  zh: (random, value) => {
    const [before, between, after] = [0, 1, 2].map(() => madeOf(random, signs, 4, 10));
    return `${before}“${between}”，${numberIn.zh(value)}${after}。`;
  },
  en: (random, value) => {
    const words = Array.from({ length: 10 + wholeBelow(random, 8) }, () => madeOf(random, syllables, 1, 3));
    return `The “${words.slice(0, 5).join(' ')}” ${numberIn.en(value)} ${words.slice(5).join(' ')}.`;
  },
};

/** The same cards in every run. */
function madeUpCards(): SearchDocument[] {
  const random = randomFrom(seed);
  return Array.from({ length: cards }, (_card, at) => {
    const values = Array.from({ length: linesPerCard }, () => wholeBelow(random, 300_000));
    const linesIn = (language: Language) => values.map((value) => sentenceIn[language](random, value));
    return { id: String(at), kind: 'card', texts: { zh: linesIn('zh'), en: linesIn('en') } };
  });
}

/** Typed whole, one sign after another; the first signs find most and cost most. */
const queries: readonly (readonly [Language, string])[] = [
  ['en', 'police station'],
  ['en', 'security camera video'],
  ['en', 'Vidéo “ca'],
  ['en', '124,500'],
  ['zh', '视频监控'],
  ['zh', '发案 同比 下降'],
  ['zh', '“行动”，'],
  ['zh', '１２.４５ 万'],
  ['zh', '27.7%'],
  ['zh', 'station'],
  ['en', 'nothing of the kind'],
];

const keystrokes = queries.flatMap(([language, query]) =>
  Array.from([...query], (_sign, at) => ({ language, typed: [...query].slice(0, at + 1).join('') })),
);

interface Times {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

interface SearchTimes {
  /** Folding all texts, once. */
  readonly opening: number;
  readonly search: Times;
  readonly plain: Times;
  /** The median keystroke to that of `includes`. */
  readonly ratio: number;
}

function timesOf(values: readonly number[]): Times {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

/** Results are counted, so that no compiler may leave the work out. */
let found = 0;

function timed(run: () => number): number {
  const start = performance.now();
  found += run();
  return performance.now() - start;
}

/** Every keystroke in each round, by both in turn; the first two rounds only warm up. */
function timeSearch(rounds: number): SearchTimes {
  const documents = madeUpCards();
  const start = performance.now();
  const { find } = openSearch(documents.map(prepareDocument));
  const opening = performance.now() - start;
  const plainly = (typed: string) =>
    documents.filter(({ texts }) =>
      languages.some((language) => texts[language].some((text) => text.includes(typed))),
    ).length;
  const times = { search: [] as number[], plain: [] as number[] };
  for (let round = -2; round < rounds; round += 1) {
    for (const { language, typed } of keystrokes) {
      const search = timed(() => find(typed, language).length);
      const plain = timed(() => plainly(typed));
      if (round < 0) continue;
      times.search.push(search);
      times.plain.push(plain);
    }
  }
  if (found === 0) throw new Error('no query found anything: the made-up cards lack what is typed');
  const [search, plain] = [timesOf(times.search), timesOf(times.plain)];
  return { opening, search, plain, ratio: search.median / plain.median };
}

export interface Measured {
  readonly text: string;
  readonly isReached: boolean;
}

export function measureSearch(rounds: number): Measured {
  const { opening, search, plain, ratio } = timeSearch(rounds);
  const ms = (value: number) => value.toFixed(2).padStart(6);
  const line = (name: string, { median, p95, worst }: Times) =>
    `${name}  ~ ${ms(median)} ms, p95 ${ms(p95)} ms, longest ${ms(worst)} ms`;
  const isReached = search.p95 <= most;
  const text = [
    `Search, ${cards} cards with ${linesPerCard} lines in each language, ${keystrokes.length} keystrokes, ${rounds} rounds in turn, in Node`,
    line('search  ', search),
    line('includes', plain),
    `opened once in ${ms(opening).trim()} ms`,
    `${isReached ? '✔' : '✖'} p95 ${ms(search.p95).trim()} ms (at most ${most} ms), median ${ratio.toFixed(1)}× of includes`,
  ].join('\n');
  return { text, isReached };
}
