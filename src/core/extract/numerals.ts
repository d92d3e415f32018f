import { afterBlank, digitsEnd, isDigit, isHan, type WordAt, wordsAt, wordsOf } from './text';

/** A number as printed, with its scale (万, 亿 …) and a 余, 多, 几 or 来 inside it or right behind it. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** How much more a loose number may be: 1 in 两三个, 100 in 七八百; 0 in all others. */
  readonly spread: number;
  readonly script: 'arabic' | 'chinese';
  /** The number in front of the scale, to tell whether 3至5万 shares its scale. */
  readonly mantissa: number;
  /** The power of ten that the scale adds. */
  readonly power: number;
  /** Only a scale, without a digit in front: 百, 千万, 亿. */
  readonly isBare: boolean;
  /** Chinese digits read one by one, as in 二〇二四. */
  readonly isSequence: boolean;
  /** A whole number without scale, separators or additions, as dates and hotlines are written. */
  readonly isPlain: boolean;
  /** 余, 多 and 几 say that it is more; 来 and 两三 that it is about. */
  readonly hint: 'none' | 'more' | 'about';
}

const digitValues: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/**
 * The numerals by code unit, because every character of a line is looked up. A digit is 1 to 10, its value +
 * 1; a scale is greater than 11.
 */
const codes = new Uint8Array(0x10000);
const firstScale = 11;
for (const [unit, value] of Object.entries(digitValues)) codes[unit.charCodeAt(0)] = value + 1;
for (const [unit, power] of Object.entries(powers)) codes[unit.charCodeAt(0)] = power + firstScale;

/** An empty string has no code unit. */
const codeOf = (unit: string): number => codes[unit.charCodeAt(0) || 0] ?? 0;

function powerOf(unit: string): number {
  const code = codeOf(unit);
  return code > firstScale ? code - firstScale : 0;
}

function isChineseDigit(unit: string): boolean {
  const code = codeOf(unit);
  return code > 0 && code < firstScale;
}

const digitOf = (unit: string): number => codeOf(unit) - 1;

export const isChineseNumeral = (unit: string): boolean => codeOf(unit) > 0;

/** Words that begin like a scale: 500千伏 is 500 kilovolts, 第三百货 is no three hundred. */
const isNoScale: WordAt = wordsAt(
  wordsOf(
    '千米 千克 千瓦 千伏 千卡 千赫 千帕 千焦 千兆 百帕 百分点 百分制 千分点',
    '百货 百姓 百强 百校 百家争鸣 百花 千方百计 千家万户 千里马 千军万马 万象 万科 万达 万物 万众 万无一失 亿万',
  ),
);

function scalePowerAt(text: string, at: number): number {
  const power = powerOf(text.charAt(at));
  return power > 0 && isNoScale(text, at) === '' ? power : 0;
}

const safeDigits = 15;

/** The last numeral is kept, because several readers ask for the numeral at the same place. */
let last: { text: string; at: number; numeral: Numeral | undefined } = {
  text: '',
  at: 0,
  numeral: undefined,
};

export function readNumeral(text: string, at: number): Numeral | undefined {
  if (!isNumeralStart(text.charAt(at))) return undefined;
  if (last.at !== at || last.text !== text) last = { text, at, numeral: readNew(text, at) };
  return last.numeral;
}

const isNumeralStart = (unit: string): boolean => isDigit(unit) || isChineseNumeral(unit);

const readNew = (text: string, at: number): Numeral | undefined =>
  isDigit(text.charAt(at)) ? readArabic(text, at) : readChinese(text, at);

// --- Arabic digits -------------------------------------------------------------------------------------

interface Digits {
  readonly digits: string;
  readonly end: number;
}

function readArabic(text: string, start: number): Numeral {
  const first = readDigits(text, start);
  const tail = readScale(text, first.end);
  const rest = tail.hint === 'none' ? readRest(text, tail) : undefined;
  const mantissa = Number(first.digits);
  const value = Number(`${first.digits}e${tail.power}`) + (rest?.value ?? 0);
  const length = first.end - start;
  return {
    start,
    end: rest?.end ?? tail.end,
    value,
    spread: 0,
    script: 'arabic',
    mantissa,
    power: tail.power,
    isBare: false,
    isSequence: false,
    isPlain: tail.power === 0 && length === digitsEnd(text, start) - start && tail.hint === 'none',
    hint: rest?.hint ?? tail.hint,
  };
}

