import type { Language } from './language';
import { fold } from './search/fold';
import {
  likeness,
  numberIn,
  numberPattern,
  numbersIn,
  type PlacedNumber,
  type PrintedNumber,
} from './search/numbers';

export interface SearchDocument {
  readonly id: string;
  readonly kind: 'card' | 'measure' | 'term';
  /** Sentences or lines of plain text in each language; the first is the title. */
  readonly texts: Readonly<Record<Language, readonly string[]>>;
}

/** From the first unit to before the second. */
type Range = readonly [start: number, end: number];

export interface SearchHit<Document extends SearchDocument = SearchDocument> {
  readonly document: Document;
  /** The sentence to be shown: `document.texts[language][index]`. */
  readonly text: string;
  readonly language: Language;
  readonly index: number;
  /** What is to be marked in `text`, in its order; the ranges neither overlap nor touch. Made when asked for. */
  readonly marks: readonly Range[];
}

export interface Search<Document extends SearchDocument = SearchDocument> {
  /** All documents that have every word of the query, the best first, in the order given where equally good. */
  find(query: string, language: Language): SearchHit<Document>[];
}

interface Line {
  readonly text: string;
  readonly language: Language;
  readonly index: number;
  readonly folded: string;
  readonly numbers: readonly PlacedNumber[];
}

/** What is looked for: folded, and as a number if it is one. */
interface Needle {
  readonly wanted: string;
  readonly number: PrintedNumber | undefined;
}

/** A query, folded. */
interface Query {
  readonly language: Language;
  readonly phrase: Needle;
  readonly words: readonly Needle[];
}

/** What of a query is in a line: all of it as it was typed, or some of its words. */
interface Find {
  readonly line: Line;
  readonly needles: readonly Needle[];
  /** How many of the words these are. */
  readonly count: number;
  /** How good a find it is among those of as many words. */
  readonly merit: number;
}

/** Nobody types more, and what is pasted is known by its beginning. */
const longestQuery = 300;

const needleOf = (wanted: string): Needle => ({ wanted, number: numberIn(wanted) });

/** Numbers come apart from Chinese beside them (124500路), since they may be printed in another way. */
function wordsIn(part: string): string[] {
  const { folded } = fold(part);
  const words: string[] = [];
  const rest = folded.replace(numberPattern, (number, at: number) => {
    if (/[a-z]/.test(folded.charAt(at - 1) + folded.charAt(at + number.length))) return number;
    words.push(number);
    return ' ';
  });
  return [...words, ...(rest.match(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu) ?? [])];
}

function foldQuery(query: string, language: Language): Query {
  const typed = query.slice(0, longestQuery);
  const phrase = needleOf(fold(typed).folded);
  const words = Array.from(new Set(typed.split(/[\s，、]/).flatMap(wordsIn)), (word) =>
    word === phrase.wanted ? phrase : needleOf(word),
  );
  return { language, phrase, words };
}

const isWithinNumber = ({ numbers }: Line, at: number): boolean =>
  numbers.some(({ start, end }) => start < at && at < end);

