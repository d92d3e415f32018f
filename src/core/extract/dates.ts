import type { Found, ReadExpression } from './expression';
import { isChineseNumeral, type Numeral, readNumeral } from './numerals';
import { afterBlank, connectorEnd, digitsEnd, isDigit } from './text';

/**
 * Dates and times: a point in time, or a period named by its number (2024年, 3月5日, 8时30分, 一季度,
 * 20世纪90年代). A duration (3年, 5个月, 10天) is a measure. Several parts make one expression without a value,
 * because it is not one number. A single part has its number (2024年 is 2024), and a range of single parts
 * has both ends, as ranges of measures do.
 */
interface Part {
  readonly value: number;
  readonly marker: string;
  readonly end: number;
  readonly upper?: number;
}

interface Moment {
  readonly parts: readonly Part[];
  readonly end: number;
}

/** What may follow each marker within one date. */
const follows: Readonly<Record<string, readonly string[]>> = {
  世纪: ['年代'],
  年: ['月', '季度'],
  月: ['日', '号'],
  日: ['时', '点'],
  时: ['分'],
  点: ['分', '时'],
  分: ['秒'],
};

const openers = ['世纪', '年代', '年度', '财年', '学年', '年', '月', '日', '时', '点', '季度'];

export function readDate(text: string, start: number): Found | undefined {
  if (!isDigit(text.charAt(start)) && !isChineseNumeral(text.charAt(start))) return undefined;
  const [decades] = twoDecades.exec(text.slice(start, start + longestDecades)) ?? [];
  if (decades !== undefined) return found(text, start, start + decades.length, { value: null });
  const written = readNumericDate(text, start);
  if (written > start) return found(text, start, written, yearsOf(text.slice(start, written)));
  const moment = readMoment(text, start);
  if (!moment) return undefined;
  const last = readRangeEnd(text, moment);
  const isOne = moment.parts.length === 1 && (!last || last.parts.length === 1);
  return found(text, start, last?.end ?? moment.end, isOne ? endsOf(moment, last) : { value: null });
}

/** 八九十年代: the eighties and nineties. */
const twoDecades = /^[二三四五六七八九]{2}十年代/;
const longestDecades = 5;

type Ends = Pick<ReadExpression, 'value' | 'upper'>;

/** 2023—2024 is a range of years; other dates in digits are not one number. */
function yearsOf(written: string): Ends {
  if (/^\d{4}$/.test(written)) return { value: Number(written) };
  const [, first, last] = /^(\d{4})\D+(\d{4})$/.exec(written) ?? [];
  return last === undefined ? { value: null } : { value: Number(first), upper: Number(last) };
}

function endsOf({ parts: [part] }: Moment, last: Moment | undefined): Ends {
  const upper = last?.parts[0]?.value ?? part?.upper;
  return { value: part?.value ?? null, ...(upper !== undefined && { upper }) };
}

const found = (text: string, offset: number, end: number, ends: Ends): Found => ({
  expression: {
    offset,
    token: text.slice(offset, end),
    ...ends,
    unit: '',
    qualifier: 'exact',
    class: 'date',
  },
  next: end,
});

function readMoment(text: string, start: number): Moment | undefined {
  const first = readPart(text, start, openers);
  if (!first || !isPoint(text, start, first)) return undefined;
  const parts = [first];
  for (let part: Part | undefined = first; part; ) {
    part = nextPart(text, part);
    if (part) parts.push(part);
  }
  return { parts, end: parts[parts.length - 1]?.end ?? first.end };
}

function nextPart(text: string, { marker, end }: Part): Part | undefined {
  const part = readPart(text, afterBlank(text, end), follows[marker] ?? []);
  return part && isInRange(part) ? part : undefined;
}

const markerStarts = new Set('世年财学月日号时点分秒季');

