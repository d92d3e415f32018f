import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { policyIn } from '../headers';
import { caddyFiles } from './caddy';
import { headersFiles } from './headersFile';
import type { Hosted } from './host';
import { nginxFiles } from './nginx';

/** Every file below a folder, as relative paths with slashes, sorted. */
export const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/**
 * The folder to serve in a configuration that the build writes, which does not know
 * where the site will be deployed.
 */
const usualRoot = '/srv/yaolan/current';

/**
 * Reads from a built folder what hosts have to know.
 *
 * @throws if its root page contains no policy: headers made without one would block the pages or nothing
 */
export function hostedIn(
  built: string,
  { root = usualRoot, ...site }: Pick<Hosted, 'base' | 'origin'> & Partial<Hosted>,
): Hosted {
  const policy = policyIn(readFileSync(join(built, 'index.html'), 'utf8'));
  if (policy === undefined) throw new Error(`${join(built, 'index.html')} says no content security policy`);
  return { root, policy, files: filesBelow(built), ...site };
}

interface Written {
  readonly isChanged: boolean;
  /** Writes the files back as they were. */
  restore(): void;
}

/** Writes the configuration for nginx, caddy and hosts with a `_headers` file. */
export function writeHostFiles(folder: string, host: Hosted): Written {
  const before = new Map<string, string | undefined>();
  for (const { path, text, isEdited } of [...nginxFiles(host), ...caddyFiles(host), ...headersFiles(host)]) {
    const file = join(folder, path);
    const old = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    if (old === text || (isEdited && old !== undefined)) continue;
    before.set(file, old);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const restore = () => {
    for (const [file, old] of before) old === undefined ? rmSync(file) : writeFileSync(file, old);
  };
  return { isChanged: before.size > 0, restore };
}
