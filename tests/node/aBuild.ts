import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyOf } from '../../src/prerender/policy';
import { freshFolder } from '../support/run-folder';

/** A page that says its policy and its styles, and names files. */
export const aPage = (text: string, styles = 'p{}'): string =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policyOf([styles], ['boot()'])}"><style>${styles}</style><p>${text}</p>${'要览 '.repeat(200)}`;

/** The least that counts as a whole build, with what is given put over it. */
export function aBuild(files: Readonly<Record<string, string | undefined>> = {}): string {
  const root = freshFolder('build');
  const all: Readonly<Record<string, string | undefined>> = {
    'index.html': aPage('root'),
    '404.html': aPage('missing'),
    'sw.js': 'self.a = 1;',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}