/** Reads digits, exactly grouped thousands and decimals. */
function readDigits(text: string, start: number): Digits {
  const end = digitsEnd(text, start);
  const grouped = readGroups(text, start, end);
  const whole = grouped ?? { digits: text.slice(start, end), end };
  if (text.charAt(whole.end) !== '.' || !isDigit(text.charAt(whole.end + 1))) return whole;
  const last = digitsEnd(text, whole.end + 1);
  return { digits: `${whole.digits}.${text.slice(whole.end + 1, last)}`, end: last };
}

/** More groups than any report prints. The limit also keeps the time linear in a line full of commas. */
const mostGroups = 6;

/** A thin space parts thousands too; it has been folded to a blank. */
const separators = [',', '，', ' '];

/**
 * 1,273, 1，273 and 1 273 are one number only where the grouping is exact: one to three digits, then groups of three
 * behind the same separator, and nothing left over. 1,2,3 are three numbers.
 */
function readGroups(text: string, start: number, firstEnd: number): Digits | undefined {
  const separator = text.charAt(firstEnd);
  if (firstEnd - start > 3 || text.charAt(start) === '0' || !separators.includes(separator)) return undefined;
  let digits = text.slice(start, firstEnd);
  let end = firstEnd;
  for (let groups = 0; text.charAt(end) === separator && isDigit(text.charAt(end + 1)); groups += 1) {
    if (groups === mostGroups || !isGroup(text, end + 1)) return undefined;
    digits += text.slice(end + 1, end + 4);
    end += 4;
  }
  return end === firstEnd ? undefined : { digits, end };
}

const isGroup = (text: string, at: number): boolean =>
  isDigit(text.charAt(at)) &&
  isDigit(text.charAt(at + 1)) &&
  isDigit(text.charAt(at + 2)) &&
  !isDigit(text.charAt(at + 3));

interface Scale {
  readonly power: number;
  readonly end: number;
  readonly hint: Numeral['hint'];
}

/** Reads 万, 亿, 万亿, 千万 … with a 余 or 多 before, behind or within (20多万, 3万余, 3千多万, 2万多亿). */
function readScale(text: string, start: number): Scale {
  const inner = hintAt(text, start);
  const from = inner === 'none' ? afterBlank(text, start) : start + 1;
  if (isMoreYi(text, from)) return { power: 8, end: from + 3, hint: 'more' };
  if (isSpokenYi(text, from)) return { power: 8, end: from + 2, hint: inner };
  const { power, end } = readPowers(text, from);
  if (power === 0) return { power, end: inner === 'none' ? start : start + 1, hint: inner };
  const outer = inner === 'none' ? hintAt(text, end) : 'none';
  if (outer === 'none') return { power, end, hint: inner };
  const next = readPowers(text, end + 1);
  const higher = next.power > power ? next : { power: 0, end: end + 1 };
  return { power: power + higher.power, end: higher.end, hint: outer };
}

/** 投入5个亿 means 500 million; in 5个亿元项目 five projects are counted. */
const isSpokenYi = (text: string, at: number): boolean =>
  text.startsWith('个亿', at) && !isHan(text.charAt(at + 2));

/** 5个多亿; in 5个多亿元企业 firms are counted. */
const isMoreYi = (text: string, at: number): boolean =>
  text.startsWith('个多亿', at) && !/^元(?:项目|企业|工程|产业|园区)/.test(text.slice(at + 3, at + 6));

/** No scale has more parts than 千万亿. */
const mostPowers = 3;

function readPowers(text: string, start: number): { power: number; end: number } {
  let power = 0;
  let end = start;
  for (let parts = 0; parts < mostPowers; parts += 1) {
    const next = scalePowerAt(text, end);
    const isLoneTen = next === 1 && powerOf(text.charAt(end + 1)) < 4;
    if (next === 0 || isLoneTen || (parts > 0 && next < 4)) break;
    power += next;
    end += 1;
  }
  return { power, end };
}

