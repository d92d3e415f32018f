import type { Figure, Limit, Line, Measured } from './figures';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

function shown(value: number | undefined, unit: Figure['unit']): string {
  if (value === undefined) return '–';
  return `${number.format(Math.round(value))}${unit && ` ${unit}`}`;
}

const ratioOf = ({ ratio }: Measured): string => (ratio === undefined ? '' : `${ratio.toFixed(2)}×`);

function limitOf(limit: Limit | undefined, unit: Figure['unit']): string {
  if (!limit) return '';
  return 'most' in limit ? `≤ ${shown(limit.most, unit)}` : `≤ ${limit.times.toFixed(2)}×`;
}

const verdict = (isWithin: boolean | undefined): string =>
  isWithin === undefined ? '' : isWithin ? '✔' : '✖';

/** Text in columns, the first to the left and all others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_head, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const pad = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** One line a figure that was measured; a blank one between the groups. */
export function tableOf(lines: readonly Line[]): string {
  const head = ['', '', 'zh', 'floor', '', 'en', 'floor', '', 'limit', ''];
  const rows: string[][] = [head];
  let group = '';
  for (const { figure, measured, isWithin } of lines) {
    const { zh, en } = measured;
    if (zh.site === undefined && en.site === undefined) continue;
    if (figure.group !== group) rows.push(head.map(() => ''));
    group = figure.group;
    const cells = [zh, en].flatMap((one) => [
      shown(one.site, figure.unit),
      shown(one.floor, figure.unit),
      ratioOf(one),
    ]);
    const mark = figure.isExact ? '=' : '~';
    rows.push([figure.words, mark, ...cells, limitOf(figure.limit, figure.unit), verdict(isWithin)]);
  }
  return columns(rows);
}
