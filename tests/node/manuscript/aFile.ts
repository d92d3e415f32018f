import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../../src/node/commandLine';
import { readManuscript } from '../../../src/node/manuscript/readManuscript';
import { freshFolder } from '../../support/run-folder';

/** A short report, made up, as the lines that every format should give back. */
export const report = [
  '青河镇修桥记',
  '通讯员 林禾',
  '去年全镇修桥三座，比前年多两座。',
  '一、今年打算',
  '今年再修340余米，让孩子们不再绕路上学。',
];

/** Writes a file for one test and returns its path. */
export function aFile(name: string, content: string | Uint8Array): string {
  const path = join(freshFolder('manuscript'), name);
  writeFileSync(path, content);
  return path;
}

/** Reads a file of this content, which is `name` for its ending only. */
export const read = (name: string, content: string | Uint8Array) => readManuscript(aFile(name, content));

/** The texts of its paragraphs. */
export const linesRead = async (name: string, content: string | Uint8Array): Promise<string[]> =>
  (await read(name, content)).paragraphs.map(({ text }) => text);

/** The sentence that refuses a file; a fault of the code is no refusal. */
export const refusalOf = (name: string, content: string | Uint8Array): Promise<string> =>
  read(name, content).then(
    () => 'not refused',
    (error: Error) => (error instanceof UsageError ? error.message : `${error.stack}`),
  );
