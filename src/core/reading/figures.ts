import { type Expression, expressionsIn } from '../extract';
import { type Measure, notStated, type Qualifier } from '../model';

/** A figure as it stands in a quote: a number, or a word that counts without one. */
export interface QuotedFigure extends Pick<Measure, 'value' | 'upper' | 'qualifier' | 'spelled'> {
  /** Characters of the quote: `340余`, `12.45万`, `全覆盖`. The unit is only in it if a hedge follows the unit. */
  readonly token: string;
  /** Offsets of the token in UTF-16 units of the quote. */
  readonly start: number;
  readonly end: number;
  /** The unit as the extractor reads it: `%`, `元`, `人次`; empty if there is none. */
  readonly unit: string;
}

/** The pattern of words that count without a numeral: none of something, or all of it. */
export const uncounted = '没有|未发生|未出现|无一例|全覆盖|归零';
const unnumbered = new RegExp(uncounted, 'g');

/** Every figure of a quote in its order, without dates, ordinals and the numerals of names. */
export function figuresIn(quote: string): QuotedFigure[] {
  const numbers = expressionsIn(quote)
    .filter((expression) => expression.class === 'measure' && expression.value !== null)
    .map(numbered);
  const words = Array.from(quote.matchAll(unnumbered), worded);
  const isApart = ({ start, end }: QuotedFigure) =>
    numbers.every((number) => end <= number.start || number.end <= start);
  return [...numbers, ...words.filter(isApart)].sort((a, b) => a.start - b.start);
}

function numbered({ offset, token, value, upper, unit, qualifier, isSpelled }: Expression): QuotedFigure {
  // 零事故 says that none were reported. 清零 says that a number was brought to zero.
  const isNone = token.startsWith('零');
  return {
    ...{ token, unit, value: value ?? notStated, start: offset, end: offset + token.length },
    ...(upper !== undefined && { upper }),
    qualifier: isNone ? 'none-reported' : qualifier,
    spelled: !isNone && isSpelled,
  };
}

function worded({ 0: token, index }: RegExpExecArray): QuotedFigure {
  const isAll = token.startsWith('全');
  const isCleared = token === '归零';
  const qualifier: Qualifier = isAll ? 'all' : isCleared ? 'exact' : 'none-reported';
  return {
    ...{ token, unit: '', start: index, end: index + token.length, qualifier, spelled: isCleared },
    value: isAll ? notStated : 0,
  };
}
