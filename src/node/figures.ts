import { readFileSync } from 'node:fs';
import { expressionsOf } from '../core/extract';

/**
 * `npm run -s figures -- FILE` prints the numeric expressions of a text file as a JSON array. Paragraphs are
 * the file's non-empty lines counted from 1.
 */
const usage = 'npm run -s figures -- FILE';

/** One line for stderr: what was expected and what came. */
class FiguresFault extends Error {}

function fileOf(args: readonly string[]): string {
  const [file] = args;
  if (args.length === 1 && file) return file;
  throw new FiguresFault(`figures: expected one file (${usage}), got ${args.length} arguments`);
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const got = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new FiguresFault(`figures: ${file}: expected a readable text file, got ${got}`);
  }
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FiguresFault(`figures: ${file}: expected UTF-8 text, got bytes that are not UTF-8`);
  }
}

function main(): void {
  try {
    const file = fileOf(process.argv.slice(2));
    console.log(JSON.stringify(expressionsOf(textOf(file, bytesOf(file))), null, 2));
  } catch (error) {
    if (!(error instanceof FiguresFault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

main();
