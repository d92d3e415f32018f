import { fold } from '../strings';

/** A number at the start of a token: its value, whether it is spelled out, and its length. */
export interface Numeral {
  readonly value: number;
  readonly isSpelled: boolean;
  readonly length: number;
}

const digits = '零一二三四五六七八九';
const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** Reads `12.45万`, `340`, `十`, `四` in base units; undefined if a token does not begin with a number. */
export function numeralAt(token: string): Numeral | undefined {
  const [whole, number, scale = ''] = /^([0-9]+(?:\.[0-9]+)?)([千百万亿])?/.exec(fold(token)) ?? [];
  if (whole !== undefined && number !== undefined) {
    return { value: Number(`${number}e${powers[scale] ?? 0}`), isSpelled: false, length: whole.length };
  }
  const [spelled = ''] = /^[一二两三四五六七八九十百千]+/.exec(token) ?? [];
  return spelled === ''
    ? undefined
    : { value: spelledValue(spelled), isSpelled: true, length: spelled.length };
}

function spelledValue(spelled: string): number {
  let total = 0;
  let digit: number | undefined;
  for (const character of spelled) {
    const power = powers[character];
    if (power === undefined) digit = character === '两' ? 2 : digits.indexOf(character);
    else {
      total += (digit ?? 1) * 10 ** power;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}

/** Returns where a token stands in a phrase as a whole number, or -1: 16 is not found in 196. */
export function placeOf(token: string, phrase: string): number {
  const [inner, outer] = [fold(token), fold(phrase)];
  const isDigit = (character: string) => /[0-9.]/.test(character);
  for (let at = outer.indexOf(inner); at >= 0; at = outer.indexOf(inner, at + 1)) {
    const isCut =
      (isDigit(inner.charAt(0)) && isDigit(outer.charAt(at - 1))) ||
      (isDigit(inner.slice(-1)) && isDigit(outer.charAt(at + inner.length)));
    if (!isCut) return at;
  }
  return -1;
}
