/** Makes the ledger anew with the extractor, from the source, and compares it with the one in the facts. */

import { type Expression, expressionsIn } from '../../core/extract';
import type { Facts, LedgerEntry } from '../../core/model';
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

interface Listed extends Span {
  readonly entry: LedgerEntry;
  readonly path: string;
}

export interface Recount {
  /** Entries that do not stand in the source, and numbers of the source without an entry. */
  readonly entries: Finding[];
  /** Entries whose measure says another number than the source. */
  readonly values: Finding[];
}

/**
 * Every expression of the source has a ledger entry, except the year reported on and what is set aside with a
 * reason; every entry stands in the source, in the order of the text, and says the same number.
 */
export function recount(facts: Facts, asides: readonly Aside[], paragraphs: readonly string[]): Recount {
  const counts = paragraphs.map((paragraph, index) => recountParagraph(facts, asides, paragraph, index + 1));
  return {
    entries: counts.flatMap(({ entries }) => entries),
    values: counts.flatMap(({ values }) => values),
  };
}

function recountParagraph(
  facts: Facts,
  asides: readonly Aside[],
  paragraph: string,
  number: number,
): Recount {
  const text = fold(paragraph);
  const found = foundIn(text);
  const entries = facts.ledger
    .map((entry, index) => ({ entry, path: `ledger[${index}].token` }))
    .filter(({ entry }) => entry.paragraph === number);
  const { listed, misplaced } = placed(text, entries);
  const aside = asides.filter((one) => one.paragraph === number).map(({ token }) => fold(token));
  const unlisted = found
    .filter((item) => !listed.some((span) => meet(span, item)) && !isPeriod(item, facts))
    .filter(({ token }) => !taken(aside, token))
    .map(({ token }) => token);
  const file = factsFileOf(facts.id);
  const words = `words of paragraph ${number}, in the order of the text`;
  const copy = `Write one of the numbers of the paragraph that no entry has: ${unlisted.join(', ') || 'none'}.`;
  return {
    entries: [
      ...misplaced.map(({ entry, path }) => ({
        ...{ file, path, expected: words, got: entry.token, remedy: copy },
        ...('measure' in entry && { about: `${facts.id}/${entry.measure}` }),
      })),
      // A number without an entry is not reported if an entry is misplaced, which was probably meant for it.
      ...(misplaced.length > 0 ? [] : unlisted).map((token) => ({
        ...{ file, path: 'ledger', expected: `an entry for each number of paragraph ${number}` },
        ...{
          got: `none for ${token}`,
          remedy: 'Add the entry, or set it aside with its reason in readings.json.',
        },
      })),
      ...aside.map((token) => ({
        ...{ file: readingsFileOf(facts.id), path: 'asides', got: token, remedy: 'Take it out.' },
        expected: `numbers of paragraph ${number} that the ledger leaves out`,
      })),
    ],
    values: listed.flatMap((span) => valueFindings(facts, span, found)),
  };
}

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

/** Finds where each entry stands. A number is not looked for within a longer one. */
function placed(text: string, entries: readonly Omit<Listed, 'start' | 'end'>[]) {
  const listed: Listed[] = [];
  const misplaced: Omit<Listed, 'start' | 'end'>[] = [];
  let from = 0;
  for (const one of entries) {
    const token = fold(one.entry.token);
    const start = standsAt(text, token, from);
    if (start < 0) misplaced.push(one);
    else {
      from = start + token.length;
      listed.push({ ...one, start, end: from });
    }
  }
  return { listed, misplaced };
}

function standsAt(text: string, token: string, from: number): number {
  const isDigit = (place: number) => /[0-9.]/.test(text.charAt(place));
  for (let at = text.indexOf(token, from); at >= 0; at = text.indexOf(token, at + 1)) {
    const isInNumber =
      (isDigit(at) && isDigit(at - 1)) || (isDigit(at + token.length - 1) && isDigit(at + token.length));
    if (!isInNumber) return at;
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

function valueFindings(
  { id, measures }: Facts,
  { entry, path, ...span }: Listed,
  found: readonly Found[],
): Finding[] {
  const file = factsFileOf(id);
  const items = found.filter((item) => meet(item, span));
  const measure = 'measure' in entry ? measures.find((one) => one.id === entry.measure) : undefined;
  if (items.length === 0) {
    const expected = `a numeric expression of paragraph ${entry.paragraph}`;
    return [{ file, path, expected, got: entry.token, remedy: 'Take the entry out, or correct its token.' }];
  }
  if (measure === undefined) return [];
  return items.flatMap(({ token, expression }) => {
    if (expression === undefined) return [];
    const { value } = expression;
    // The facts do not tell nearly from about yet.
    const qualifier = expression.qualifier === 'nearly' ? 'about' : expression.qualifier;
    const isHedge = qualifier !== 'exact' || !['all', 'none-reported', 'exact'].includes(measure.qualifier);
    const wanted = `${value} ${isHedge ? qualifier : measure.qualifier}`;
    const got = `${measure.value} ${measure.qualifier}`;
    const expected = `${wanted}, as ${token} of paragraph ${entry.paragraph} says`;
    const key = value === measure.value ? 'qualifier' : 'value';
    return wanted === got ? [] : findingOn(id, measure, key, { expected, got });
  });
}
