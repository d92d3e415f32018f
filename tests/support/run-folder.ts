import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until';

/** Carries the folder's path from `npm test` to the vitest processes it starts. */
const variable = 'YAOLAN_TEST_FOLDER';

/**
 * The temporary folder shared by everything in one test run: built sites, reports, ids of processes.
 * Whoever asks first makes it. `npm test` makes it for the whole run; `vitest` started by hand makes it in
 * its global setup; a lone script makes its own. Whoever made it also removes it in the end.
 */
export function runFolder(): string {
  const folder = process.env[variable];
  if (folder) return folder;
  const made = mkdtempSync(join(tmpdir(), 'yaolan-test-'));
  process.env[variable] = made;
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A folder inside the run's own that did not exist before. */
export function freshFolder(name: string): string {
  const parent = join(runFolder(), 'fresh');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `${name}-`));
}

export async function removeRunFolder(): Promise<void> {
  const folder = process.env[variable];
  if (!folder) return;
  delete process.env[variable];
  await removeFolder(folder);
}

/**
 * Tries until it succeeds: the last processes of a browser that was told to end may still be writing into
 * its profile. What cannot be removed is left to the system's own cleaning and fails no test.
 */
export async function removeFolder(folder: string): Promise<void> {
  const remove = (): boolean => {
    rmSync(folder, { recursive: true, force: true });
    return !existsSync(folder);
  };
  await until(remove, { looks: 250, what: `${folder} to be removed` }).catch((error: unknown) =>
    console.log(String(error)),
  );
}
