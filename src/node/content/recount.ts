/** Finds every number of the source anew and asks which measure or name it belongs to. */

import { type Expression, expressionsIn } from '../../core/extract';
import type { Facts, LedgerEntry, Measure } from '../../core/model';
import { factsFileOf, readingsFileOf } from './files';
import { type Finding, findingOn } from './gates/view';
import type { Aside } from './parseReadings';
import { fold } from './strings';

/**
 * Words that count without a numeral (none, all, the single or double track of an office), which the extractor
 * does not read; and bare digits, in case the extractor overlooks some.
 */
const unnumbered = /全覆盖|没有|未发生|未出现|无一例|[单双]轨制|[0-9]+(?:\.[0-9]+)?/g;

/** Offsets are UTF-16 units of the folded paragraph, the end not included. */
interface Span {
  readonly start: number;
  readonly end: number;
}

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
  const counts = paragraphs.map((paragraph, index) =>
    recountParagraph(facts, asides, fold(paragraph), index + 1),
  );
  return {
    entries: counts.flatMap(({ entries }) => entries),
    values: counts.flatMap(({ values }) => values),
  };
}

function recountParagraph(facts: Facts, asides: readonly Aside[], text: string, number: number): Recount {
  const found = foundIn(text);
  const here = facts.measures.filter(({ paragraph }) => paragraph === number);
  const measured = here.flatMap((measure) => spanOf(measure, text) ?? []);
  const { named, misplaced } = namedIn(text, facts.ledger, number);
  const spans = [...measured, ...named];
  const free = found.filter((item) => !spans.some((span) => meet(span, item)) && !isPeriod(item, facts));
  const aside = asides.filter(({ paragraph }) => paragraph === number).map(({ token }) => fold(token));
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

/** Where the figure of a measure stands. That its quote stands in the paragraph is checked elsewhere. */
function spanOf(measure: Measure, text: string): Measured | undefined {
  const { quote, token } = measure;
  const at = text.indexOf(fold(quote));
  if (at < 0) return undefined;
  const start = at + fold(quote.slice(0, quote.indexOf(token))).length;
  return { measure, start, end: start + fold(token).length };
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
    const length = fold(name).length;
    const start = freePlaceOf(text, fold(name), named);
    if (start < 0) misplaced.push({ name, index });
    else named.push({ start, end: start + length });
  }
  return { named, misplaced };
}

/** A number is not looked for within a longer one, and no place is taken twice. */
function freePlaceOf(text: string, token: string, takenSpans: readonly Span[]): number {
  const isDigit = (place: number) => /[0-9.]/.test(text.charAt(place));
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
    const end = at + token.length;
    const isInNumber = (isDigit(at) && isDigit(at - 1)) || (isDigit(end - 1) && isDigit(end));
    if (!isInNumber && !takenSpans.some((span) => meet(span, { start: at, end }))) return at;
  }
  return -1;
}

const meet = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

const isPeriod = ({ expression }: Found, { period }: Facts): boolean =>
  expression?.class === 'date' && `${expression.value}` === period;

/** Takes one token from the list, so that a reason counts for one expression only. */
function taken(tokens: string[], token: string): boolean {
  const place = tokens.indexOf(token);
  if (place >= 0) tokens.splice(place, 1);
  return place >= 0;
}

/** A quote may be cut so that it says another number than the sentence: 约340 without its 约. */
function valueFindings({ id }: Facts, { measure, ...span }: Measured, found: readonly Found[]): Finding[] {
  const { override } = measure;
  const isOverridden = override?.value !== undefined || override?.qualifier !== undefined;
  const { expression } = found.find((item) => meet(item, span)) ?? {};
  if (isOverridden || expression === undefined) return [];
  const { value, qualifier, token } = expression;
  const isHedge = qualifier !== 'exact' || !['all', 'none-reported', 'exact'].includes(measure.qualifier);
  const wanted = `${value} ${isHedge ? qualifier : measure.qualifier}`;
  const got = `${measure.value} ${measure.qualifier}`;
  const expected = `the whole figure: ${wanted}, as ${token} of paragraph ${measure.paragraph} says`;
  return wanted === got ? [] : [findingOn(id, measure, 'quote', { expected, got })];
}
