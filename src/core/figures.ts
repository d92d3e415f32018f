import { type Language, tagOf } from './language';
import { isFigureOverridden, type Measure, type Modifier, notStated, toDate } from './model';

/**
 * A measure as it is printed: the number between the words of its qualifier, without the unit. A placeholder
 * in a sentence becomes `before + number + after`.
 */
export interface Figure {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/**
 * Returns the qualifier's phrase with `number` in its place; i18next takes it from
 * `locales/<language>/figures.json`.
 */
export type Qualify = (key: QualifierKey, number: string) => string;

export type QualifierKey =
  | 'exact'
  | 'more-than'
  | 'at-least'
  | 'at-least-counted'
  | 'about'
  | 'nearly'
  | 'less-than'
  | 'at-most'
  | 'at-most-counted'
  | 'none-reported'
  | 'all'
  | 'all-uncounted';

/** Small numbers as they are written out in each language (the source prints 四级, 十个, 清零). */
const spelledOut: Readonly<Record<Language, readonly string[]>> = {
  zh: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
};

/** As many as a double holds, because a figure is never rounded. */
const maximumFractionDigits = 20;

/** Chinese prints no thousands separators (1273), as the source does. */
const useGrouping = { zh: false, en: 'always' } as const;

const formats: Partial<Record<Language, Intl.NumberFormat>> = {};

/**
 * A number with all its digits. Options are written out because the compact defaults round: they give 12万 and 125K
 * for 124,500. A format is made when it is first used: the first one takes a slow phone 50 ms.
 */
function inDigits(value: number, language: Language): string {
  formats[language] ??= new Intl.NumberFormat(tagOf[language], {
    useGrouping: useGrouping[language],
    maximumFractionDigits,
  });
  return formats[language].format(value);
}

/** English names a number from a million on, the larger first. */
const scales = [
  { word: ' trillion', zeros: 12 },
  { word: ' billion', zeros: 9 },
  { word: ' million', zeros: 6 },
] as const;

/** Its digits in full are so long by then that four decimals read better: 6.2661 trillion. */
const readableDecimals = 4;

/**
 * Writes a whole number with the word of its scale if that is exact and reads well. The decimal point is moved in the
 * text, because dividing would round.
 */
function inScale(value: number): string | undefined {
  const digits = String(value);
  if (!/^\d+$/.test(digits)) return undefined;
  for (const { word, zeros } of scales) {
    const tail = digits.slice(-zeros).replace(/0+$/, '');
    if (digits.length <= zeros || tail.length > readableDecimals) continue;
    const whole = inDigits(Number(digits.slice(0, -zeros)), 'en');
    return `${whole}${tail && `.${tail}`}${word}`;
  }
  return undefined;
}

type Numbered = Pick<Measure, 'value' | 'upper' | 'unit' | 'spelled'>;

/** The number of a measure, or both ends of a range. */
export function numberOf({ value, upper, unit, spelled }: Numbered, language: Language): string {
  if (value === notStated) return '';
  const one = (end: number): string => {
    if (unit === 'percent') return `${inDigits(end, language)}%`;
    const inWords = spelled ? spelledOut[language][end] : undefined;
    return inWords ?? (language === 'en' ? inScale(end) : undefined) ?? inDigits(end, language);
  };
  return upper === undefined ? one(value) : `${one(value)}–${one(upper)}`;
}

const numeral = '[0-9〇零一二两三四五六七八九十百千万亿半]';
/** The first and the last numeral of a token, and what stands between: 6600多万, 4.5%—5%, 三成. */
const numerals = new RegExp(`^(.*?)((?:百分之)?${numeral}(?:.*${numeral})?[%成]?)(.*)$`);

/**
 * A figure as its Chinese source prints it, hedges included: 近3000, 6600多万, 5%左右. Undefined where other words
 * than the source's tell it: those of full coverage and of none, and what an editor reads otherwise.
 */
function asPrinted(measure: Printable): Figure | undefined {
  const { token, value, qualifier } = measure;
  if (!value || value === notStated || qualifier === 'all' || isFigureOverridden(measure)) return undefined;
  // 增长-3.1% is told as a fall of 3.1%.
  const unsigned = value > 0 ? token.replace(/^(?:负|[-−–])/, '') : token;
  const [, before, number, after] = numerals.exec(unsigned.normalize('NFKC')) ?? [];
  return number === undefined ? undefined : { before: before ?? '', number, after: after ?? '' };
}

/** Of 至少培训20万人 and 突破300亿和3000亿 the tokens 20万 and 3000亿 are bare numbers; their hedge stands before them. */
const saysItsHedge = ({ qualifier }: Printable, { before, number, after }: Figure): boolean =>
  qualifier === 'exact' ||
  before !== '' ||
  after !== '' ||
  // 几, and two digits in a row as in 七八十, say about how many.
  /[多余来几数]|[一二两三四五六七八九]{2}/.test(number);

/** English says 40% or more, but at least 12 million people: what is counted does not part the number from its hedge. */
function qualifierKeyOf({ value, qualifier, unit }: Numbered & Pick<Measure, 'qualifier'>): QualifierKey {
  if (qualifier === 'all' && value === notStated) return 'all-uncounted';
  const isCounted = unit !== 'percent' && unit !== 'percentage-point';
  return isCounted && (qualifier === 'at-least' || qualifier === 'at-most')
    ? `${qualifier}-counted`
    : qualifier;
}

// A private-use character: content may not contain any, so it cannot be mistaken for text.
const hole = '\uE010';

type Printable = Numbered & Pick<Measure, 'qualifier' | 'token' | 'override'>;

export function figureOf(measure: Printable, language: Language, qualify: Qualify): Figure {
  const inSource = language === 'zh' ? asPrinted(measure) : undefined;
  if (inSource && saysItsHedge(measure, inSource)) return inSource;
  const number = inSource?.number ?? numberOf(measure, language);
  const phrase = qualify(qualifierKeyOf(measure), hole);
  const at = phrase.indexOf(hole);
  // "none" and "full coverage" have no number: the words themselves are the figure.
  if (at < 0) return { before: '', number: phrase, after: '' };
  return { before: phrase.slice(0, at), number, after: phrase.slice(at + hole.length) };
}

/** The hedges of a measure as they are said: what is added up over a period that is known (`total`) is no number to date. */
export const saidModifiersOf = ({
  modifiers,
  period,
}: Pick<Measure, 'modifiers' | 'period'>): (Modifier | 'total')[] =>
  modifiers.map((modifier) => (modifier === 'cumulative' && period !== toDate ? 'total' : modifier));

/** The direction and hedges of a measure as i18next's key: `down-year-on-year`, `cumulative`; empty where there are none. */
export const noteKeyOf = (measure: Pick<Measure, 'direction' | 'modifiers' | 'period'>): string =>
  [...(measure.direction === 'none' ? [] : [measure.direction]), ...saidModifiersOf(measure)].join('-');

/**
 * How a figure is worded: a change by a percentage, one by a number and one of prices have other verbs in Chinese
 * (增长5%, 增加5万人, 上涨0.2%), and so has a standard that is raised (提高20元).
 */
export function wordingOf({ kind, unit, quote }: Pick<Measure, 'kind' | 'unit' | 'quote'>) {
  switch (kind) {
    case 'rate-change':
      return 'rate';
    case 'count-change':
      if (unit !== 'percent') return quote.includes('提高') && !quote.includes('增加') ? 'raise' : 'increase';
      return quote.includes('涨') ? 'price' : 'growth';
    case 'zero':
    case 'coverage':
      return kind;
    case 'count':
    case 'activity':
    case 'amount':
    case 'share':
    case 'level':
      return 'value';
  }
}

/** A figure by itself, with all of its words: no line may end between `number` and `after`. */
export interface DisplayedFigure extends Figure {
  /** The further words of a unit, and hedges that follow it: in total to date. */
  readonly rest: string;
}

/** Puts the unit behind a figure, and direction and hedges around both: up 27.7% year on year, 累计12.45万个. */
export function displayed(
  { before, number, after }: Figure,
  unit: string,
  language: Language,
  note: (number: string) => string,
): DisplayedFigure {
  const [start = '', end = ''] = note(hole).split(hole);
  // The first word of the unit stays on one line with the number: "124,500 video | points".
  const [firstWord = '', ...moreWords] = unit.split(' ');
  const space = language === 'zh' || firstWord === '' ? '' : ' ';
  return {
    before: start + before,
    number,
    after: after + space + firstWord,
    rest: moreWords.map((word) => ` ${word}`).join('') + end,
  };
}

export const printed = ({ before, number, after }: Figure): string => before + number + after;
