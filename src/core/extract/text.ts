/** Characters of a line, and words looked up at a place in it. Every look-up has a fixed longest reach. */

const fullWidthFirst = 0xff01;
const fullWidthLast = 0xff5e;
const fullWidthShift = 0xfee0;

/**
 * A full-width comma ends clauses far more often than it groups digits, so it is not
 * converted to a half-width one.
 */
const keptWide = '，';

/** Some reports print 二○二四 with a circle instead of 〇. */
const odd: Readonly<Record<string, string>> = { '○': '〇', '\u00a0': ' ', '\u2009': ' ', '\u3000': ' ' };

const isWide = /[\uff01-\uff5e○\u00a0\u2009\u3000]/;

/** Converts a line to half-width forms, unit by unit, so that offsets stay those of the line as printed. */
export function foldWidth(line: string): string {
  if (!isWide.test(line)) return withZeros(line);
  const units: string[] = [];
  for (let index = 0; index < line.length; index += 1) units.push(foldedUnit(line, index));
  return withZeros(units.join(''));
}

/** Old reports print 二00七 with Arabic zeros among Chinese digits. */
const withZeros = (line: string): string =>
  line.replace(/(?<=[一二三四五六七八九〇])0+(?=[一二三四五六七八九年])/g, (zeros) =>
    '〇'.repeat(zeros.length),
  );

function foldedUnit(line: string, index: number): string {
  const unit = line.charAt(index);
  const code = line.charCodeAt(index);
  if (code >= fullWidthFirst && code <= fullWidthLast && unit !== keptWide) {
    return String.fromCharCode(code - fullWidthShift);
  }
  return code > 0x7f ? (odd[unit] ?? unit) : unit;
}

export const isDigit = (unit: string): boolean => unit >= '0' && unit <= '9' && unit.length === 1;

export const isLetter = (unit: string): boolean =>
  unit.length === 1 && ((unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z'));

export const isHan = (unit: string): boolean => unit >= '\u4e00' && unit <= '\u9fff';

/** Skips one blank, but no more: reports copied out of PDFs have one between number, scale and unit. */
export const afterBlank = (text: string, at: number): number => (text.charAt(at) === ' ' ? at + 1 : at);

export function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charAt(end))) end += 1;
  return end;
}

/** Returns the longest word of a list that stands at a place, or ''. */
export type WordAt = (text: string, at: number) => string;

/**
 * The words are filed under their first two characters, because some lists hold hundreds that begin with 一.
 */
export function wordsAt(words: readonly string[]): WordAt {
  const byHead = new Map<number, string[]>();
  for (const word of words) byHead.set(headOf(word, 0), [...(byHead.get(headOf(word, 0)) ?? []), word]);
  const single = new Set([...words].filter((word) => word.length === 1));
  for (const list of byHead.values()) list.sort((a, b) => b.length - a.length);
  return (text, at) => {
    const list = byHead.get(headOf(text, at));
    if (list) for (const word of list) if (text.startsWith(word, at)) return word;
    return single.size > 0 && single.has(text.charAt(at)) ? text.charAt(at) : '';
  };
}

const headOf = (text: string, at: number): number =>
  at + 1 < text.length ? text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1) : -1;

/** Tables are written as lines of words parted by blanks, which keeps them readable and their groups visible. */
export const wordsOf = (...lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(' ')).filter((word) => word !== '');

const connectors = '-—–―─−~〜至到';

/**
 * Returns the end of the connector in a range (1—3, 1-3, 1～3, 5至8, 三到五), or -1. Two dashes are punctuation.
 */
export function connectorEnd(text: string, at: number): number {
  const start = afterBlank(text, at);
  const unit = text.charAt(start);
  if (unit === '' || !connectors.includes(unit) || text.charAt(start + 1) === unit) return -1;
  return afterBlank(text, start + 1);
}

/** What a sticky pattern finds at a place, or ''. */
export function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
