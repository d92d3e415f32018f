import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { integrityOf } from './policy';

/**
 * Gives the files that the worker stores their hashes. Pages are stored under the address that readers use, so that no
 * redirect is ever stored.
 *
 * @param folder where the site was built
 */
export const listFiles =
  (folder: string) =>
  <Entry extends { url: string }>(entries: readonly Entry[]) => ({
    manifest: entries.map((entry) => ({
      ...entry,
      url: entry.url.replace(/(^|\/)index\.html$/, '$1') || './',
      integrity: integrityOf(readFileSync(join(folder, entry.url))),
    })),
    warnings: [],
  });
