import { UsageError } from '../commandLine';

/** A sentence of a report and its official translation. */
export interface Pair {
  readonly paragraph: string;
  readonly zh: string;
  readonly en: string;
}

const columns = ['paragraph', 'zh', 'en'];

/**
 * @param file names the text in messages
 * @throws UsageError where a line does not have the three columns
 */
export function parsePairs(file: string, text: string): Pair[] {
  const [head = '', ...lines] = text.split(/\r?\n/);
  if (head !== columns.join('\t')) {
    throw new UsageError(
      `${file}: expected the columns ${columns.join(', ')}, parted by tabs, got "${head.slice(0, 60)}"`,
    );
  }
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [pairOf(file, line, index + 2)]));
}

function pairOf(file: string, line: string, number: number): Pair {
  const [paragraph, zh, en, ...more] = line.split('\t');
  if (paragraph && zh && en && more.length === 0) return { paragraph, zh, en };
  throw new UsageError(
    `${file}: expected ${columns.length} columns in line ${number}, got "${line.slice(0, 60)}"`,
  );
}
