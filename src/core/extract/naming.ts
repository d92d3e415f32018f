import type { Found, ReadExpression } from './expression';
import { isServiceNumber, nameWordAt, oneEach, plainWordAt, roadAt } from './names';
import { isChineseNumeral, type Numeral, readNumeral } from './numerals';
import type { Enclosure } from './quotes';
import { digitsEnd, isDigit, isHan, isLetter, matchAt, wordsAt, wordsOf } from './text';
import { unitAt } from './units';

/** Reads numerals that are part of a name, recognised by their form or by the lists of names. */
export function readName(text: string, at: number): Found | undefined {
  return (
    readListed(text, at) ??
    readModel(text, at) ??
    readStandard(text, at) ??
    readPhone(text, at) ??
    readLatin(text, at) ??
    readDocumentNumber(text, at) ??
    readPlenum(text, at) ??
    readService(text, at) ??
    readRoad(text, at) ??
    readCohort(text, at) ??
    readSum(text, at) ??
    readOneEach(text, at)
  );
}

/** A name has the value of its number if it contains just one (365工作法), and otherwise none (1+4, 十四五). */
function nameFound(text: string, offset: number, end: number, unit = ''): Found {
  return {
    expression: {
      offset,
      token: text.slice(offset, end),
      value: valueOfName(text, offset, end),
      unit,
      qualifier: 'exact',
      class: 'name',
    },
    next: end,
  };
}

function valueOfName(text: string, start: number, end: number): number | null {
  const numbers = numbersWithin(text, start, end);
  const [only] = numbers;
  return numbers.length === 1 && only !== undefined && Number.isFinite(only) ? only : null;
}

/** Words that mean many, but count as numerals where they make a name: “警民护万家”, “慧眼看千村”. */
const loftyAt = wordsAt(
  wordsOf(
    '万家 千家 百家 万户 千户 百户 万村 千村 百村 万企 千企 百企 百校 百团 百城 千城 百县 千县 百业 千镇 万里 千里 百日 百千万',
  ),
);

/** The numbers in a name. The 一 of common words is not a number. */
function numbersWithin(text: string, start: number, end: number): number[] {
  const numbers: number[] = [];
  for (let at = start; at < end; ) {
    const plain = loftyAt(text, at) === '' ? plainWordAt(text, at) : '';
    const numeral = plain === '' ? readNumeral(text, at) : undefined;
    if (numeral) numbers.push(isOneNumber(numeral) ? numeral.value : Number.NaN);
    at = numeral?.end ?? at + (plain.length || 1);
  }
  return numbers;
}

/** 千 in 千村 stands for many, and 十四五 are a count and a rank. */
const isOneNumber = ({ isBare, hint, start, end }: Numeral): boolean =>
  !isBare && hint === 'none' && end - start <= 15;

function readListed(text: string, at: number): Found | undefined {
  const word = nameWordAt(text, at);
  return word === '' ? undefined : nameFound(text, at, at + word.length);
}

const weapon = /(?:[歼直轰教剑箭鹰龙]|东风|红旗|巨浪|长征|(?<![货客水航海空陆转营])运)$/;

