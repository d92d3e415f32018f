import type { PageLine } from './pdfLines';

/** The measures of a text's body, in points. */
interface Column {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  /** From one base line to the next. */
  readonly leading: number;
}

const pageNumber = /^[\s\-—–－·第]*(\d{1,4})[\s\-—–－·页]*(?:[/／共]\s*共?\s*\d{1,4}\s*页?)?$/;

/** Joins the lines of all pages into paragraphs, over the ends of pages too. */
export function paragraphsOf(lines: readonly PageLine[]): string[] {
  const column = columnOf(lines);
  const paragraphs: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before && isContinued(before, line, column))
      paragraphs.push(joined(paragraphs.pop() ?? '', line.text));
    else paragraphs.push(line.text);
  }
  return paragraphs;
}

/**
 * A number alone in the first or last line of a page is its page number if it keeps step with the pages, so that
 * a number of the text is not lost. A document of one page counts from 1.
 */
export function pagesWithoutNumbers(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  const found = pages.map((lines, index) =>
    [lines[0], lines.at(-1)].flatMap((line) => {
      const number = line && pageNumber.exec(line.text)?.[1];
      return line && number !== undefined ? [{ line, step: Number(number) - index }] : [];
    }),
  );
  const steps = found.flat().map(({ step }) => step);
  const often = (step: number) => steps.filter((other) => other === step).length;
  const step = steps.toSorted((a, b) => often(b) - often(a))[0];
  const isRunning = step !== undefined && (often(step) > 1 || step === 1);
  return pages.map((lines, index) =>
    lines.filter(
      (line) => !(isRunning && found[index]?.some((each) => each.line === line && each.step === step)),
    ),
  );
}

/** Most lines of a report begin at its left margin and end at its right one. */
function columnOf(lines: readonly PageLine[]): Column {
  const size = mostOften(lines.map((line) => Math.round(line.size * 2) / 2));
  const body = lines.filter((line) => Math.abs(line.size - size) < 1);
  // A text of short paragraphs has few full lines, so the outermost ones count.
  return {
    size,
    leading: mostOften(
      lines.map((line, at) => Math.round((lines[at - 1]?.base ?? 0) - line.base)).filter((step) => step > 0),
    ),
    left: Math.min(...body.map(({ left }) => left)),
    right: Math.max(...body.map(({ right }) => right)),
  };
}

function mostOften(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/**
 * A line goes on in the next if it is full and the next begins at the margin, in letters of the same size and not
 * further below than usual. Over the end of a page the next line stands above.
 */
function isContinued(line: PageLine, next: PageLine, column: Column): boolean {
  if (Math.abs(line.size - next.size) > 1) return false;
  if (next.size > column.size + 1) return isCentred(line, column) && isCentred(next, column);
  const isFull = column.right - line.right < column.size * 2;
  const isIndented = next.left - column.left > column.size;
  const isFar = line.base - next.base > column.leading * 1.4;
  return isFull && !isIndented && !isFar;
}

/** Titles in large letters stand in the middle of several lines. */
const isCentred = ({ left, right, size }: PageLine, column: Column): boolean =>
  Math.abs(left - column.left - (column.right - right)) < size;

/** Between two Latin words or numbers the end of a line stood for a space; in Chinese for nothing. */
const joined = (before: string, after: string): string =>
  /[A-Za-z,.;:]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after;
