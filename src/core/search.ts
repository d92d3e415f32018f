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
import { canBeCut, cutInto } from './search/pieces';
import { spellingsOf } from './search/spellings';

export interface SearchDocument {
  readonly id: string;
  readonly kind: 'card' | 'measure' | 'term';
  /** Sentences or lines of plain text in each language; the first is the title. */
  readonly texts: Readonly<Record<Language, readonly string[]>>;
}

/** UTF-16 units of the text; `end` is the first one that is not in it. */
export type Range = readonly [start: number, end: number];

export interface SearchHit<Document extends SearchDocument = SearchDocument> {
  readonly document: Document;
  /** The sentence to be shown: `document.texts[language][index]`. */
  readonly text: string;
  readonly language: Language;
  readonly index: number;
  /** The ranges to be marked in `text`, in its order. They neither overlap nor touch. */
  readonly marks: readonly Range[];
}

export interface Search<Document extends SearchDocument = SearchDocument> {
  /**
   * Finds all documents that have every word of the query, the best first; equally good ones stay in the
   * order given. If these are few, documents follow that have the words in another spelling or in pieces.
   */
  find(query: string, language: Language): SearchHit<Document>[];
}

interface Line {
  readonly text: string;
  readonly language: Language;
  readonly index: number;
  readonly folded: string;
  readonly numbers: readonly PlacedNumber[];
}

/** What is looked for: a folded text, and the number that it is, if it is one. */
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

/** How a line answers a query: it contains all of it as it was typed, or some of its words. */
interface Find {
  readonly line: Line;
  readonly needles: readonly Needle[];
  /** How many of the query's words are found. */
  readonly count: number;
  /** Ranks finds with the same number of words. */
  readonly merit: number;
}

/** In characters. Nobody types more, and the beginning of a pasted text is enough. */
const longestQuery = 300;

const needleOf = (wanted: string): Needle => ({ wanted, number: numberIn(wanted) });

/**
 * Numbers are separated from the Chinese beside them (124500路), because they may be printed in another way.
 */
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
  const phrase = needleOf(fold(query).folded);
  const words = Array.from(new Set(query.split(/[\s，、]/).flatMap(wordsIn)), (word) =>
    word === phrase.wanted ? phrase : needleOf(word),
  );
  return { language, phrase, words };
}

const isWithinNumber = ({ numbers }: Line, at: number): boolean =>
  numbers.some(({ start, end }) => start < at && at < end);

const isLatin = (unit: string): boolean => (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9');

/**
 * Whether a word may begin or end at a place. In Chinese, which has no blanks between words, it may anywhere.
 */
const isEdge = (line: Line, at: number): boolean =>
  !(isLatin(line.folded.charAt(at - 1)) && isLatin(line.folded.charAt(at))) && !isWithinNumber(line, at);

/**
 * Returns 3 if the needle is in the line as a whole word or number, 2 if as the beginning of one, 1 if only inside one
 * (plan in cropland), 0 if it is not.
 *
 * @param ranges receives all places in the folded text
 */
function levelIn(line: Line, { wanted, number }: Needle, ranges?: Range[]): number {
  let level = 0;
  if (number) {
    for (const other of line.numbers) {
      const like = likeness(number, other);
      if (like) ranges?.push([other.start, other.end]);
      level = Math.max(level, like && like + 1);
    }
  }
  let at = line.folded.indexOf(wanted);
  for (; at >= 0 && (ranges || level < 3); at = line.folded.indexOf(wanted, at + 1)) {
    // A number is not found by its middle or end. Only a needle that begins with a
    // digit, point or comma can be there.
    if (wanted > '+' && wanted < ':' && isWithinNumber(line, at)) continue;
    const end = at + wanted.length;
    ranges?.push([at, end]);
    const found = !isEdge(line, at) ? 1 : isEdge(line, end) ? 3 : 2;
    level = Math.max(level, found);
  }
  return level;
}

function findInLine(line: Line, { phrase, words }: Query): Find | undefined {
  const level = levelIn(line, phrase);
  const needles = level ? [phrase] : words.filter((word) => word !== phrase && levelIn(line, word));
  if (needles.length === 0) return undefined;
  const least = level || Math.min(...needles.map((word) => levelIn(line, word)));
  return {
    line,
    needles,
    count: level ? words.length : needles.length,
    // A title counts more than whole words, these more than beginnings, and these more than words as they were typed.
    merit: (line.index || least < 2 ? 0 : 8) + (least > 2 ? 4 : 0) + (least > 1 ? 2 : 0) + (level ? 1 : 0),
  };
}

/** The find to be shown of a document, if the document has all the words. */
function bestIn(lines: readonly Line[], query: Query): Find | undefined {
  const { phrase, words, language } = query;
  const isIn = (needle: Needle) => lines.some((line) => levelIn(line, needle));
  // A number that is typed with blanks (124 500) counts only as a whole.
  if (!words.every(isIn) && (words[0] === phrase || !isIn(phrase))) return undefined;
  let best: Find | undefined;
  let most = 0;
  for (const line of lines) {
    const isOther = line.language !== language;
    // Lines in the other language come last. One of them is shown only if it has more of the words.
    if (isOther && best?.count === words.length) break;
    const find = findInLine(line, query);
    const worth = find ? find.count * 32 + (isOther ? 0 : 16) + find.merit : 0;
    if (worth > most) [best, most] = [find, worth];
  }
  return best;
}

/** Ranks documents: first by all words in one sentence, then by its merits, then by the reader's language. */
const rankOf = ({ line, count, merit }: Find, language: Language): number =>
  count * 32 + merit * 2 + Number(line.language === language);

/** The ranges to be marked; ranges that meet are merged. */
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
  /** The lines in the order in which they are searched for a reader of the language. */
  readonly lines: Readonly<Record<Language, readonly Line[]>>;
  /** All lines, folded. */
  readonly whole: string;
}

