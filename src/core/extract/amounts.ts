import { isChineseNumeral, isTooLong, type Numeral, readNumeral } from './numerals';
import { afterBlank, connectorEnd, digitsEnd, isDigit } from './text';
import { denominatorAt, isTenths, unitAt } from './units';

/** A number in any of its written forms, before qualifier and counted unit are known. */
export interface Amount {
  readonly end: number;
  /** Null if no single number is said (数百) or kept (an identifier of 20 digits). */
  readonly value: number | null;
  /** The high end of a range or of a loose number. */
  readonly upper?: number;
  /** The unit that belongs to the form itself: %, ‰, ‱, /10万; '' otherwise. */
  readonly unit: string;
  readonly hint: Numeral['hint'];
  /** Whether the percentage is said in tenths (三成), so that a number before it may be meant so too. */
  readonly isTenths?: boolean;
  /** Absent for fractions, halves and percentages, which need no further proof that they are numbers. */
  readonly numeral?: Numeral;
}

export function readAmount(text: string, at: number): Amount | undefined {
  if (isDigit(text.charAt(at))) return readFraction(text, at) ?? readNumber(text, at);
  return readInWords(text, at) ?? readFraction(text, at) ?? readNumber(text, at);
}

const readInWords = (text: string, at: number): Amount | undefined =>
  readVague(text, at) ?? readHalf(text, at) ?? readBelowZero(text, at);

const shareUnits: Readonly<Record<string, string>> = { 百: '%', 千: '‰', 万: '‱' };

/** 百分之三十 is 30 with the unit %, as 30% is; 三分之二 is two thirds without a unit. */
function readFraction(text: string, at: number): Amount | undefined {
  const below = readNumeral(text, at);
  if (!below || !text.startsWith('分之', below.end)) return undefined;
  const above = readNumeral(text, below.end + 2);
  if (!above || below.value === 0) return undefined;
  const unit = below.isBare ? (shareUnits[text.slice(at, below.end)] ?? '') : '';
  const value = unit === '' ? above.value / below.value : above.value;
  return { end: above.end, value, unit, hint: above.hint };
}

/** A half is 0.5. 上半年, 半导体 and 多半 are no halves. */
function readHalf(text: string, at: number): Amount | undefined {
  if (text.startsWith('一半', at)) return half(at + 2);
  if (text.charAt(at) !== '半') return undefined;
  if (text.charAt(at + 1) === '数') return half(at + 2);
  if ('过超近'.includes(text.charAt(at - 1) || ' ') && !'年月导'.includes(text.charAt(at + 1) || ' '))
    return half(at + 1);
  const counts = ['年', '个月', '小时', '个小时'].some((unit) => text.startsWith(unit, at + 1));
  return counts && !'上下前后大多点这每时'.includes(text.charAt(at - 1) || ' ') ? half(at + 1) : undefined;
}

const half = (end: number): Amount => ({ end, value: 0.5, unit: '', hint: 'none' });

/** 数百, 几十, 数千万: more than one of them, nobody says how many. */
function readVague(text: string, at: number): Amount | undefined {
  const unit = text.charAt(at);
  if (unit !== '数' && unit !== '几') return undefined;
  if (unit === '数' && '参人总次个件指分系户岁天基票家函代复少多半'.includes(text.charAt(at - 1) || ' '))
    return undefined;
  const numeral = readNumeral(text, at + 1);
  const isTen = text.charAt(at + 1) === '十';
  if (!numeral || !(numeral.isBare || isTen) || text.startsWith('分之', numeral.end)) return undefined;
  return { end: numeral.end, value: null, unit: '', hint: 'about' };
}

const belowZero = ['零下', '负'];

/**
 * 零下5℃, 负0.5%, -2.5%. A dash behind a digit or a letter joins two parts, and a dash behind a dash is punctuation.
 */
function readBelowZero(text: string, at: number): Amount | undefined {
  const word = belowZero.find((candidate) => text.startsWith(candidate, at));
  // 减负237亿元 is a burden taken away, 自负 to bear something oneself.
  if (word === '负' && '减担抱自欠背肩胜辜'.includes(text.charAt(at - 1) || ' ')) return undefined;
  const from = word ? at + word.length : minusEnd(text, at);
  if (from < 0 || !isDigit(text.charAt(from))) return undefined;
  const amount = readNumber(text, from);
  return amount && amount.value !== null ? { ...amount, value: -amount.value } : undefined;
}

function minusEnd(text: string, at: number): number {
  const unit = text.charAt(at);
  const before = text.charAt(at - 1);
  if (unit === '–') return '为是达率长降到至'.includes(before || ' ') ? at + 1 : -1;
  if (unit !== '-' && unit !== '−') return -1;
  return /[-\w—%]/.test(before) ? -1 : at + 1;
}

