import { type Language, languages } from '../core/language';
import type { Measure } from '../core/model';

export interface OpenWords {
  readonly label: string;
  readonly text: string;
  readonly limits: readonly string[];
}

/** A measure as `/data/<article>.json` publishes it. */
export type Published = Omit<Measure, 'token' | 'unitWord'>;
export type OpenRow = Published & { readonly section: string } & Readonly<Record<Language, OpenWords>>;

type Cell = string | number | boolean;

const byteOrderMark = '\uFEFF';

/**
 * Writes a cell as RFC 4180 asks. No cell can be run as a formula by a spreadsheet, because no
 * content starts with `=`, `+` or `@`.
 */
function cellOf(value: Cell): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const columns: readonly (readonly [
  string,
  'string' | 'boolean' | 'integer',
  (row: OpenRow) => Cell,
])[] = [
  ['id', 'string', (row) => row.id],
  ['card', 'string', (row) => row.card],
  ['section', 'string', (row) => row.section],
  ['headline', 'boolean', (row) => row.headline],
  ['kind', 'string', (row) => row.kind],
  ['value', 'string', (row) => row.value],
  ['upper', 'string', (row) => row.upper ?? ''],
  ['unit', 'string', (row) => row.unit],
  ['qualifier', 'string', (row) => row.qualifier],
  ['modifiers', 'string', (row) => row.modifiers.join(' ')],
  ['direction', 'string', (row) => row.direction],
  ['status', 'string', (row) => row.status],
  ['period', 'string', (row) => row.period],
  ['comparedWith', 'string', (row) => row.comparedWith],
  ['basis', 'string', (row) => row.basis],
  ['scope', 'string', (row) => row.scope],
  ['series', 'string', (row) => row.series ?? ''],
  ['paragraph', 'integer', (row) => row.paragraph],
  ['quote', 'string', (row) => row.quote],
  ...languages.flatMap((language) => [
    [`${language}_label`, 'string', (row: OpenRow) => row[language].label] as const,
    [`${language}_text`, 'string', (row: OpenRow) => row[language].text] as const,
    [`${language}_limits`, 'string', (row: OpenRow) => row[language].limits.join(' | ')] as const,
  ]),
];

/** Begins with a byte order mark, so that spreadsheet programs open the Chinese as Chinese. */
export function csvOf(measures: readonly OpenRow[]): string {
  const lines = [
    columns.map(([name]) => name),
    ...measures.map((row) => columns.map(([, , cell]) => cellOf(cell(row)))),
  ];
  return byteOrderMark + lines.map((line) => `${line.join(',')}\r\n`).join('');
}
