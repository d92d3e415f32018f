/** Writes several files, all of them or none. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const besideOf = (path: string): string => `${path}.draft`;

/**
 * Every text is on the disk before the first file is replaced. If one cannot be replaced, those that were are put
 * back, and folders that were made are taken away.
 */
export function writeAll(files: ReadonlyMap<string, string>): void {
  const before = new Map(
    [...files.keys()].map((path) => [path, existsSync(path) ? readFileSync(path) : undefined]),
  );
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
}

const putBack = (path: string, bytes: Uint8Array | undefined): void =>
  bytes === undefined ? rmSync(path, { force: true }) : writeFileSync(path, bytes);

const width = 110;

/** JSON as the formatter of the project writes it: short lists stand in one line. */
export function jsonOf(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = Array.isArray(value)
    ? value.map((entry) => jsonOf(entry, inner))
    : Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${jsonOf(entry, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (entries.length === 0) return `${open}${close}`;
  const line = `${open}${entries.join(', ')}${close}`;
  const isFlat = Array.isArray(value) && value.every((entry) => typeof entry !== 'object');
  if (isFlat && indent.length + line.length < width - 20) return line;
  return `${open}\n${entries.map((entry) => inner + entry).join(',\n')}\n${indent}${close}`;
}
