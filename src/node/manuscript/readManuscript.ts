import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { refuseLostCharacters } from './characters';
import { decode } from './decode';
import type { ManuscriptText } from './reading';
import { beginning, refusal } from './refusal';
import { type Block, rolesOf } from './roles';

export interface Manuscript extends ManuscriptText {
  /** The source's own characters, one paragraph to a line, lines ended by `\n`. */
  readonly text: string;
  readonly format: 'text' | 'docx' | 'html' | 'pdf';
  /** The lines that are not empty, in order. */
  readonly paragraphs: readonly Block[];
}

interface Format {
  readonly format: Manuscript['format'];
  read(file: string, bytes: Uint8Array): ManuscriptText | Promise<ManuscriptText>;
}

const page: Format = {
  format: 'html',
  read: async (...source) => (await import('./html')).readHtml(...source),
};

/** Libraries are loaded when a file needs them: pdf.js alone takes seconds. */
const formats: Readonly<Record<string, Format>> = {
  '.txt': { format: 'text', read: (file, bytes) => ({ ...decode(file, bytes), dropped: [] }) },
  '.docx': { format: 'docx', read: async (...source) => (await import('./docx')).readDocx(...source) },
  '.html': page,
  '.htm': page,
  '.pdf': { format: 'pdf', read: async (...source) => (await import('./pdf')).readPdf(...source) },
};

/**
 * Reads the source of a report, whole or not at all.
 *
 * @throws UsageError with one sentence where the file cannot be read or something in it would be lost
 */
export async function readManuscript(path: string): Promise<Manuscript> {
  const file = basename(path);
  const { format, read } = formatOf(file);
  const reading = await read(file, bytesOf(path));
  const text = reading.text.replace(/\r\n?/g, '\n');
  refuseLostCharacters(file, text);
  const paragraphs = rolesOf(text.split('\n'));
  refuseWithoutProse(file, paragraphs);
  return { ...reading, text, format, paragraphs };
}

function formatOf(file: string): Format {
  const ending = extname(file).toLowerCase();
  const known = Object.keys(formats);
  const format = formats[ending];
  if (format) return format;
  throw refusal({
    file,
    expected: `a file that ends in ${known.join(', ')}`,
    got: ending === '' ? 'no ending' : ending,
    remedy: 'save the text as one of these',
  });
}

function bytesOf(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const got = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const remedy = 'check its name and the right to read it';
    throw refusal({ file: path, expected: 'a readable file', got, remedy });
  }
}

/** Where lines are cut at the margin, each looks like a heading: then paragraphs could not be counted. */
function refuseWithoutProse(file: string, paragraphs: readonly Block[]): void {
  const others = paragraphs.filter(({ role }) => role !== 'body');
  const sizeOf = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (paragraphs.length > 0 && sizeOf(others) <= sizeOf(paragraphs) / 2) return;
  const [longest] = others.toSorted((a, b) => b.text.length - a.text.length);
  throw refusal({
    file,
    expected: 'mostly paragraphs that end as sentences do',
    got: longest
      ? `mostly lines that do not, such as ${beginning(longest.text)} in line ${longest.line}`
      : 'no text',
    remedy: longest
      ? 'put each paragraph on one line, and check that this is the report'
      : 'check that this is the report',
  });
}