/** Reads the lower part of 2亿3000万 or 1万2千. It needs a scale unless it is written in full, as in 3万2000. */
function readRest(
  text: string,
  higher: Scale,
): { value: number; end: number; hint: Numeral['hint'] } | undefined {
  if (higher.power === 0 || !isDigit(text.charAt(higher.end))) return undefined;
  const whole = readDigits(text, higher.end);
  const scale = readScale(text, whole.end);
  const isLower = scale.power > 0 && scale.power < higher.power;
  const isInFull = scale.power === 0 && whole.digits.length === higher.power;
  if (!isLower && !isInFull) return undefined;
  return { value: Number(`${whole.digits}e${scale.power}`), end: scale.end, hint: scale.hint };
}

/** 来 needs a counted thing behind it: 十来个, but not 十来到. */
function hintAt(text: string, at: number): Numeral['hint'] {
  const unit = text.charAt(at);
  if (unit === '余') return 'more';
  if (unit === '多')
    return '元样方重维'.includes(text.charAt(at + 1) || ' ') ? moreBeforeYuan(text, at) : 'more';
  return unit === '来' && '个名岁年人天里万亿'.includes(text.charAt(at + 1) || ' ') ? 'about' : 'none';
}

/** 100多元 is money, 多元化 a word. */
const moreBeforeYuan = (text: string, at: number): Numeral['hint'] =>
  text.charAt(at + 1) === '元' && text.charAt(at + 2) !== '化' ? 'more' : 'none';

/** Whether a number is so long that it is an identifier. As a double it would not be the number printed. */
export const isTooLong = (text: string, { start, script }: Numeral): boolean =>
  script === 'arabic' && digitsEnd(text, start) - start > safeDigits;

// --- Chinese numerals ----------------------------------------------------------------------------------

/** What has been read of a number such as 三亿五千零六万: each part waits for the next larger scale. */
interface Reading {
  at: number;
  /** The part closed by 亿. */
  high: number;
  /** The part closed by 万. */
  middle: number;
  /** The part up to thousands. */
  low: number;
  digit: number | undefined;
  spread: number;
  /** The last scale's power; 9 at the start, so that any scale may follow. */
  last: number;
  hasZero: boolean;
  hint: Numeral['hint'];
}

function readChinese(text: string, start: number): Numeral | undefined {
  const sequence = readSequence(text, start);
  if (sequence) return sequence;
  const reading: Reading = {
    at: start,
    high: 0,
    middle: 0,
    low: 0,
    digit: undefined,
    spread: 0,
    last: 9,
    hasZero: false,
    hint: 'none',
  };
  while (step(text, reading));
  if (reading.at === start) return undefined;
  return withDecimals(text, numeralOf(text, start, reading));
}

/**
 * Reads digits one by one, if there are at least three or a 〇 among them. Two digits are
 * either loose (两三) or no number.
 */
function readSequence(text: string, start: number): Numeral | undefined {
  let digits = '';
  let end = start;
  for (let unit = text.charAt(end); isChineseDigit(unit) && unit !== '两'; unit = text.charAt(end)) {
    digits += digitOf(unit);
    end += 1;
  }
  if (end - start < 3 || powerOf(text.charAt(end)) > 0) return undefined;
  const value = digits.length > safeDigits ? Number.NaN : Number(digits);
  return {
    ...plainChinese(start, end, value),
    isSequence: true,
  };
}

const plainChinese = (start: number, end: number, value: number): Numeral => ({
  start,
  end,
  value,
  spread: 0,
  script: 'chinese',
  mantissa: value,
  power: 0,
  isBare: false,
  isSequence: false,
  isPlain: true,
  hint: 'none',
});

/** Takes one more character into the reading; returns false when the number has ended. */
function step(text: string, reading: Reading): boolean {
  const unit = text.charAt(reading.at);
  if (isChineseDigit(unit)) return takeDigit(text, reading, digitOf(unit));
  const power = scalePowerAt(text, reading.at);
  if (power > 0) return takeScale(reading, power);
  return takeHint(text, reading);
}

function takeDigit(text: string, reading: Reading, digit: number): boolean {
  if (reading.hint !== 'none') return false;
  if (digit === 0) return takeZero(text, reading);
  if (reading.digit === undefined) {
    if (!mayFollow(text, reading)) return false;
    reading.digit = digit;
  } else if (isLoose(reading.digit, digit)) {
    reading.hint = 'about';
    reading.spread = digit - reading.digit;
  } else return false;
  reading.at += 1;
  return true;
}

