import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Agreement, causes, compare, type Difference, isKept } from './agreement/compare';
import { parsePairs } from './agreement/pairs';
import { commandLine, fail, UsageError } from './commandLine';

const help = `npm run agreement -- [--all] FILE.tsv …

Compares the money, people and percentages that we read from Chinese sentences with their official English
translation. Each file has a line of headings and the columns paragraph, zh and en, parted by tabs.

--all   compares every measure, though translators word many counts freely`;

const percent = (part: number, all: number): string => `${((100 * part) / Math.max(all, 1)).toFixed(1)} %`;

const lineOf = ({ paragraph, token, printed, cause }: Difference): string =>
  `  paragraph ${paragraph}: ${token}, printed ${printed}: ${causes[cause]}`;

function reportOn(file: string, { all, differences }: Agreement): string {
  const moved = differences.filter(({ cause }) => cause === 'moved').length;
  const found = all - differences.length + moved;
  const sum = `${found} of ${all} figures agree (${percent(found, all)}), ${moved} of them in another sentence`;
  return [`${basename(file)}: ${sum}`, ...differences.map(lineOf)].join('\n');
}

const { positionals: files, values } = commandLine(help, {
  allowPositionals: true,
  options: { all: { type: 'boolean' } },
});
try {
  if (files.length === 0) throw new UsageError(`Expected a file, got none; usage: ${help.split('\n')[0]}`);
  const selection = values.all ? () => true : isKept;
  // All files are read before anything is printed, so that a wrong one leaves no half report.
  const agreements = files.map((file) => compare(parsePairs(file, readFileSync(file, 'utf8')), selection));
  for (const [index, agreement] of agreements.entries()) console.log(reportOn(files[index] ?? '', agreement));
} catch (error) {
  fail(error);
}
