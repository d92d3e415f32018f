import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { policyIn } from '../headers';
import { caddyFiles } from './caddy';
import { headersFiles } from './headersFile';
import type { Hosted } from './host';
import { nginxFiles } from './nginx';

/** Every file below a folder, relative, with slashes, in one order. */
export const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/**
 * What hosts have to know of a built folder.
 *
 * @throws where its root page says no policy: headers made without one would block the pages or nothing
 */
export function hostedIn(root: string, { base, origin }: Pick<Hosted, 'base' | 'origin'>): Hosted {
  const policy = policyIn(readFileSync(join(root, 'index.html'), 'utf8'));
  if (policy === undefined) throw new Error(`${join(root, 'index.html')} says no content security policy`);
  return { base, origin, policy, files: filesBelow(root) };
}

/** Writes the configuration for nginx, caddy and hosts with a `_headers` file. */
export function writeHostFiles(folder: string, host: Hosted): void {
  for (const { path, text } of [...nginxFiles(host), ...caddyFiles(host), ...headersFiles(host)]) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