/** A whole number, or two with a connector, in front of one of the markers. */
function readPart(text: string, start: number, markers: readonly string[]): Part | undefined {
  const low = readNumeral(text, start);
  if (!low || !isWhole(low)) return undefined;
  const joint = connectorEnd(text, low.end);
  const high = joint < 0 ? undefined : readNumeral(text, joint);
  const isRange = high !== undefined && isWhole(high);
  const at = afterBlank(text, isRange ? high.end : low.end);
  if (!markerStarts.has(text.charAt(at))) return undefined;
  const marker = markers.find((candidate) => text.startsWith(candidate, at));
  if (!marker) return undefined;
  return { value: low.value, marker, end: at + marker.length, ...(isRange && { upper: high.value }) };
}

const isWhole = ({ isPlain, isBare, hint, value }: Numeral): boolean =>
  isPlain && !isBare && hint === 'none' && Number.isInteger(value);

/** Reads the second end of a range: 2018年至2022年, 3月5日—8日, 9时至17时. */
function readRangeEnd(text: string, first: Moment): Moment | undefined {
  const joint = connectorEnd(text, first.end);
  return joint < 0 ? undefined : readMoment(text, joint);
}

const largest: Readonly<Record<string, number>> = {
  世纪: 30,
  月: 12,
  日: 31,
  号: 31,
  时: 24,
  点: 24,
  分: 59,
  秒: 59,
  季度: 4,
};

const isInRange = ({ value, marker }: Part): boolean => value <= (largest[marker] ?? 9999);

/** No report names a later year; 2500年 is the age of a city. */
const isYear = (value: number): boolean => value >= 1000 && value <= 2199;

/** Tells a point in time from a duration or another word with the same marker. */
function isPoint(text: string, start: number, part: Part): boolean {
  const { marker, value, end, upper } = part;
  const next = text.charAt(end);
  if (!isInRange(part)) return false;
  switch (marker) {
    case '年':
    case '年度':
    case '财年':
    case '学年':
      return (
        isYear(value) &&
        isYearWritten(text, start) &&
        !/^(?:历史|的历史|建城|文明)/.test(text.slice(end, end + 3))
      );
    case '年代':
      return value % 10 === 0 && value > 0;
    case '月':
      return value > 0 && text.charAt(start) !== '两' && next !== '龄';
    case '日':
      return value > 0 && !'内以游均龄常间夜照'.includes(next || ' ') && !isCounted(text, start, end);
    case '时':
      return isDigit(text.charAt(start)) && !'代间期候刻常段尚速效序'.includes(next || ' ');
    case '点':
      return isClock(text, start, end, upper !== undefined);
    case '季度':
      return value > 0;
    default:
      return true;
  }
}

/** 两千年 is a duration; a year is written with four digits, in either script. */
const isYearWritten = (text: string, start: number): boolean =>
  !isChineseNumeral(text.charAt(start)) || isChineseNumeral(text.charAt(start + 3));

/** Whether days are counted: 为期5日, 住院8日, 由20日缩短至5日, 1日办结. */
const isCounted = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 3), start);
  return (
    /期$|院$|历时$|连续$|至少$|超过$|不足$|近$|工作$|平均$|(?:缩短|压减|压缩|压降|精简)[至到为了]?$/.test(
      before,
    ) || /^(?:缩短|压减|压缩|办结)/.test(text.slice(end, end + 2))
  );
};

const isClock = (text: string, start: number, end: number, isRange: boolean): boolean =>
  isDigit(text.charAt(start)) &&
  (isDigit(text.charAt(end)) || '半钟整许前后至'.includes(text.charAt(end) || ' ') || isRange) &&
  !text.startsWith('前后', end);

/**
 * Reads 2024-03-05, 2024.3.5, 2024/3/5, 8:30, 2023—2024 and 2023/24. Returns the end,
 * or `start` if there is no date.
 */