/** Folds a document's texts. This is the slow part of a search; callers do it once, in tasks of its own. */
export function prepareDocument<Document extends SearchDocument>(document: Document): Prepared<Document> {
  const linesIn = (language: Language) =>
    document.texts[language].map((text, index): Line => {
      const { folded } = fold(text);
      return { text, language, index, folded, numbers: numbersIn(folded) };
    });
  const [zh, en] = [linesIn('zh'), linesIn('en')];
  const whole = [...zh, ...en].map(({ folded }) => folded).join('\n');
  return { document, lines: { zh: [...zh, ...en], en: [...en, ...zh] }, whole };
}

type Hits<Document extends SearchDocument> = readonly (readonly [Document, Find])[];

/** All documents that have every word of a query, the best first. */
function findIn<Document extends SearchDocument>(
  documents: readonly Prepared<Document>[],
  query: Query,
  queryFor: (document: Prepared<Document>) => Query | undefined = () => query,
): Hits<Document> {
  // Whoever looks for a number looks for its measure first, and then for the cards that tell it.
  const isNumber = query.phrase.number !== undefined;
  const isSought = ({ document: { kind } }: { document: Document }) => isNumber && kind === 'measure';
  return documents
    .flatMap((prepared) => {
      const asked = queryFor(prepared);
      const find = asked && bestIn(prepared.lines[query.language], asked);
      return find ? [{ document: prepared.document, find, rank: rankOf(find, query.language) }] : [];
    })
    .sort((one, other) => other.rank - one.rank || Number(isSought(other)) - Number(isSought(one)))
    .map(({ document, find }) => [document, find]);
}

/** The query with its Chinese words cut into pieces that a document has, if it can be. */
function cutFor({ whole }: Prepared, query: Query): Query | undefined {
  const words: Needle[] = [];
  for (const word of query.words) {
    const pieces = canBeCut(word.wanted) ? cutInto(whole, word.wanted) : [word.wanted];
    if (!pieces) return undefined;
    words.push(...pieces.map((piece) => (piece === word.wanted ? word : needleOf(piece))));
  }
  return { ...query, words };
}

/** With this many hits nothing but what was typed is tried. */
const few = 5;

/**
 * Yields the hits for the query as typed, then for other spellings, and last for the pieces of unspaced
 * words. The caller goes on only while there are few hits.
 */
function* attemptsAt<Document extends SearchDocument>(
  documents: readonly Prepared<Document>[],
  typed: string,
  language: Language,
): Generator<Hits<Document>> {
  const queries = spellingsOf(typed.slice(0, longestQuery))
    .map((spelling) => foldQuery(spelling, language))
    // Punctuation alone is no query.
    .filter(({ words }) => words.length > 0);
  for (const query of queries) yield findIn(documents, query);
  for (const query of queries)
    if (query.words.some(({ wanted }) => canBeCut(wanted)))
      yield findIn(documents, query, (document) => cutFor(document, query));
}

/** Searches documents that are folded already. */
export function openSearch<Document extends SearchDocument>(
  documents: readonly Prepared<Document>[],
): Search<Document> {
  return {
    find(typed, language) {
      const found = new Map<Document, Find>();
      for (const hits of attemptsAt(documents, typed, language)) {
        for (const [document, find] of hits) if (!found.has(document)) found.set(document, find);
        if (found.size >= few) break;
      }
      return Array.from(found, ([document, find]) => ({
        document,
        text: find.line.text,
        language: find.line.language,
        index: find.line.index,
        // Computed when asked for, because few of many hits are ever shown.
        get marks() {
          return marksOf(find);
        },
      }));
    },
  };
}