const isLatin = (unit: string): boolean => (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9');

/** Chinese has no blanks to tell words apart, so that there every place is an edge. */
const isEdge = (line: Line, at: number): boolean =>
  !(isLatin(line.folded.charAt(at - 1)) && isLatin(line.folded.charAt(at))) && !isWithinNumber(line, at);

/**
 * 2 where the needle is in the line as a whole word or number, 1 where only as a part, 0 where it is not.
 *
 * @param ranges takes all places in the folded text
 */
function levelIn(line: Line, { wanted, number }: Needle, ranges?: Range[]): number {
  let level = 0;
  if (number) {
    for (const other of line.numbers) {
      const like = likeness(number, other);
      if (like) ranges?.push([other.start, other.end]);
      level = Math.max(level, like);
    }
  }
  let at = line.folded.indexOf(wanted);
  for (; at >= 0 && (ranges || level < 2); at = line.folded.indexOf(wanted, at + 1)) {
    // No number is found by its end: only digits, point and comma lie between these signs and can be within one.
    if (wanted > '+' && wanted < ':' && isWithinNumber(line, at)) continue;
    const end = at + wanted.length;
    ranges?.push([at, end]);
    level = Math.max(level, isEdge(line, at) && isEdge(line, end) ? 2 : 1);
  }
  return level;
}

function findIn(line: Line, { phrase, words }: Query): Find | undefined {
  const level = levelIn(line, phrase);
  const needles = level ? [phrase] : words.filter((word) => word !== phrase && levelIn(line, word));
  if (needles.length === 0) return undefined;
  const isWhole = level ? level > 1 : needles.every((word) => levelIn(line, word) > 1);
  return {
    line,
    needles,
    count: level ? words.length : needles.length,
    // A title weighs more than whole words, and these more than words that stand as they were typed.
    merit: (line.index ? 0 : 4) + (isWhole ? 2 : 0) + (level ? 1 : 0),
  };
}

/** The find to be shown of a document that has all the words. */
function bestIn(lines: readonly Line[], query: Query): Find | undefined {
  const { phrase, words, language } = query;
  const isIn = (needle: Needle) => lines.some((line) => levelIn(line, needle));
  // Of a number whose digits are parted by blanks only the whole may be there.
  if (!words.every(isIn) && (words[0] === phrase || !isIn(phrase))) return undefined;
  let best: Find | undefined;
  let most = 0;
  for (const line of lines) {
    const isOther = line.language !== language;
    // Those in the other language come last, and are shown only if the reader's has fewer words.
    if (isOther && best?.count === words.length) break;
    const find = findIn(line, query);
    const worth = find ? find.count * 16 + (isOther ? 0 : 8) + find.merit : 0;
    if (worth > most) [best, most] = [find, worth];
  }
  return best;
}

/** Which documents come first: all words in one sentence, then its merits, then the reader's language. */
const rankOf = ({ line, count, merit }: Find, language: Language): number =>
  count * 16 + merit * 2 + Number(line.language === language);

/** Ranges of the text, those that meet made one. */
function marksOf({ line, needles }: Find): Range[] {
  const ranges: Range[] = [];
  for (const needle of needles) levelIn(line, needle, ranges);
  const { starts, ends } = fold(line.text);
  const marks: Range[] = [];
  for (const [from, to] of ranges.sort(([one], [other]) => one - other)) {
    const start = starts[from] ?? 0;
    const end = ends[to - 1] ?? 0;
    const last = marks.at(-1);
    if (last && start <= last[1]) marks[marks.length - 1] = [last[0], Math.max(last[1], end)];
    else marks.push([start, end]);
  }
  return marks;
}

/** A document whose texts have been folded. */
export interface Prepared<Document extends SearchDocument = SearchDocument> {
  readonly document: Document;
  /** In the order in which they are looked through for a reader of the language. */
  readonly lines: Readonly<Record<Language, readonly Line[]>>;
}

/** Folds a document's texts, once: the dear part of a search, which its caller may put into tasks. */
export function prepareDocument<Document extends SearchDocument>(document: Document): Prepared<Document> {
  const linesIn = (language: Language) =>
    document.texts[language].map((text, index): Line => {
      const { folded } = fold(text);
      return { text, language, index, folded, numbers: numbersIn(folded) };
    });
  const [zh, en] = [linesIn('zh'), linesIn('en')];
  return { document, lines: { zh: [...zh, ...en], en: [...en, ...zh] } };
}

/** A `find` only compares. */
export function openSearch<Document extends SearchDocument>(
  documents: readonly Prepared<Document>[],
): Search<Document> {
  return {
    find(query, language) {
      const folded = foldQuery(query, language);
      // Punctuation alone asks for nothing.
      if (folded.words.length === 0) return [];
      return documents
        .flatMap(({ document, lines }) => {
          const find = bestIn(lines[language], folded);
          return find ? [{ document, find, rank: rankOf(find, language) }] : [];
        })
        .sort((one, other) => other.rank - one.rank)
        .map(({ document, find }) => ({
          document,
          text: find.line.text,
          language: find.line.language,
          index: find.line.index,
          // Few of many hits are ever shown.
          get marks() {
            return marksOf(find);
          },
        }));
    },
  };
}
