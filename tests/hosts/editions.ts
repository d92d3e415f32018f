import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashedFolder, isCompressible } from '../../src/node/headers';
import { filesBelow } from '../../src/node/hosts';
import { integrityOf } from '../../src/prerender/policy';
import { freshFolder } from '../support/run-folder';

const replaceAll = (text: string, changes: ReadonlyMap<string, string>) =>
  [...changes].reduce((changed, [from, to]) => changed.replaceAll(from, to), text);

/** The name of a hashed file in another edition; the edition can be read from it. */
const renamed = (name: string, edition: number) => name.replace(/(\.\w+)$/, `.e${edition}$1`);

export const editionIn = (name: string): string => /\.e(\d+)\.\w+$/.exec(name)?.[1] ?? '';

/**
 * The built site as a later build leaves it when everything has changed: every hashed file has other
 * content and another name, every page other styles, and policies, integrity and the worker's list agree.
 */
export function editionOf(built: string, edition: number): string {
  const root = join(freshFolder('edition'), 'site');
  cpSync(built, root, { recursive: true });
  const files = filesBelow(root);
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const write = (file: string, text: string) => writeFileSync(join(root, file), text);
  const changes = new Map<string, string>();

  const hashed = files.filter((file) => file.startsWith(hashedFolder));
  const names = new Map(
    hashed.map((file) => file.slice(hashedFolder.length)).map((name) => [name, renamed(name, edition)]),
  );
  for (const file of hashed) {
    const before = read(file);
    // Space at the end changes neither a script nor a file of words.
    write(file, replaceAll(before, names) + '\n'.repeat(edition + 1));
    changes.set(integrityOf(before), integrityOf(read(file)));
    renameSync(join(root, file), join(root, hashedFolder, renamed(file.slice(hashedFolder.length), edition)));
  }
  for (const [from, to] of names) changes.set(from, to);

  const pages = files.filter((file) => file.endsWith('.html'));
  for (const file of pages) {
    for (const [, styles = ''] of read(file).matchAll(/<style>([\s\S]*?)<\/style>/g)) {
      changes.set(integrityOf(styles), integrityOf(`${styles}/*${edition}*/`));
    }
    for (const [, map = ''] of read(file).matchAll(/<script type="importmap">(.*?)<\/script>/g))
      changes.set(integrityOf(map), integrityOf(replaceAll(map, changes)));
  }
  const others = files.filter(
    (file) => !file.startsWith(hashedFolder) && isCompressible(file) && file !== 'sw.js',
  );
  for (const file of others) {
    const before = read(file);
    write(file, replaceAll(before, changes).replaceAll('</style>', `/*${edition}*/</style>`));
    changes.set(integrityOf(before), integrityOf(read(file)));
  }
  write('sw.js', replaceAll(read('sw.js'), changes));
  return root;
}
