import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/node/content';
import { freshFolder } from './run-folder';

const folders = ['src', 'locales', 'public'];
const parts = [...folders, 'package.json', 'vite.config.ts', 'tsconfig.json', '.tsconfig.base.json'];

/** The project in a folder of its own: the build has no setting for where the content stands. */
export function copyProject(): string {
  const root = freshFolder('project');
  for (const part of parts) cpSync(join(projectRoot, part), join(root, part), { recursive: true });
  // Not one link for the whole folder: the build keeps a cache in it.
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(projectRoot, 'node_modules'))) {
    if (name !== '.cache')
      symlinkSync(join(projectRoot, 'node_modules', name), join(root, 'node_modules', name));
  }
  return root;
}

/** Changes one file of a copied project; a change that changes nothing is a mistake. */
export function changeFile(root: string, file: string, change: (text: string) => string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${file}: the change left it as it was`);
  writeFileSync(path, changed);
}
