/** Reads the figures of facts from their quotes. */
import type { Facts, LedgerEntry, Measure, Override, ReadFields } from '../../core/model';
import {
  type FigureReading,
  figuresIn,
  type QuotedFigure,
  readFigure,
  type UnitRule,
} from '../../core/reading';
import type { WrittenFacts } from './factsSchema';
import { type Remark, remark } from './fault';
import { unitsFile } from './files';

type Written = WrittenFacts['measures'][number];

/** The facts with all that the quotes say, and remarks on quotes from which no figure can be read. */
export function readFacts(
  written: WrittenFacts,
  units: readonly UnitRule[] | undefined,
): { facts: Facts; remarks: readonly Remark[] } {
  const readings = written.measures.map((measure) => readMeasure(measure, written, units));
  const measures = readings.flatMap(({ measure }) => measure ?? []);
  const { names, ...rest } = written;
  return {
    facts: { ...rest, measures, ledger: ledgerOf(measures, names) },
    remarks: readings.flatMap(({ remarks }) => remarks),
  };
}

/** The figures of the measures and the numerals of names, paragraph by paragraph. */
const ledgerOf = (measures: readonly Measure[], names: WrittenFacts['names']): LedgerEntry[] =>
  [
    ...measures.map(({ id, paragraph, token }) => ({ paragraph, token, measure: id })),
    ...names.map(({ paragraph, name }) => ({ paragraph, token: name, name })),
  ].sort((a, b) => a.paragraph - b.paragraph);

interface MeasureReading {
  readonly measure?: Measure;
  readonly remarks: readonly Remark[];
}

function readMeasure(
  written: Written,
  facts: WrittenFacts,
  units: readonly UnitRule[] | undefined,
): MeasureReading {
  const { id, quote, token, override } = written;
  const path = `measures[${id}]`;
  const found = figuresIn(quote);
  const figure =
    token === undefined && found.length === 1 ? found[0] : found.find((one) => one.token === token);
  if (figure === undefined) return { remarks: [unreadable(path, written, found)] };
  const card = facts.cards.find(({ id }) => id === written.card);
  const reading = readFigure(quote, figure, units ?? [], { period: facts.period, card });
  const measure = { ...written, ...fieldsOf(reading), ...said(override), token: figure.token };
  return {
    measure: measure as Measure,
    remarks: [
      ...unitRemarks(path, measure.unit, written, units),
      ...needless(path, reading, override),
      ...contrary(path, reading, override),
    ],
  };
}

const fieldsOf = ({ unit = '', ...rest }: FigureReading) => ({ unit, ...rest });

const said = ({ why: _, ...fields }: Override = { why: '' }): Partial<ReadFields> => fields;

function unreadable(path: string, { quote, token }: Written, found: readonly QuotedFigure[]): Remark {
  if (found.length === 0) {
    return remark(`${path}.quote`, 'a clause with a figure', quote, 'Quote the words that hold the figure.');
  }
  const expected = `one of the figures of the quote: ${found.map((one) => one.token).join(', ')}`;
  return remark(`${path}.token`, expected, token ?? 'nothing', 'Say with "token" which of them is meant.');
}

function unitRemarks(
  path: string,
  unit: string,
  { quote }: Written,
  units: readonly UnitRule[] | undefined,
): Remark[] {
  // Without the file of units, which has faults of its own, no unit is known.
  if (units === undefined) return [];
  if (unit === 'none' || unit === 'percent' || units.some((rule) => rule.unit === unit)) return [];
  const remedy = `Add the word that follows the figure to ${unitsFile}, or name one of its units under "override".`;
  return [remark(`${path}.quote`, `a figure with a unit of ${unitsFile}`, unit || quote, remedy)];
}

/** An override that says what the quote says anyway would hide a later change of the quote. */
const needless = (path: string, reading: FigureReading, override: Override | undefined): Remark[] =>
  Object.entries(said(override))
    .filter(([key, value]) => JSON.stringify(reading[key as keyof FigureReading]) === JSON.stringify(value))
    .map(([key, value]) =>
      remark(`${path}.override.${key}`, 'what the quote does not say', `${value}`, `Take "${key}" out.`),
    );

/** An editor may say which way a figure moves where its quote leaves it open, but not turn a rise into a fall. */
function contrary(path: string, { direction }: FigureReading, override: Override | undefined): Remark[] {
  const said = override?.direction;
  const isTurned = direction !== 'none' && said !== undefined && said !== 'none' && said !== direction;
  if (!isTurned) return [];
  const remedy = 'Take "direction" out, or quote the words that say it.';
  return [remark(`${path}.override.direction`, `${direction}, as the quote says`, said, remedy)];
}
