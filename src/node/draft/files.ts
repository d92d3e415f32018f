/** Writes several files, all of them or none. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const besideOf = (path: string): string => `${path}.draft`;

/**
 * A file that says the same already is left alone. Every text is on the disk before the first file is replaced. If one
 * cannot be replaced, those that were are put back, and folders that were made are taken away.
 *
 * @returns the paths of the files that were written
 */
export function writeAll(all: ReadonlyMap<string, string>): string[] {
  const before = new Map(
    [...all.keys()].map((path) => [path, existsSync(path) ? readFileSync(path) : undefined]),
  );
  const files = new Map([...all].filter(([path, text]) => before.get(path)?.toString() !== text));
  const made: string[] = [];
  const done: string[] = [];
  try {
    for (const [path, text] of files) {
      const first = mkdirSync(dirname(path), { recursive: true });
      if (first !== undefined) made.push(first);
      writeFileSync(besideOf(path), text);
    }
    for (const path of files.keys()) {
      renameSync(besideOf(path), path);
      done.push(path);
    }
  } catch (error) {
    for (const path of done) putBack(path, before.get(path));
    for (const path of files.keys()) rmSync(besideOf(path), { force: true });
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return done;
}

const putBack = (path: string, bytes: Uint8Array | undefined): void =>
  bytes === undefined ? rmSync(path, { force: true }) : writeFileSync(path, bytes);
