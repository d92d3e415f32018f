import { readDate } from './dates';
import type { Found, ReadExpression } from './expression';
import { headsOfNames, plainWordAt } from './names';
import { readName, readQuotedName, saysHowMuch } from './naming';
import { isChineseNumeral, readNumeral } from './numerals';
import { readOrdinal } from './ordinals';
import { headsOfPrefixes } from './qualifiers';
import { readQuantity } from './quantities';
import { type Enclosure, enclosureAt } from './quotes';
import { digitsEnd, isDigit, isHan, isLetter } from './text';
import { readMultiplied, readRatio, readZero } from './words';

/**
 * Reads a line once, from left to right. At each place the first reader that finds something takes it, and
 * reading goes on behind it. Every reader looks only a fixed way ahead or at what it then consumes, so the
 * time grows with the length of the line.
 */
export function scan(text: string, start: number, end: number): ReadExpression[] {
  const expressions: ReadExpression[] = [];
  for (let at = start; at < end; ) {
    if (!mayStart(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const enclosure = enclosureAt(text, at);
    if (enclosure) {
      expressions.push(...expressionsInside(text, enclosure));
      at = enclosure.end + 1;
      continue;
    }
    const marker = markerEnd(text, at);
    const found = marker > at ? undefined : readAt(text, at);
    if (found) expressions.push(found.expression);
    at = Math.max(at + 1, marker, found?.next ?? skipEnd(text, at));
  }
  return expressions;
}

/** The characters that an expression, a listed word or a mark begins with; most characters of prose are none of them. */
const starts = new Set(
  [
    ...'0123456789〇零一二两三四五六七八九十百千万亿第翻清数几半负-−–([〔【“‘「『"《〈',
    ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
    ...headsOfNames,
    ...headsOfPrefixes,
  ].map((unit) => unit.charCodeAt(0)),
);

const mayStart = (code: number): boolean => starts.has(code);

const readers = [readOrdinal, readDate, readMultiplied, readZero, readRatio, readQuantity];

function readAt(text: string, at: number): Found | undefined {
  if (isLoneNumber(text, at)) return readQuantity(text, at);
  const listed = readName(text, at);
  if (listed) return listed;
  if (plainWordAt(text, at) !== '' || isLoneBeforeNumeral(text, at)) return undefined;
  for (const read of readers) {
    const found = read(text, at);
    if (found) return found;
  }
  return undefined;
}

/** Whether a numeral character makes no number with the next one, as in 十十. */
function isLoneBeforeNumeral(text: string, at: number): boolean {
  if (!isChineseNumeral(text.charAt(at)) || !isChineseNumeral(text.charAt(at + 1))) return false;
  const numeral = readNumeral(text, at);
  return numeral === undefined || numeral.end === at + 1;
}

/**
 * Whether these are short digits with punctuation behind them. They can only be a
 * quantity, and lists are full of them.
 */
function isLoneNumber(text: string, at: number): boolean {
  if (!isDigit(text.charAt(at)) || isLetter(text.charAt(at - 1)) || text.charAt(at - 1) === '前')
    return false;
  const end = digitsEnd(text, at);
  return end - at < 3 && ',，。;、%'.includes(text.charAt(end) || ' ');
}

/** Where reading goes on behind a word, a numeral or a run of letters that is no expression. */
function skipEnd(text: string, at: number): number {
  const plain = plainWordAt(text, at);
  if (plain !== '') return at + plain.length;
  if (isLetter(text.charAt(at))) return lettersEnd(text, at);
  return readNumeral(text, at)?.end ?? at + 1;
}

function lettersEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(text.charAt(end))) end += 1;
  return end;
}

/** In a title every numeral is part of the name; a short quotation is one name unless it says how much. */
function expressionsInside(text: string, enclosure: Enclosure): ReadExpression[] {
  const inner = scan(text, enclosure.start, enclosure.end);
  if (enclosure.kind === 'title') return inner.map(asName);
  if (inner.some(saysHowMuch)) return inner;
  const name = readQuotedName(text, enclosure);
  if (name) return [name.expression];
  return isSentence(text, enclosure) ? inner : inner.map(asName);
}

/** A name with two numbers (《规划（2021—2035年）》) has no value. */
const asName = ({ upper, ...name }: ReadExpression): ReadExpression => ({
  ...name,
  class: 'name',
  value: upper === undefined ? name.value : null,
});

function isSentence(text: string, { start, end }: Enclosure): boolean {
  for (let at = start; at < end; at += 1) if ('。,，;；'.includes(text.charAt(at))) return true;
  return false;
}

/**
 * Skips numbers that only order the page: (一), 一、, 1., ①, and the footnotes of bulletins,
 * [12]. They are not expressions.
 */
function markerEnd(text: string, at: number): number {
  const unit = text.charAt(at);
  if (unit === '(' || unit === '[') return bracketedEnd(text, at, unit);
  if (!startsClause(text, at)) return at;
  if (isDigit(unit)) return arabicMarkerEnd(text, at);
  const numeral = readNumeral(text, at);
  return numeral && numeral.value < 100 && text.charAt(numeral.end) === '、' && isLineStart(text, at)
    ? numeral.end + 1
    : at;
}

const isLineStart = (text: string, at: number): boolean => text.slice(Math.max(0, at - 8), at).trim() === '';

const startsClause = (text: string, at: number): boolean =>
  at === 0 || '。;；:：!?\t '.includes(text.charAt(at - 1));

function bracketedEnd(text: string, at: number, opener: string): number {
  const closer = opener === '(' ? ')' : ']';
  const numeral = readNumeral(text, at + 1);
  if (!numeral || text.charAt(numeral.end) !== closer || numeral.end - at > 4) return at;
  const isMarker = opener === '[' || numeral.script === 'chinese' || startsClause(text, at);
  return isMarker ? numeral.end + 1 : at;
}

/** Skips 1.小学, 1.“四上”企业, 2、中学, and 1.2024年 at the start of a line; 1.5万 is a number. */
function arabicMarkerEnd(text: string, at: number): number {
  const end = digitsEnd(text, at);
  if (end - at > 2) return at;
  const mark = text.charAt(end);
  const next = text.charAt(end + 1);
  if (mark === '、') return isLineStart(text, at) && !isDigit(next) ? end + 1 : at;
  if (mark !== '.') return at;
  if (isHan(next) || next === ' ' || next === '“') return end + 1;
  const year = digitsEnd(text, end + 1);
  return isLineStart(text, at) && year - end === 5 && text.charAt(year) === '年' ? end + 1 : at;
}
