/** The ledger once more, made from the source by the extractor alone, beside the one that stands in facts. */

import { type Expression, expressionsIn } from '../../core/extract';
import type { Facts, LedgerEntry } from '../../core/model';
import type { Fault } from './fault';
import { factsFileOf, readingsFileOf } from './files';
import type { Aside } from './parseReadings';
import { fold } from './strings';

/**
 * Words that count without a numeral, which the extractor therefore leaves alone: none, all, and the single
 * or double track of an office. Digits stand here too, so that none is lost on which the extractor is silent.
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

/**
 * Every expression of the source has its ledger entry, the year reported on and those set aside with a
 * reason excepted; every entry stands in the source, in the order of the text, and says the same number.
 */
export function recountFaults(
  facts: Facts,
  asides: readonly Aside[],
  paragraphs: readonly string[],
): Fault[] {
  const entries = facts.ledger.map((entry, index) => ({ entry, path: `/ledger/${index}/token` }));
  return paragraphs.flatMap((paragraph, index) => {
    const number = index + 1;
    const text = fold(paragraph);
    const found = foundIn(text);
    const { listed, faults } = placed(
      text,
      entries.filter(({ entry }) => entry.paragraph === number),
    );
    const aside = asides.filter((one) => one.paragraph === number).map(({ token }) => fold(token));
    const unlisted = found
      .filter((item) => !listed.some((span) => meet(span, item)) && !isPeriod(item, facts))
      .filter(({ token }) => !taken(aside, token));
    return [
      ...faults.map((fault) => ({ file: factsFileOf(facts.id), ...fault })),
      ...unlisted.map(({ token }) => ({
        file: factsFileOf(facts.id),
        path: '/ledger',
        expected: `an entry for each number of paragraph ${number}`,
        got: `none for ${token}`,
      })),
      ...listed.flatMap((span) => faultsOf(facts, span, found)),
      ...aside.map((token) => ({
        file: readingsFileOf(facts.id),
        path: '/asides',
        expected: `numbers of paragraph ${number} that the ledger leaves out`,
        got: token,
      })),
    ];
  });
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

/** Where each entry stands; a number is not looked for within a longer one. */
function placed(text: string, entries: readonly Omit<Listed, 'start' | 'end'>[]) {
  const listed: Listed[] = [];
  const faults: Omit<Fault, 'file'>[] = [];
  let from = 0;
  for (const { entry, path } of entries) {
    const token = fold(entry.token);
    const start = standsAt(text, token, from);
    if (start < 0) {
      const expected = `words of paragraph ${entry.paragraph}, in the order of the text`;
      faults.push({ path, expected, got: entry.token });
      continue;
    }
    from = start + token.length;
    listed.push({ entry, path, start, end: from });
  }
  return { listed, faults };
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

/** Takes one from the list, so that a reason stands for one expression. */
function taken(tokens: string[], token: string): boolean {
  const place = tokens.indexOf(token);
  if (place >= 0) tokens.splice(place, 1);
  return place >= 0;
}

function faultsOf(
  { id, measures }: Facts,
  { entry, path, ...span }: Listed,
  found: readonly Found[],
): Fault[] {
  const file = factsFileOf(id);
  const items = found.filter((item) => meet(item, span));
  if (items.length === 0) {
    return [
      { file, path, expected: `a numeric expression of paragraph ${entry.paragraph}`, got: entry.token },
    ];
  }
  const measure = 'measure' in entry ? measures.find((one) => one.id === entry.measure) : undefined;
  if (measure === undefined) return [];
  return items.flatMap(({ token, expression }) => {
    if (expression === undefined) return [];
    const { value, qualifier } = expression;
    const isHedge = qualifier !== 'exact' || !['all', 'none-reported', 'exact'].includes(measure.qualifier);
    const expected = `${value} ${isHedge ? qualifier : measure.qualifier}, as ${token} of paragraph ${entry.paragraph} says`;
    const got = `${measure.value} ${measure.qualifier}`;
    return expected.startsWith(`${got},`) ? [] : [{ file, path, expected, got }];
  });
}
