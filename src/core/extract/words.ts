import type { Found, Qualifier, ReadExpression } from './expression';
import { readNumeral } from './numerals';
import { joined, prefixAt, suffixAt } from './qualifiers';
import { matchAt, wordsAt, wordsOf } from './text';

const found = (
  text: string,
  offset: number,
  end: number,
  rest: Pick<ReadExpression, 'value' | 'unit'> & Partial<Pick<ReadExpression, 'qualifier'>>,
): Found => ({
  expression: { offset, token: text.slice(offset, end), qualifier: 'exact', class: 'measure', ...rest },
  next: end,
});

/** 翻番, 翻一番 and 翻倍 are twofold, 翻两番 fourfold: each 番 doubles. */
export function readMultiplied(text: string, at: number): Found | undefined {
  if (text.charAt(at) !== '翻') return undefined;
  const start = text.charAt(at + 1) === '了' ? at + 2 : at + 1;
  if (text.startsWith('番', start) || text.startsWith('倍', start))
    return doubled(text, at, start + 1, 1, 'exact');
  const prefix = prefixAt(text, start);
  const numeral = readNumeral(text, prefix?.end ?? start);
  if (!numeral || text.charAt(numeral.end) !== '番' || numeral.value > 20) return undefined;
  return doubled(text, at, numeral.end + 1, numeral.value, prefix?.qualifier ?? 'exact');
}

function doubled(text: string, at: number, end: number, times: number, front: Qualifier): Found {
  const suffix = suffixAt(text, end);
  return found(text, at, suffix?.end ?? end, {
    value: 2 ** times,
    unit: '倍',
    qualifier: joined(front, 'exact', suffix?.qualifier ?? 'exact'),
  });
}

/** 零事故, 零增长 and 清零 say zero. 零售 and the like were skipped earlier, as plain words. */
export function readZero(text: string, at: number): Found | undefined {
  if (text.startsWith('清零', at)) return found(text, at, at + 2, { value: 0, unit: '' });
  const isZero = text.charAt(at) === '零' && !'的下点号为、,。和到起'.includes(text.charAt(at + 1) || '。');
  // 批零 are wholesale and retail, 社零 and 网零 retail sales; 旅行社零投诉 counts.
  const isRetail =
    '社网'.includes(text.charAt(at - 1) || ' ') && /^(?:总?额|增速)/.test(text.slice(at + 1, at + 3));
  if (!isZero || text.charAt(at - 1) === '批' || isRetail) return undefined;
  const zero = found(text, at, at + 1, { value: 0, unit: '' });
  return isSlogan(text, at + 1) === ''
    ? zero
    : { ...zero, expression: { ...zero.expression, class: 'name' } };
}

/** 零容忍 and 零距离 name an attitude, 零关税 a policy; nothing was counted. */
const isSlogan = wordsAt(wordsOf('容忍 距离 门槛 障碍 关税 ”的突破'));

const ratio = /\d+(?:\.\d+)? ?([:∶比]) ?\d+(?:\.\d+)?(?: ?\1 ?\d+(?:\.\d+)?)?/y;

/** 1:15, 3比2, 6.7 : 38.2 : 55.1: a ratio is not one number. */
export function readRatio(text: string, at: number): Found | undefined {
  const token = matchAt(ratio, text, at);
  return token === '' ? undefined : found(text, at, at + token.length, { value: null, unit: '' });
}
