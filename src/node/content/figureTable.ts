import type { Measure } from '../../core/model';
import { UsageError } from '../commandLine';
import { factsSchema } from './factsSchema';
import { lineOf } from './fault';
import { factsFileOf, unitsFile } from './files';
import { parseUnits } from './parse';
import { readFacts } from './readFacts';
import { read } from './schema';
import { articlesIn, jsonAt } from './sheets';

const columns = [
  ...(['id', 'value', 'unit', 'qualifier', 'modifiers', 'direction', 'kind', 'status', 'period'] as const),
  // Chinese characters are wider than others, so that nothing is aligned behind a quote.
  ...(['comparedWith', 'scope', 'quote'] as const),
];

/**
 * What is read of each figure of a report, a line each. It needs only the facts, so that an editor can look at it
 * before any word is written.
 *
 * @throws {UsageError} if there is no such report
 * @throws {ContentError} if its facts cannot be read
 */
export function figureTable(root: string, article: string): string[] {
  const known = articlesIn(root);
  if (!known.includes(article)) {
    throw new UsageError(`--figures: expected one of ${known.join(', ')}, got "${article}"`);
  }
  const file = factsFileOf(article);
  const { facts, remarks } = readFacts(
    read(file, jsonAt(root, file), factsSchema),
    parseUnits(unitsFile, jsonAt(root, unitsFile)),
  );
  const rows = [
    [...columns],
    ...facts.measures.map((measure) => columns.map((name) => cellOf(measure, name))),
  ];
  return [...aligned(rows), ...remarks.map((remark) => lineOf({ file, ...remark }))];
}

function cellOf(measure: Measure, name: (typeof columns)[number]): string {
  switch (name) {
    case 'value':
      return measure.upper === undefined ? `${measure.value}` : `${measure.value}–${measure.upper}`;
    case 'modifiers':
      return measure.modifiers.join(' ') || '-';
    default:
      return measure[name];
  }
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