/** A digit behind a scale must be lower: in 二十二十 the second twenty is another number. */
function mayFollow(text: string, { at, last }: Reading): boolean {
  if (last === 9) return true;
  const next = scalePowerAt(text, at + 1);
  if (next === 0) return last !== 0;
  return next < last || next >= 4;
}

/** 零 joins (两千零五). At the start of a number it begins only a decimal (零点五). */
function takeZero(text: string, reading: Reading): boolean {
  const joins = reading.last !== 9 && isChineseNumeral(text.charAt(reading.at + 1));
  const beginsDecimal =
    reading.last === 9 && reading.digit === undefined && text.charAt(reading.at + 1) === '点';
  if (beginsDecimal) reading.digit = 0;
  else if (!joins || reading.digit !== undefined) return false;
  reading.hasZero = true;
  reading.at += 1;
  return true;
}

/** Two neighbouring digits are a loose number (两三个, 七八百), and so are 三五. */
const isLoose = (first: number, second: number): boolean =>
  second === first + 1 || (first === 3 && second === 5);

function takeScale(reading: Reading, power: number): boolean {
  const digit = reading.digit ?? (reading.last === 9 || (power === 1 && reading.hasZero) ? 1 : 0);
  if (power < 4) {
    if (power >= reading.last || digit === 0) return false;
    reading.low += digit * 10 ** power;
  } else if (power === 4) {
    if (reading.middle > 0) return false;
    reading.middle = (reading.low + digit) * 10 ** 4;
    reading.low = 0;
  } else {
    if (reading.high > 0) return false;
    reading.high = (reading.middle + reading.low + digit) * 10 ** 8;
    reading.middle = 0;
    reading.low = 0;
  }
  reading.digit = undefined;
  reading.spread *= 10 ** power;
  // After 万 and 亿 the thousands begin anew.
  reading.last = power;
  reading.hasZero = false;
  reading.at += 1;
  return true;
}

/** Reads the hint in 三百多万, 十几个, 二十余万. It stands only behind a scale, and only 万 or 亿 may follow it. */
function takeHint(text: string, reading: Reading): boolean {
  if (reading.hint !== 'none' || reading.last === 9 || reading.digit !== undefined) return false;
  const hint = text.charAt(reading.at) === '几' ? 'more' : hintAt(text, reading.at);
  if (hint === 'none') return false;
  reading.hint = hint;
  reading.at += 1;
  if (powerOf(text.charAt(reading.at)) >= 4) takeScale(reading, scalePowerAt(text, reading.at));
  return false;
}

function numeralOf(text: string, start: number, reading: Reading): Numeral {
  const value = reading.high + reading.middle + reading.low + lastDigitOf(reading, reading.digit);
  const power = reading.last === 9 ? 0 : trailingPowerOf(text, reading.at);
  return {
    ...plainChinese(start, reading.at, value),
    spread: reading.digit === undefined ? reading.spread : lastDigitOf(reading, reading.spread),
    mantissa: value / 10 ** power,
    power,
    isBare: powerOf(text.charAt(start)) > 1,
    isPlain: reading.hint === 'none' && value < 10_000,
    hint: reading.hint,
  };
}

const trailingPowerOf = (text: string, end: number): number => {
  const last = powerOf(text.charAt(end - 1));
  return last >= 4 ? last : 0;
};

/** 两千五 is 2500, 两千零五 is 2005. */
function lastDigitOf({ last, hasZero }: Reading, digit: number | undefined): number {
  if (digit === undefined) return 0;
  return last === 9 || last === 1 || hasZero ? digit : digit * 10 ** (last - 1);
}

/** Reads the decimals of 三点五, 九点八万. */
function withDecimals(text: string, whole: Numeral): Numeral {
  if (text.charAt(whole.end) !== '点' || whole.hint !== 'none' || whole.power > 0) return whole;
  let decimals = '';
  let end = whole.end + 1;
  for (let unit = text.charAt(end); isChineseDigit(unit) && unit !== '两'; unit = text.charAt(end)) {
    decimals += digitOf(unit);
    end += 1;
  }
  if (decimals === '' || decimals.length > safeDigits) return whole;
  const scale = readScale(text, end);
  const digits = `${whole.value}.${decimals}`;
  return {
    ...whole,
    end: scale.end,
    value: Number(`${digits}e${scale.power}`),
    mantissa: Number(digits),
    power: scale.power,
    isPlain: false,
    hint: scale.hint,
  };
}
