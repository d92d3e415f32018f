import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isTurned, linesOfPage, type PageLine, type Piece } from './pdfLines';
import { type Painted, paintedOn } from './pdfPainted';
import { pagesWithoutNumbers, paragraphsOf } from './pdfParagraphs';
import type { ManuscriptText } from './reading';
import { type Refusal, refusal } from './refusal';

const packageFolder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));

interface Page {
  readonly number: number;
  readonly pieces: readonly Piece[];
  readonly painted: Painted;
  readonly isVertical: boolean;
}

/** @throws UsageError where a page holds no text, or text whose characters or order are not known */
export async function readPdf(file: string, bytes: Uint8Array): Promise<ManuscriptText> {
  const task = getDocument({
    // pdf.js takes the bytes away from the array that it is given, so it gets a copy.
    data: new Uint8Array(bytes),
    // Fonts for Chinese are often not in the file. Without these tables their characters come out as nothing at all.
    cMapUrl: join(packageFolder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(packageFolder, 'standard_fonts/'),
    fontExtraProperties: true,
    isEvalSupported: false,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return readingOf(file, await pagesOf(file, await task.promise));
  } catch (error) {
    const loss = lossOf(error);
    throw loss ? refusal({ file, ...loss }) : error;
  } finally {
    await task.destroy();
  }
}

async function pagesOf(file: string, pdf: PDFDocumentProxy): Promise<Page[]> {
  const { info } = await pdf.getMetadata();
  // A file may be encrypted and still open without a password, when only copying from it is forbidden.
  if ('EncryptFilterName' in info && info.EncryptFilterName !== null) throw refusal({ file, ...encrypted });
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await pageOf(await pdf.getPage(number)));
  return pages;
}

async function pageOf(page: PDFPageProxy): Promise<Page> {
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  return {
    number: page.pageNumber,
    pieces: items.filter((item) => 'str' in item),
    painted: await paintedOn(page),
    isVertical: Object.values(styles).some(({ vertical }) => vertical),
  };
}

function readingOf(file: string, pages: readonly Page[]): ManuscriptText {
  const lines = pages.map(({ pieces }) => linesOfPage(pieces));
  const text = pagesWithoutNumbers(lines);
  const loss = pages.map((page, at) => lossOn(page, text[at] ?? [])).find((each) => each !== undefined);
  if (loss) throw refusal({ file, ...loss });
  const numbers = lines.flat().length - text.flat().length;
  const turned = pages.flatMap(({ pieces }) => pieces.filter(isTurned)).length;
  const dropped = [
    ...(numbers > 0 ? [`page numbers of ${numbers} pages`] : []),
    ...(turned > 0 ? [`${turned} pieces of text that are not level`] : []),
  ];
  return { text: inUsualCharacters(paragraphsOf(text.flat()).join('\n')), encoding: 'unicode', dropped };
}

/**
 * A font's table may name another character than was typed for a glyph that looks like it: a Kangxi radical for 大
 * or 一, and in Adobe's table for Chinese fonts the ellipsis of mathematics for that of text.
 */
const inUsualCharacters = (text: string): string =>
  text.replace(/[\u2F00-\u2FDF]/g, (radical) => radical.normalize('NFKC')).replaceAll('\u22EF', '…');

type Loss = Omit<Refusal, 'file'>;

const remedy = 'get the report as text, or as a PDF made from its text';

/** What is lost of a page; `lines` are without its number, so that a scan with a number is found. */
function lossOn({ number, painted, isVertical }: Page, lines: readonly PageLine[]): Loss | undefined {
  if (painted.lostGlyphs > 0) {
    const got = `${painted.lostGlyphs} glyphs on page ${number} that the file names no characters for`;
    return { expected: 'text whose characters are known', got, remedy };
  }
  if (lines.length === 0 && painted.isAnything) {
    return { expected: 'text on each page', got: `page ${number}, which holds no text`, remedy };
  }
  const apart = lines.filter(({ isApart }) => isApart).length;
  // A table in a report is a few lines; columns are most of a page.
  if (!isVertical && (apart < 4 || apart < lines.length / 3)) return undefined;
  const got = `${isVertical ? 'vertical lines' : 'columns or a table'} on page ${number}`;
  return { expected: 'level lines of text in one column', got, remedy };
}

const encrypted: Loss = {
  expected: 'a PDF that is not encrypted',
  got: 'an encrypted one',
  remedy: 'ask its publisher for a file without password or restrictions',
};

/** pdf.js exports few classes of its errors, so they are told by name. */
function lossOf(error: unknown): Loss | undefined {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'PasswordException') return encrypted;
  if (!/^(?:InvalidPDF|Format|UnknownError|XRef|MissingPDF|ResponseException)/.test(name)) return undefined;
  return { expected: 'a PDF', got: `"${message.replace(/\.$/, '')}"`, remedy: 'get the file again' };
}
