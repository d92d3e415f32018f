/** Compares the figures that the extractor reads from Chinese sentences with those of the official translation. */

import { type Expression, expressionsIn } from '../../core/extract';
import { numberOf } from '../../core/figures';
import { type EnglishNumber, englishNumbersIn } from './english';
import type { Pair } from './pairs';

/** Why a figure does not stand in the English of its own sentence. */
export const causes = {
  moved: 'it stands in another sentence of the paragraph',
  rounded: 'the translation rounds it',
  converted: 'the translation converts its unit',
  worded: 'the translation says it in words',
  'left-out': 'the translation leaves it out',
  unexplained: 'our reading may be wrong',
} as const;
type Cause = keyof typeof causes;

export interface Difference {
  readonly paragraph: string;
  readonly token: string;
  /** The figure as we print it in English. */
  readonly printed: string;
  readonly cause: Cause;
}

export interface Agreement {
  readonly all: number;
  /** What the translation does not say, and what it says in another sentence. */
  readonly differences: readonly Difference[];
}

type Selection = (expression: Expression) => boolean;

const isPercent = ({ unit }: Expression): boolean => unit === '%' || unit === '百分点';

const persons =
  /^(?:人|人次|人口|人员|名|位|纳税人|学生|群众|职工|党员|农民|农民工|老人|老年人|儿童|妇女|残疾人|毕业生|高校毕业生|劳动力|居民|市民|村民|游客|旅客|患者|用户)$/;

/** Money, people and percentages: translators keep these figures, while they word other counts freely. */
export const isKept: Selection = (expression) =>
  isPercent(expression) || /元|英镑|卢布/.test(expression.unit) || persons.test(expression.unit);

const isFigure: Selection = ({ class: kind, value }) => kind === 'measure' && value !== null;

export function compare(pairs: readonly Pair[], isWanted: Selection = isKept): Agreement {
  const paragraphs = [...new Set(pairs.map(({ paragraph }) => paragraph))].map((paragraph) =>
    compareParagraph(
      pairs.filter((pair) => pair.paragraph === paragraph),
      isWanted,
    ),
  );
  return {
    all: paragraphs.reduce((sum, { all }) => sum + all, 0),
    differences: paragraphs.flatMap(({ differences }) => differences),
  };
}

/** A sentence with the numbers of its translation that answer for no figure yet. */
interface Sentence {
  readonly pair: Pair;
  readonly figures: readonly Expression[];
  readonly free: EnglishNumber[];
}

/** A figure that its own sentence does not answer, or only in part where it is a range. */
interface Missing {
  readonly sentence: Sentence;
  readonly figure: Expression;
  readonly prints: readonly string[];
  readonly unanswered: readonly string[];
}

/** Every figure takes its number from its own sentence before another one may: translators move clauses. */
function compareParagraph(pairs: readonly Pair[], isWanted: Selection): Agreement {
  const sentences = pairs.map((pair) => ({
    pair,
    figures: expressionsIn(pair.zh).filter((expression) => isFigure(expression) && isWanted(expression)),
    free: englishNumbersIn(pair.en),
  }));
  const missing = sentences.flatMap(missingIn);
  return {
    all: sentences.reduce((sum, { figures }) => sum + figures.length, 0),
    differences: missing.map((one) => differenceOf(one, sentences)),
  };
}

const missingIn = (sentence: Sentence): Missing[] =>
  sentence.figures.flatMap((figure) => {
    const prints = printsOf(figure);
    const unanswered = prints.filter((print) => !isTaken(sentence.free, print));
    return unanswered.length > 0 ? [{ sentence, figure, prints, unanswered }] : [];
  });

/** Both ends of a range, or the one number. */
function printsOf(figure: Expression): string[] {
  const unit = isPercent(figure) ? 'percent' : '';
  const values = [figure.value, figure.upper].filter((value) => typeof value === 'number');
  return values.map((value) => numberOf({ value, unit, spelled: figure.isSpelled }, 'en'));
}

/** Takes a number from the list, so that it answers for one figure only. */
function isTaken(free: EnglishNumber[], print: string): boolean {
  const place = free.findIndex((number) => isSame(number, print));
  if (place >= 0) free.splice(place, 1);
  return place >= 0;
}

/** Our own print is read as the translation is, so that what is compared is what a reader sees. */
const isSame = (number: EnglishNumber, print: string): boolean =>
  englishNumbersIn(print).some((own) => own.value === number.value && own.isPercent === number.isPercent);

function differenceOf(missing: Missing, sentences: readonly Sentence[]): Difference {
  const { sentence, figure, prints, unanswered } = missing;
  const isMoved = unanswered.every((print) => sentences.some(({ free }) => isTaken(free, print)));
  const printed = prints.join(' to ');
  const cause = isMoved ? 'moved' : causeOf(missing);
  return { paragraph: sentence.pair.paragraph, token: figure.token, printed, cause };
}
/** Twice, a decade and a 75th anniversary are words for a number, and not what we print. */
const worded =
  /\b(?:doubl|tripl|quadrupl|twofold|halv|thirds?\b|quarters?\b|dozens?\b|twice\b|both\b|decades?\b|\d+(?:st|nd|rd|th)\b|(?:ten|hundred|thousand|million)s of\b)/i;

/** 1.4 trillion is a rounded 1.395 trillion. */
const mostRounded = 0.05;

const isNear = (value: number, other: number): boolean =>
  Math.abs(value - other) <= Math.abs(value) * mostRounded;

/** Two thousand jin are a metric ton, fifteen mu a hectare. */
const perForeignUnit: Readonly<Record<string, number>> = { 斤: 2000, 亩: 15 };

function causeOf({ sentence: { pair, free }, figure, unanswered }: Missing): Exclude<Cause, 'moved'> {
  const isShare = isPercent(figure);
  const candidates = free.filter((number) => number.isPercent === isShare).map(({ value }) => value);
  const wanted = unanswered.flatMap((print) => englishNumbersIn(print)).map(({ value }) => value);
  const hasNear = (factor: number) =>
    wanted.some((value) => candidates.some((candidate) => isNear(value / factor, candidate)));
  if (hasNear(1)) return 'rounded';
  if (hasNear(perForeignUnit[figure.unit] ?? Number.NaN)) return 'converted';
  if (worded.test(pair.en)) return 'worded';
  return candidates.length > 0 ? 'unexplained' : 'left-out';
}