function readNumber(text: string, at: number): Amount | undefined {
  const numeral = readNumeral(text, at);
  if (!numeral) return undefined;
  const value = isTooLong(text, numeral) || Number.isNaN(numeral.value) ? null : numeral.value;
  const upper = value === null || numeral.spread === 0 ? {} : { upper: value + numeral.spread };
  const amount = { end: numeral.end, value, ...upper, unit: '', hint: numeral.hint, numeral };
  return numeral.script === 'arabic'
    ? (readShare(text, amount, numeral) ??
        readRate(text, amount) ??
        readTenths(text, amount, numeral) ??
        amount)
    : (readTenths(text, amount, numeral) ?? readShare(text, amount, numeral) ?? amount);
}

const shareSigns = '%‰‱';

function readShare(text: string, { end, value, hint }: Amount, numeral: Numeral): Amount | undefined {
  const at = afterBlank(text, end);
  const sign = text.charAt(at);
  if (sign === '' || !shareSigns.includes(sign)) {
    const isAll = numeral.isBare && text.startsWith('百分百', numeral.start);
    return isAll ? { end: numeral.start + 3, value: 100, unit: '%', hint } : undefined;
  }
  return { end: at + 1, value, unit: sign, hint };
}

/** 1/3 is a third; 15.1/10万 is 15.1 per hundred thousand. */
function readRate(text: string, { end, value, hint }: Amount): Amount | undefined {
  if (text.charAt(end) !== '/' || value === null) return undefined;
  const below = denominatorAt(text, end);
  if (below.text !== '' && isDigit(below.text.charAt(1)))
    return { end: below.end, value, unit: below.text, hint };
  const last = digitsEnd(text, end + 1);
  const divisor = Number(text.slice(end + 1, last));
  if (last === end + 1 || last - end > 5 || !(divisor > value) || !Number.isInteger(value)) return undefined;
  return { end: last, value: value / divisor, unit: '', hint };
}

const most = 10;

/** 三成 is 30 %, 两成半 25 %, 六成五 65 %; in 三成五个 the last digit counts something else. */
function readTenths(text: string, { value, upper, hint }: Amount, numeral: Numeral): Amount | undefined {
  const { end } = numeral;
  if (value === null || value > most || numeral.isBare || !isTenths(text, end)) return undefined;
  const more = text.charAt(end + 1) === '半' ? 5 : percentAt(text, end + 1);
  const percent = {
    value: value * 10 + more,
    ...(upper !== undefined && { upper: upper * 10 }),
  };
  return { end: end + (more > 0 ? 2 : 1), ...percent, unit: '%', hint, isTenths: true };
}

/** A digit that stands alone and counts nothing; 0 if there is none. */
function percentAt(text: string, at: number): number {
  const numeral = readNumeral(text, at);
  const isDigitAlone = numeral?.end === at + 1 && !numeral.isBare && unitAt(text, numeral.end).text === '';
  return isDigitAlone ? numeral.value : 0;
}

/** The second number of a range that begins with `low` and whose first part ends at `from`. */
export function readHigh(text: string, low: Amount, from: number): Amount | undefined {
  const joint = connectorEnd(text, from);
  if (joint < 0) return undefined;
  const high = readFraction(text, joint) ?? readNumber(text, joint);
  if (!high || high.numeral?.script === otherScript(low)) return undefined;
  return isShared(text, low, high) ? { ...high, unit: low.unit } : high;
}

const otherScript = ({ numeral }: Amount): string =>
  numeral ? (numeral.script === 'arabic' ? 'chinese' : 'arabic') : '';

/** In 百分之五至八 the share is said once, before both numbers. */
const isShared = (text: string, low: Amount, high: Amount): boolean =>
  low.unit !== '' &&
  high.unit === '' &&
  isChineseNumeral(text.charAt(low.end - 1)) &&
  unitAt(text, high.end).text === '';

/** One amount of two; undefined where the second is not the larger, and so ends no range. */
export function rangeOf(low: Amount, high: Amount): Amount | undefined {
  const { numeral = low.numeral, ...rest } = high;
  const range = { ...rest, value: lowerEnd(low, high), ...(numeral && { numeral }) };
  if (range.value === null || high.value === null) return range;
  return range.value < high.value ? { ...range, upper: high.value } : undefined;
}

/** 3至5万 begins at 30 000: the scale is shared where the first number lacks one and is the smaller. */
function lowerEnd({ numeral, value, unit }: Amount, high: Amount): number | null {
  if (high.isTenths && unit === '' && value !== null) return value * 10;
  if (!numeral || !high.numeral || value === null) return value;
  const shares = numeral.power === 0 && high.numeral.power > 0 && numeral.value < high.numeral.mantissa;
  return shares ? Number(`${numeral.value}e${high.numeral.power}`) : value;
}
