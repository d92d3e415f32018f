import JSZip from 'jszip';
import mammoth from 'mammoth';
import { lossesIn, type Parts } from './docxLosses';
import { bodyOf, linesIn } from './markup';
import type { ManuscriptText } from './reading';
import { beginning, refusal, some } from './refusal';

/** Styles change nothing about the text, so only what separates it is mapped. */
const styleMap = ["br[type='page'] => br", "br[type='column'] => br"];

/** mammoth says these of styles and pictures, whose text it keeps. */
const harmless =
  /style with ID .* not defined|^Unrecognised (?:paragraph|run|table) style|unlikely to display/;
/** Lines, fills and the like; their words are looked for in any case. */
const unknown = /^An unrecognised element was ignored: (.*)$/;

/** @throws UsageError where words of the document are not settled or would be lost */
export async function readDocx(file: string, bytes: Uint8Array): Promise<ManuscriptText> {
  const parts = await partsOf(file, bytes);
  const [loss] = lossesIn(parts);
  if (loss) throw refusal({ file, ...loss });
  const { value, messages } = await convert(file, bytes);
  const said = [...new Set(messages.map(({ message }) => message))].filter((each) => !harmless.test(each));
  refuseMessages(
    file,
    said.filter((message) => !unknown.test(message)),
  );
  const lines = linesIn(bodyOf(value), true);
  refuseMissingWords(file, parts.document, lines.join(''));
  const pictures = value.match(/<img /g)?.length ?? 0;
  const dropped = said.map((message) => `elements ${unknown.exec(message)?.[1]}`);
  if (pictures > 0) dropped.push(`${pictures} pictures`);
  if (parts.margins.some((margin) => margin.includes('<w:t'))) dropped.push('headers and footers');
  return { text: lines.join('\n'), encoding: 'unicode', dropped };
}

async function convert(file: string, bytes: Uint8Array) {
  const options = {
    styleMap,
    includeEmbeddedStyleMap: false,
    // The bytes of pictures are not looked at.
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  };
  try {
    return await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
  } catch (error) {
    const [got = ''] = String(error).split('\n');
    throw refusal({
      file,
      expected: 'a sound Word document',
      got,
      remedy: 'open it in Word and save it again',
    });
  }
}

async function partsOf(file: string, bytes: Uint8Array): Promise<Parts> {
  const zip = await JSZip.loadAsync(bytes).catch(() => new JSZip());
  const textOf = (name: string) => zip.file(`word/${name}.xml`)?.async('string');
  const document = await textOf('document');
  if (document !== undefined) {
    return {
      document,
      styles: (await textOf('styles')) ?? '',
      numbering: (await textOf('numbering')) ?? '',
      margins: await Promise.all(
        zip.file(/^word\/(?:header|footer)\d*\.xml$/).map((part) => part.async('string')),
      ),
    };
  }
  throw refusal({
    file,
    expected: 'a Word document in the format .docx',
    got: 'a file without word/document.xml',
    remedy: 'open it in Word or WPS and save it as .docx, without a password',
  });
}

function refuseMessages(file: string, messages: readonly string[]): void {
  if (messages.length === 0) return;
  throw refusal({
    file,
    expected: 'text that can be kept',
    got: some(messages, 2),
    remedy: 'write what stands there as plain text',
  });
}

/**
 * Counts the characters of the document itself, because mammoth leaves out without a word what it does not know, such
 * as text boxes of newer versions. What stands in it twice, for newer and older versions, is taken once.
 */
function refuseMissingWords(file: string, document: string, text: string): void {
  const once = document.replace(/<mc:Choice\b.*?<\/mc:Choice>(?=\s*<mc:Fallback\b)/gs, '');
  const words = Array.from(once.matchAll(/<[wm]:t(?:\s[^>]*)?>([^<]*)<\/[wm]:t>/g), ([, word = '']) =>
    bare(unescaped(word)),
  );
  const kept = bare(text);
  const counts = countOf(kept);
  const missing = [...countOf(words.join(''))].filter(
    ([character, count]) => count > (counts.get(character) ?? 0),
  );
  if (missing.length === 0) return;
  const isMissing = (word: string) => missing.some(([character]) => word.includes(character));
  const example = words.find((word) => !kept.includes(word)) ?? words.find(isMissing) ?? '';
  throw refusal({
    file,
    expected: 'words in paragraphs and tables only',
    got: `words elsewhere that would be lost, perhaps ${beginning(example)}`,
    remedy: 'put the text of boxes, fields and formulas into paragraphs',
  });
}

function countOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? all;
    return String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10));
  });
