import type { Found } from './expression';
import { isChineseNumeral, type Numeral, readNumeral } from './numerals';
import { afterBlank, connectorEnd, isDigit, isHan } from './text';
import { unitAt } from './units';

/** Reads 第一, 第1, 第1至5, and numbered meetings: 一次会议, 二十届. */
export function readOrdinal(text: string, at: number): Found | undefined {
  return text.charAt(at) === '第' ? readWithPrefix(text, at) : (readMeeting(text, at) ?? readTop(text, at));
}

function readWithPrefix(text: string, start: number): Found | undefined {
  const numeral = readNumeral(text, afterBlank(text, start + 1));
  if (!numeral || numeral.hint === 'more') return undefined;
  const joint = connectorEnd(text, numeral.end);
  const second =
    joint < 0
      ? lastOfList(text, numeral)
      : readNumeral(text, text.charAt(joint) === '第' ? joint + 1 : joint);
  return ordinal(text, start, second?.end ?? numeral.end, numeral.value, second?.value);
}

/** In 第一、二、三批 one 第 stands for all that follow one another. */
function lastOfList(text: string, first: Numeral): Numeral | undefined {
  let last = first;
  for (let length = 1; length < longestList && text.charAt(last.end) === '、'; length += 1) {
    const next = readNumeral(text, last.end + 1);
    if (next?.value !== last.value + 1 || next.script !== first.script) break;
    last = next;
  }
  return last === first ? undefined : last;
}

const longestList = 10;

function ordinal(text: string, offset: number, end: number, value: number, upper = Number.NaN): Found {
  const unit = unitAt(text, end);
  return {
    expression: {
      offset,
      token: text.slice(offset, end),
      value: Number.isFinite(value) ? value : null,
      ...(upper > value && { upper }),
      unit: unit.text,
      qualifier: 'exact',
      class: 'ordinal',
    },
    next: Math.max(end, unit.end),
  };
}

/** In 七次、八次全会 the word stands once, behind the last number. */
const meeting = /^次(?:[、和][一二三四五六七八九十]{1,3}次){0,5}(?:会议|全会|全体|常务|代表大会|党代会)/;
const longestMeetings = 40;

/** 十四届全国人大一次会议: the numbers are ordinals, though 第 is left out. The Arabic number in 5次会议 is a count. */
function readMeeting(text: string, at: number): Found | undefined {
  if (!isChineseNumeral(text.charAt(at))) return undefined;
  const numeral = readNumeral(text, at);
  if (!numeral || numeral.isBare || numeral.hint !== 'none') return undefined;
  const isMeeting =
    text.charAt(at) !== '两' && meeting.test(text.slice(numeral.end, numeral.end + longestMeetings));
  const isTerm =
    text.charAt(numeral.end) === '届' &&
    !['一', '两'].includes(text.charAt(at)) &&
    !/[连续办]/.test(text.charAt(at - 1));
  return isMeeting || isTerm ? ordinal(text, at, numeral.end, numeral.value) : undefined;
}

/** 跻身全国前三, 前十名 and 前1% are ranks, as 第三 is. 前三季度 and 前5个月 are not. */
function readTop(text: string, at: number): Found | undefined {
  const isTop =
    text.charAt(at - 1) === '前' && (isChineseNumeral(text.charAt(at)) || isDigit(text.charAt(at)));
  const numeral = isTop ? readNumeral(text, at) : undefined;
  if (!numeral || numeral.isBare) return undefined;
  const next = text.charAt(numeral.end);
  if (next === '%' && '目此之先当以提'.includes(text.charAt(at - 2) || ' ')) return undefined;
  const isRank = isHan(next) ? '名位强甲列'.includes(next) : next !== '.';
  return isRank ? ordinal(text, at, numeral.end, numeral.value) : undefined;
}