function readNumericDate(text: string, start: number): number {
  const end = digitsEnd(text, start);
  const length = end - start;
  if (length === 4 && isYear(Number(text.slice(start, end)))) return yearFormEnd(text, start, end);
  if (length === 0 || length > 2 || text.charAt(end) !== ':') return start;
  const time = clockEnd(text, start, end);
  const joint = time === start ? -1 : connectorEnd(text, time);
  if (joint < 0) return time;
  const last = digitsEnd(text, joint);
  return text.charAt(last) === ':' ? Math.max(time, clockEnd(text, joint, last)) : time;
}

function clockEnd(text: string, start: number, colon: number): number {
  const end = digitsEnd(text, colon + 1);
  const isTime =
    end - colon === 3 && Number(text.slice(start, colon)) < 25 && Number(text.slice(colon + 1, end)) < 60;
  if (!isTime || text.slice(Math.max(0, start - 2), start).includes('比')) return start;
  const seconds = text.charAt(end) === ':' ? digitsEnd(text, end + 1) : end;
  if (seconds - end !== 3) return end;
  return isOfHundred(text.slice(start, seconds)) ? start : seconds;
}

/** 9:41:50 are three shares rather than a time if they make a hundred. */
const isOfHundred = (parts: string): boolean =>
  parts.split(':').reduce((sum, part) => sum + Number(part), 0) === 100;

function yearFormEnd(text: string, start: number, end: number): number {
  const separator = text.charAt(end);
  const month = digitsEnd(text, end + 1);
  if (!'-./'.includes(separator || ' ') || month === end + 1) return yearRangeEnd(text, start, end);
  const day = text.charAt(month) === separator ? digitsEnd(text, month + 1) : month;
  if (month - end <= 3 && day > month + 1 && day - month <= 3) return day;
  if (separator === '/' && (month - end === 3 || month - end === 5)) return month;
  return yearRangeEnd(text, start, end);
}

/** Reads 2023—2024 without 年 behind it; 2023—2024年 is read as a moment, with its marker. */
function yearRangeEnd(text: string, start: number, end: number): number {
  const joint = connectorEnd(text, end);
  if (joint < 0) return isEdition(text, end) || isListedYear(text, end) ? end : start;
  const last = digitsEnd(text, joint);
  const isRange = last - joint === 4 && isYear(Number(text.slice(joint, last)));
  const behind = text.slice(afterBlank(text, last), last + longestUnit);
  return isRange && !/^[年学财]/.test(behind) && !saysHowMuch.test(behind) ? last : start;
}

/** 1000—2000元 and 1500—1800万吨 are amounts, whatever years they look like. */
const saysHowMuch =
  /^(?:[万亿余%‰℃㎡吨斤亩米套件辆艘座所名](?![企村校师])|[千百](?![企村校户家镇团])|多(?!元|边|措)|元(?![旦宵])|克(?!拉)|张(?!家)|户(?!籍)|家(?!庭)|个(?!体)|人(?![大民才口])|台(?![阶风])|美元|公[里斤顷]|平方|立方|毫米|微克|毫克|千瓦|兆瓦|小时|天(?!然)|次(?!年)|左右|以[上下]|(?:k?m|mm|kW|MW|kg|mg|t)(?![A-Za-z]))/;
const longestUnit = 4;

/** 2023、2024年: the first year of a list has its marker at the end. */
const isListedYear = (text: string, end: number): boolean =>
  /^(?:[、和与][12][019]\d{2}){1,5}年/.test(text.slice(end, end + longestListOfYears));

const longestListOfYears = 26;

/** 2025中国足协杯, 2026世界机器人大会: the year says which of them. */
const isEdition = (text: string, end: number): boolean =>
  /^(?:中国|世界|全球|国际|全国|亚洲)[\u4e00-\u9fff]{0,8}(?:杯|锦标赛|联赛|大赛|大会|论坛|峰会|博览会)/.test(
    text.slice(end, end + longestEdition),
  );

const longestEdition = 14;
