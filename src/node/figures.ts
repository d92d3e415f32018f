import { readFileSync } from 'node:fs';
import { expressionsOf } from '../core/extract';
import { commandLine, fail, oneFile, UsageError } from './commandLine';

const help = `npm run -s figures -- FILE

Prints the numeric expressions of a Chinese text (UTF-8) as a JSON array. Its paragraphs are the lines that are not
empty, counted from 1.`;

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const got = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file}: expected a readable text file, got ${got}`);
  }
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${file}: expected UTF-8 text, got bytes that are not UTF-8`);
  }
}

const { positionals } = commandLine(help, { allowPositionals: true });
try {
  const file = oneFile(help, positionals);
  console.log(JSON.stringify(expressionsOf(textOf(file, bytesOf(file))), null, 2));
} catch (error) {
  fail(error);
}
