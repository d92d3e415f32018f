import { type Language, tagOf } from './language';
import { type Direction, type Measure, notStated } from './model';

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
  | 'about'
  | 'nearly'
  | 'less-than'
  | 'at-most'
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
export function inDigits(value: number, language: Language): string {
  formats[language] ??= new Intl.NumberFormat(tagOf[language], {
    useGrouping: useGrouping[language],
    maximumFractionDigits,
  });
  return formats[language].format(value);
}

interface Scales {
  /** The larger first. */
  readonly words: readonly { readonly word: string; readonly zeros: number }[];
  /** How many decimals still read well before the word. */
  readonly decimals: number;
}

/**
 * The source's own form is not known from the value alone. Two decimals keep most of them: 1.39万亿 and 62661亿 rather
 * than 6.2661万亿, 12.45万, but 12345 rather than 1.2345万. English names a number only from a million on, and there its
 * digits in full are so long that four decimals read better: 6.2661 trillion.
 */
const scales: Readonly<Record<Language, Scales>> = {
  zh: {
    words: [
      { word: '万亿', zeros: 12 },
      { word: '亿', zeros: 8 },
      { word: '万', zeros: 4 },
    ],
    decimals: 2,
  },
  en: {
    words: [
      { word: ' trillion', zeros: 12 },
      { word: ' billion', zeros: 9 },
      { word: ' million', zeros: 6 },
    ],
    decimals: 4,
  },
};

/**
 * Writes a whole number with the word of its scale if that is exact and reads well. The decimal point is moved in the
 * text, because dividing would round.
 */
function inScale(value: number, language: Language): string | undefined {
  const digits = String(Math.abs(value));
  if (!/^\d+$/.test(digits)) return undefined;
  const { words, decimals } = scales[language];
  for (const { word, zeros } of words) {
    const tail = digits.slice(-zeros).replace(/0+$/, '');
    if (digits.length <= zeros || tail.length > decimals) continue;
    const whole = inDigits(Number(digits.slice(0, -zeros)), language);
    return `${value < 0 ? '-' : ''}${whole}${tail && `.${tail}`}${word}`;
  }
  return undefined;
}

export function numberOf(measure: Pick<Measure, 'value' | 'unit' | 'spelled'>, language: Language): string {
  const { value, unit } = measure;
  if (value === notStated) return '';
  if (unit === 'percent') return `${inDigits(value, language)}%`;
  const inWords = measure.spelled ? spelledOut[language][value] : undefined;
  return inWords ?? inScale(value, language) ?? inDigits(value, language);
}

function qualifierKeyOf(measure: Pick<Measure, 'value' | 'qualifier'>): QualifierKey {
  return measure.qualifier === 'all' && measure.value === notStated ? 'all-uncounted' : measure.qualifier;
}

// A private-use character: content may not contain any, so it cannot be mistaken for text.
const hole = '\uE010';

export function figureOf(
  measure: Pick<Measure, 'value' | 'unit' | 'spelled' | 'qualifier'>,
  language: Language,
  qualify: Qualify,
): Figure {
  const number = numberOf(measure, language);
  const phrase = qualify(qualifierKeyOf(measure), hole);
  const at = phrase.indexOf(hole);
  // "none" and "full coverage" have no number: the words themselves are the figure.
  if (at < 0) return { before: '', number: phrase, after: '' };
  return { before: phrase.slice(0, at), number, after: phrase.slice(at + hole.length) };
}

export const arrowOf = { up: '↑', down: '↓', none: '' } as const satisfies Record<Direction, string>;

/** The direction and hedges of a measure as i18next's key: `down-year-on-year`, `cumulative`; empty where there are none. */
export const noteKeyOf = ({ direction, modifiers }: Pick<Measure, 'direction' | 'modifiers'>): string =>
  [...(direction === 'none' ? [] : [direction]), ...modifiers].join('-');

/** Paragraphs of the source in order, each with how many measures it holds. */
export function measuresByParagraph(
  measures: readonly Pick<Measure, 'paragraph'>[],
  paragraphs: number,
): number[] {
  return Array.from(
    { length: paragraphs },
    (_, at) => measures.filter(({ paragraph }) => paragraph === at + 1).length,
  );
}

export const printed = ({ before, number, after }: Figure): string => before + number + after;
