import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface BuiltPage {
  /** The address a reader sees, below the base: `/zh/about/` rather than `/zh/about/index.html`. */
  address: string;
  /** The file that holds it. */
  file: string;
}

/** All HTML pages of a built folder in the order of their addresses, not-found pages included. */
export function pagesOf(dist: string, base = '/'): BuiltPage[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, address: addressOf(relative(dist, file), base) }))
    .sort((one, other) => (one.address < other.address ? -1 : 1));
}

/** The addresses only, without the not-found pages, which are reached by any other address. */
export const addressesOf = (dist: string, base = '/'): string[] =>
  pagesOf(dist, base)
    .map((page) => page.address)
    .filter((address) => !address.endsWith('/404.html'));

function addressOf(path: string, base: string): string {
  const withSlashes = path.split(sep).join('/');
  return base + withSlashes.replace(/(^|\/)index\.html$/, '$1');
}
