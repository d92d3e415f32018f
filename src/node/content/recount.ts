/** Finds every number of the source anew and asks which measure or name it belongs to. */

import { type Expression, expressionsIn } from '../../core/extract';
import { type Facts, isFigureOverridden, type LedgerEntry, type Measure } from '../../core/model';
import { uncounted } from '../../core/reading';
import { factsFileOf, readingsFileOf } from './files';
import { type Finding, findingOn } from './gates/view';
import type { Aside } from './parseReadings';
import { freeSpanOf, isYearOf, meet, type Span, spanOfFigure } from './standing';
import { fold } from './strings';

/**
 * What the extractor does not read: words that count without a numeral, the single or double track of an office; and
 * bare digits, in case the extractor overlooks some.
 */
const unnumbered = new RegExp(`${uncounted}|[单双]轨制|[0-9]+(?:\\.[0-9]+)?`, 'g');

interface Found extends Span {
  readonly token: string;
  /** Undefined for words that count without a numeral. */
  readonly expression?: Expression;
}

export interface Recount {
  /** Names that do not stand in the source, and numbers of the source that belong to nothing. */
  readonly entries: Finding[];
  /** Measures that say another number than the source does around their quote. */
  readonly values: Finding[];
}

/**
 * Every expression of the source belongs to a measure or to a name, except the year reported on and what is set
 * aside with a reason; and every measure says the number that stands in the source at the place of its quote.
 */
export function recount(facts: Facts, asides: readonly Aside[], paragraphs: readonly string[]): Recount {
  const counts = numbersIn(paragraphs).map((numbers, index) =>
    recountParagraph(facts, asides, numbers, index + 1),
  );
  return {
    entries: counts.flatMap(({ entries }) => entries),
    values: counts.flatMap(({ values }) => values),
  };
}

interface Numbers {
  readonly text: string;
  readonly found: readonly Found[];
}

/** A source is read once and recounted many times. */
const read = new WeakMap<readonly string[], readonly Numbers[]>();

function numbersIn(paragraphs: readonly string[]): readonly Numbers[] {
  const numbers =
    read.get(paragraphs) ?? paragraphs.map(fold).map((text) => ({ text, found: foundIn(text) }));
  read.set(paragraphs, numbers);
  return numbers;
}

function recountParagraph(
  facts: Facts,
  asides: readonly Aside[],
  { text, found }: Numbers,
  number: number,
): Recount {
  const here = facts.measures.filter(({ paragraph }) => paragraph === number);
  const measured = here.flatMap((measure) => {
    const span = spanOfFigure(measure, text);
    return span ? { measure, ...span } : [];
  });
  const { named, misplaced } = namedIn(text, facts.ledger, number);
  const spans = [...measured, ...named];
  const free = found.filter(
    (item) => !spans.some((span) => meet(span, item)) && !isYearOf(item.expression, facts.period),
  );
  const aside = asides
    .filter(({ paragraph }) => paragraph === number)
    .flatMap(({ tokens }) => tokens.map(fold));
  const unlisted = free.map(({ token }) => token).filter((token) => !taken(aside, token));
  return {
    entries: [
      ...misplaced.map((entry) => misplacedFinding(facts, entry, unlisted)),
      // A quote or name that is misplaced was probably meant for the number that belongs to nothing.
      ...(misplaced.length > 0 || measured.length < here.length ? [] : unlisted).map((token) =>
        unlistedFinding(facts, token, number),
      ),
      ...aside.map((token) => asideFinding(facts, token, number)),
    ],
    values: measured.flatMap((span) => valueFindings(facts, span, found)),
  };
}

function misplacedFinding(facts: Facts, { name, index }: Misplaced, unlisted: readonly string[]): Finding {
  const free = unlisted.join(', ') || 'none';
  return {
    ...{ file: factsFileOf(facts.id), path: `names[${index}].name`, got: name },
    expected: 'words of its paragraph',
    remedy: `Copy the name from the source, or take it out. Numbers there that belong to nothing: ${free}.`,
  };
}

const unlistedFinding = (facts: Facts, token: string, number: number): Finding => ({
  ...{ file: factsFileOf(facts.id), path: 'measures', got: `none for ${token}` },
  expected: `a measure or a name for each number of paragraph ${number}`,
  remedy:
    'Add the measure, add the name under "names", or set the number aside with its reason in readings.json.',
});

const asideFinding = (facts: Facts, token: string, number: number): Finding => ({
  ...{ file: readingsFileOf(facts.id), path: 'asides', got: token, remedy: 'Take it out.' },
  expected: `numbers of paragraph ${number} that belong to no measure and no name`,
});

function foundIn(text: string): Found[] {
  const expressions = expressionsIn(text).map((expression) => ({
    start: expression.offset,
    end: expression.offset + expression.token.length,
    token: expression.token,
    expression,
  }));
  const words = [...text.matchAll(unnumbered)].map(({ 0: token, index }) => ({
    start: index,
    end: index + token.length,
    token,
  }));
  return [...expressions, ...words.filter((word) => !expressions.some((span) => meet(span, word)))];
}

interface Measured extends Span {
  readonly measure: Measure;
}

interface Misplaced {
  readonly name: string;
  /** Its place among the names of the facts. */
  readonly index: number;
}

/** Finds where each name stands. Two entries of the same name are two places. */
function namedIn(text: string, ledger: readonly LedgerEntry[], number: number) {
  const named: Span[] = [];
  const misplaced: Misplaced[] = [];
  const names = ledger.flatMap((entry) => ('name' in entry ? entry : []));
  for (const [index, { name, paragraph }] of names.entries()) {
    if (paragraph !== number) continue;
    const span = freeSpanOf(text, name, named);
    if (span) named.push(span);
    else misplaced.push({ name, index });
  }
  return { named, misplaced };
}

/** Takes one token from the list, so that a reason counts for one expression only. */
function taken(tokens: string[], token: string): boolean {
  const place = tokens.indexOf(token);
  if (place >= 0) tokens.splice(place, 1);
  return place >= 0;
}

/** One number, or both ends of a range. */
const endsOf = ({ value, upper }: Pick<Measure, 'upper'> & { readonly value: unknown }): string =>
  upper === undefined ? `${value}` : `${value} to ${upper}`;

/** A quote may be cut so that it says another number than the sentence: 约340 without its 约, 5至9 without its 9. */
function valueFindings({ id }: Facts, { measure, ...span }: Measured, found: readonly Found[]): Finding[] {
  const { expression } = found.find((item) => meet(item, span)) ?? {};
  if (isFigureOverridden(measure) || expression === undefined) return [];
  const { qualifier, token } = expression;
  const isHedge = qualifier !== 'exact' || !['all', 'none-reported', 'exact'].includes(measure.qualifier);
  const wanted = `${endsOf(expression)} ${isHedge ? qualifier : measure.qualifier}`;
  const got = `${endsOf(measure)} ${measure.qualifier}`;
  const expected = `the whole figure: ${wanted}, as ${token} of paragraph ${measure.paragraph} says`;
  return wanted === got ? [] : [findingOn(id, measure, 'quote', { expected, got })];
}
