import { readNumeral } from '../extract/numerals';
import { simplifiedOf } from './traditional';

// This file uses no lookbehind: Safari before 16.4 could not parse the script.

/** American spellings and the British ones of our texts; a word that is still being typed counts too. */
const british: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/([a-z]{2}[iy])z(?=\b|[eai])/gi, '$1s'],
  [/\b(behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|val|vig)or/gi, '$1our'],
  [/\b((?:kilo|centi|milli)?met|cent|fib|lit|theat)er(?=s?\b)/gi, '$1re'],
  [/\b(def|lic|off)ense/gi, '$1ence'],
  [/\bprogram(?=s?\b)/gi, 'programme'],
  [/([a-z]{2}[aeo]l)(?=(?:ed|ing|ers?)\b)/gi, '$1l'],
  [/\bjudgment/gi, 'judgement'],
];

/** Writes 百分之九十, 九成 and 90 per cent as 90%. */
function withShares(text: string): string {
  const shares = text.replace(/百分之(.+)/g, (whole, rest: string) => {
    const numeral = readNumeral(rest, 0);
    return numeral ? `${numeral.value}%${rest.slice(numeral.end)}` : whole;
  });
  return shares
    .replace(/([一二三四五六七八九\d])成(?!\p{Script=Han})/gu, (whole, digit: string) => {
      const numeral = readNumeral(digit, 0);
      return numeral ? `${numeral.value}0%` : whole;
    })
    .replace(/(\d) ?per ?cent\b/gi, '$1%');
}

/** Exchanges the two words for "more than": 630多 is printed as 630余, and the other way round. */
const withOtherMore = (text: string): string =>
  text.replace(/([\d十百千万亿])([多余])/g, (_, number, more) => number + (more === '多' ? '余' : '多'));

/** Writes Chinese numerals of two characters and more in digits: 十二万 as 120000, which 12万 is too. */
function withDigits(text: string): string {
  let digits = '';
  for (let at = 0; at < text.length; ) {
    const numeral = readNumeral(text, at);
    const [more = ''] = (numeral && /[多余]$/.exec(text.slice(at, numeral.end))) ?? [];
    const isWritten = numeral?.script === 'chinese' && !numeral.isBare && (more || numeral.hint === 'none');
    if (isWritten && numeral.end > at + 1 && Number.isFinite(numeral.value)) {
      digits += numeral.value + more;
      at = numeral.end;
    } else digits += text.charAt(at++);
  }
  return digits;
}

/** A query as it was typed, and in other forms in which our texts may print it. */
export function spellingsOf(query: string): string[] {
  const plain = Array.from(query.normalize('NFKC'), simplifiedOf).join('');
  const shares = withShares(plain);
  const printed = british.reduce((text, [pattern, instead]) => text.replace(pattern, instead), shares);
  const written = [printed, withDigits(printed)];
  return [...new Set([query, ...written, ...written.map(withOtherMore)])].filter(
    // Spellings that differ only in width or in traditional characters fold to the same text.
    (spelling) => spelling === query || spelling !== plain,
  );
}