/** 歼-20, 东风-41: a hyphen and a number behind the name of a weapon. 客运-12.5% fell. */
function readModel(text: string, at: number): Found | undefined {
  if (text.charAt(at) !== '-' || !weapon.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  const end = digitsEnd(text, at + 1);
  const isMeasure = '.%‰℃万亿千百元个'.includes(text.charAt(end) || ' ');
  return end > at + 1 && !isMeasure ? nameFoundWithoutValue(text, at, end) : undefined;
}

const standard = /(?:GB|DB|HJ|JGJ|CJJ|ISO|IEC|WS|NY|YY)(?:\d{2})?(?:\/T)? ?\d[\d.]*(?:[-—–:]\d{4})?/y;

/** GB 18483-2001, GB/T 15835—2011; 250GB is a size. */
function readStandard(text: string, at: number): Found | undefined {
  if (!isLetter(text.charAt(at)) || /[\dA-Za-z] ?$/.test(text.slice(Math.max(0, at - 2), at)))
    return undefined;
  const token = matchAt(standard, text, at);
  return token === '' ? undefined : nameFoundWithoutValue(text, at, at + token.length);
}

const phone = /0\d{2,3}[-—–]\d{7,8}(?!\d)/y;

/** 0571-87052222 */
function readPhone(text: string, at: number): Found | undefined {
  const token = matchAt(phone, text, at);
  return token === '' ? undefined : nameFoundWithoutValue(text, at, at + token.length);
}

/** Economic abbreviations that are followed by their value without a word between. */
const noNames = new Set(['GDP', 'CPI', 'PPI', 'PMI', 'R&D', 'AI', 'APP']);

/** C919, PM2.5, COVID-19, T3, 5G, 3D: letters and digits in one run. */
function readLatin(text: string, at: number): Found | undefined {
  const startsWithDigit = isDigit(text.charAt(at));
  if (!startsWithDigit && !isLetter(text.charAt(at))) return undefined;
  if (isLatin(text.charAt(at - 1))) return undefined;
  const letters = lettersEnd(text, startsWithDigit ? digitsEnd(text, at) : at);
  if (startsWithDigit && !isLetter(text.charAt(letters - 1))) return undefined;
  const end = latinEnd(text, at);
  const isMixed = startsWithDigit || (letters < end && hasDigit(text, letters, end));
  if (!isMixed || noNames.has(text.slice(at, letters))) return undefined;
  if (startsWithDigit && isMeasured(text, at)) return undefined;
  return { ...nameFoundWithoutValue(text, at, end), next: latinRunEnd(text, end) };
}

/**
 * Returns the end of a run of letters and digits. A run that is too long for a name is skipped as a whole.
 */
function latinRunEnd(text: string, at: number): number {
  let end = at;
  while (isLatin(text.charAt(end))) end += 1;
  return end;
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isDigit(text.charAt(at))) return true;
  return false;
}

const nameFoundWithoutValue = (text: string, at: number, end: number): Found => {
  const { expression, next } = nameFound(text, at, end);
  return { expression: { ...expression, value: null }, next };
};

/** 500kV and 3.5km are measures. */
function isMeasured(text: string, at: number): boolean {
  const numeral = readNumeral(text, at);
  const end = numeral?.end ?? at;
  return !isLetter(text.charAt(end)) || unitAt(text, end).text !== '';
}

function lettersEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(text.charAt(end))) end += 1;
  return end;
}

const longestLatin = 32;

/** Returns the end of letters and digits, in which a point, hyphen or the low line of PM_2.5 stands only between two of them. */
function latinEnd(text: string, at: number): number {
  let end = at;
  while (end - at < longestLatin) {
    const unit = text.charAt(end);
    const isJoint =
      (unit === '.' || unit === '-' || unit === '_') && end > at && isLatin(text.charAt(end + 1));
    if (!isLatin(unit) && !isJoint) return end;
    end += 1;
  }
  return end;
}

const isLatin = (unit: string): boolean => isLetter(unit) || isDigit(unit);

const longestDocumentNumber = 24;

const yearBrackets = new Map(Object.entries({ '〔': '〕', '[': ']', '(': ')', '【': '】' }));

/** Reads 国发〔2024〕3号, (2024)鄂01民终123号: a year in brackets and a number make one name. */
function readDocumentNumber(text: string, at: number): Found | undefined {
  const closer = yearBrackets.get(text.charAt(at));
  const yearEnd = closer ? digitsEnd(text, at + 1) : at;
  if (yearEnd - at !== 5 || text.charAt(yearEnd) !== closer) return undefined;
  const end = numberedEnd(text, yearEnd + 1);
  return end < 0 ? undefined : nameFoundWithoutValue(text, at, end);
}

function numberedEnd(text: string, start: number): number {
  for (let end = start; end < start + longestDocumentNumber; end += 1) {
    const unit = text.charAt(end);
    if (unit === '号' && isDigit(text.charAt(end - 1))) return end + 1;
    if (!isHan(unit) && !isDigit(unit)) return -1;
  }
  return -1;
}

/** Reads 二十届三中全会, 十九届二中三中四中全会 as one name. */
function readPlenum(text: string, at: number): Found | undefined {
  if (!isChineseNumeral(text.charAt(at))) return undefined;
  const term = readNumeral(text, at);
  if (!term || text.charAt(term.end) !== '届') return undefined;
  const end = sessionsEnd(text, term.end + 1);
  return end < 0 ? undefined : nameFound(text, at, end);
}

const mostSessions = 8;

function sessionsEnd(text: string, start: number): number {
  let at = text.startsWith('历次', start) ? start + 2 : start;
  for (let sessions = 0; sessions < mostSessions; sessions += 1) {
    const numeral = readNumeral(text, at);
    if (!numeral || text.charAt(numeral.end) !== '中') break;
    at = numeral.end + ('、和'.includes(text.charAt(numeral.end + 1) || ' ') ? 2 : 1);
  }
  return at > start && text.startsWith('全会', at) ? at + 2 : -1;
}

function readService(text: string, at: number): Found | undefined {
  if (!isDigit(text.charAt(at))) return undefined;
  const end = digitsEnd(text, at);
  const isFree = unitAt(text, end).text === '' && !'.%,万亿千余多'.includes(text.charAt(end) || ' ');
  return isFree && isServiceNumber(text, at, end) ? nameFound(text, at, end) : undefined;
}

/** 国道107 is a road, 国道107公里 a length of roads. */
function readRoad(text: string, at: number): Found | undefined {
  const road = roadAt(text, at);
  const start = at + road.length;
  const end = digitsEnd(text, start);
  if (end === start) return undefined;
  if (road === '') {
    const after = roadAt(text, end);
    return after === '' ? undefined : nameFound(text, at, end + after.length);
  }
  const isFree = !'.,%千万亿余多'.includes(text.charAt(end) || ' ') && unitAt(text, end).text === '';
  return isFree ? nameFound(text, at, end) : undefined;
}

/** 90后 are those born in the nineties. */
function readCohort(text: string, at: number): Found | undefined {
  const isCohort = /^(?:[5-9][05]|0[05]|10)后(?![续期方来勤备])/.test(text.slice(at, at + 4));
  return isCohort && !isDigit(text.charAt(at - 1)) ? nameFound(text, at, at + 3) : undefined;
}

const signs = '+×*·•・';

const mostSummands = 8;

/** 2×66万千瓦: so many of one size. */
const sized = /^\d{1,2}[×*]\d[\d.]*(?:万|亿)?(?:千瓦|兆瓦|吨|千伏安|MW|GW|kW|MVA)/;
const longestSized = 16;

/** 1+4, 3+1+N, 7×24, 9·18. */
function readSum(text: string, at: number): Found | undefined {
  if (sized.test(text.slice(at, at + longestSized))) return undefined;
  let end = summandEnd(text, at);
  const first = end;
  for (let summands = 1; end > at && summands < mostSummands; summands += 1) {
    const next = isSign(text.charAt(end)) ? summandEnd(text, end + 1) : end + 1;
    if (next === end + 1) break;
    end = next;
  }
  return end > first && numbersWithin(text, at, end).length > 0
    ? nameFoundWithoutValue(text, at, end)
    : undefined;
}

const isSign = (unit: string): boolean => unit !== '' && signs.includes(unit);

function summandEnd(text: string, at: number): number {
  const latin = latinEnd(text, at);
  return latin > at ? latin : (readNumeral(text, at)?.end ?? at);
}

/** 一县一策, 一人一档. */
function readOneEach(text: string, at: number): Found | undefined {
  if (text.charAt(at) !== '一') return undefined;
  for (const length of [2, 3]) {
    const end = at + length + 2;
    const last = text.charAt(end - 1);
    if (
      text.charAt(at + length) === '一' &&
      last !== '' &&
      oneEach.includes(last) &&
      isHan(text.charAt(at + 1))
    ) {
      return nameFound(text, at, end);
    }
  }
  return undefined;
}

const longestName = 12;

/** Whether a short quotation is a name with a numeral in it; a lone 一 makes none (“一站式”, “一件事”). */
export function readQuotedName(text: string, { start, end }: Enclosure): Found | undefined {
  if (end - start > longestName || hasSentenceMark(text, start, end)) return undefined;
  const numbers = numbersWithin(text, start, end);
  const isLoneOne = numbers.length === 1 && numbers[0] === 1 && !hasDigit(text, start, end);
  return numbers.length === 0 || isLoneOne ? undefined : nameFound(text, start, end);
}

function hasSentenceMark(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if ('。;!?,，:：；！？'.includes(text.charAt(at))) return true;
  }
  return false;
}

/** 95%, 3.2亿元 and 零事故 say how much even within quotation marks; 从0到1 does not. */
export const saysHowMuch = ({ unit, value, token, class: kind }: ReadExpression): boolean =>
  kind === 'measure' &&
  ((value === 0 && token !== '0') ||
    unit === '%' ||
    unit === '‰' ||
    unit.endsWith('元') ||
    unit.endsWith('百分点') ||
    /[万亿倍番]/.test(token));
