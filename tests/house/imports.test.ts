import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/node/content';
import { filesIn, type Import, importsOf, projectFiles } from './sources';

interface Rule {
  /** The rooms whose files may be imported; a room may always import itself. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  /** May be imported, but only for their types. */
  readonly types?: readonly string[];
}

/**
 * design.md, The house. Inside `app` each feature is a room of its own: features are leaves. A look
 * (`ui`) may know what a signal is; a value itself reaches it as a prop.
 */
const rules: Readonly<Record<string, Rule>> = {
  'src/core': { rooms: [], types: ['locales'], packages: ['i18next', 'lean-qr'] },
  'src/app/platform': { rooms: ['src/core'], packages: ['workbox-window'] },
  'src/app/state': { rooms: ['src/core', 'src/app/platform'], packages: [] },
  'src/app/ui': { rooms: ['src/core'], types: ['src/app/state/signal', 'i18next'], packages: ['preact'] },
  'src/app/features/*': { rooms: ['src/core', 'src/app/state', 'src/app/ui'], packages: ['preact'] },
  'src/app/pages': { rooms: ['src/core', 'src/app/features', 'src/app/ui'], packages: ['preact'] },
  'src/app/shell': {
    rooms: ['src/core', 'src/app', 'locales'],
    packages: ['preact', 'preact-render-to-string'],
  },
  'src/worker': {
    rooms: ['src/core', 'locales'],
    packages: ['workbox-precaching', 'workbox-routing'],
  },
  'src/node': { rooms: ['src/core'], packages: ['node:', 'vite', 'valibot', 'sharp', 'playwright-core'] },
  'src/prerender': {
    rooms: ['src/core', 'src/node'],
    types: ['src/app/shell', 'vite', 'i18next'],
    packages: ['node:', 'postcss', 'postcss-selector-parser'],
  },
};

function roomOf(file: string): string | undefined {
  const feature = /^src\/app\/features\/[^/]+/.exec(file)?.[0];
  return feature ?? Object.keys(rules).find((room) => file.startsWith(`${room}/`));
}

const ruleOf = (room: string): Rule | undefined =>
  rules[room.startsWith('src/app/features/') ? 'src/app/features/*' : room];

const isIn = (target: string, room: string) => target === room || target.startsWith(`${room}/`);

/** One line that names file, import and rule, or nothing. */
function faultOf({ file, specifier, target, isPackage, isType }: Import): string[] {
  const room = roomOf(file);
  const rule = room && ruleOf(room);
  if (!room || !rule) return [`${file}: stands in no room that design.md names`];
  const { rooms, packages, types = [] } = rule;
  const allowed = [...(isPackage ? packages : [room, ...rooms]), ...(isType ? types : [])];
  if (allowed.some((one) => isIn(target, one))) return [];
  const said =
    [...rooms, ...packages, ...types.map((one) => `${one} (types only)`)].join(', ') || 'nothing else';
  return [`${file}: imports ${specifier}, but ${room} may import itself, ${said}`];
}

const sources = filesIn('src', /\.tsx?$/);

const faultsIn = (file: string, code?: string) => importsOf(file, code).flatMap(faultOf);

describe('imports', () => {
  it('go only where the house allows', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.flatMap((file) => faultsIn(file))).toEqual([]);
  });

  it.each([
    ['src/core/a.ts', "import x from '../app/ui/words';", '../app/ui/words'],
    ['src/core/a.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['src/core/a.ts', "import about from '../../locales/en/about.json';", '../../locales/en/about.json'],
    ['src/app/features/one/A.tsx', "import { B } from '../two/B';", '../two/B'],
    ['src/app/features/one/A.tsx', "import '../../platform/files';", '../../platform/files'],
    ['src/app/features/one/A.tsx', "import { P } from '../../pages/page';", '../../pages/page'],
    ['src/app/state/a.ts', "export * from '../ui/words';", '../ui/words'],
    ['src/app/ui/A.ts', "import { signal } from '../state/signal';", '../state/signal'],
    ['src/app/platform/a.ts', "const a = await import('../state/place');", '../state/place'],
    ['src/worker/a.ts', "import type { A } from '../app/shell/app';", '../app/shell/app'],
    ['src/node/a.ts', "import type { A } from '../prerender/files';", '../prerender/files'],
    ['src/prerender/a.ts', "import { View } from '../app/shell/View';", '../app/shell/View'],
    ['src/prerender/a.ts', "type A = typeof import('../app/ui/words');", '../app/ui/words'],
    ['src/node/a.ts', "import { x } from '../../tests/house/sources';", '../../tests/house/sources'],
    ['src/app/shell/a.ts', "import React from 'react';", 'react'],
  ])('would be found in %s: %s', (file, code, specifier) => {
    expect(faultsIn(file, code)).toEqual([expect.stringContaining(`${file}: imports ${specifier}, but `)]);
  });

  it('that only name a type are known as such', () => {
    const code =
      "import { type A, type B } from '../state/signal'; import type { C } from '../state/signal';";
    expect(faultsIn('src/app/ui/a.ts', code)).toEqual([]);
  });

  it('are never written to another ending or a bare folder of the app', () => {
    const odd = sources.flatMap((file) =>
      importsOf(file)
        .filter(({ isPackage, specifier }) => !isPackage && /\.(?:tsx?|js)$/.test(specifier))
        .map(({ specifier }) => `${file}: ${specifier}`),
    );
    expect(odd).toEqual([]);
  });
});

describe('the rooms', () => {
  it('have no files outside them', () => {
    expect(sources.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it('hold no code in the content', () => {
    expect(filesIn('src/content', /./).filter((file) => !/\.json$|README\.md$/.test(file))).toEqual([]);
  });

  /** The rights that the compiler keeps; `app`'s inner ones are kept by the imports above. */
  const references: Readonly<Record<string, readonly string[]>> = {
    'src/core': [],
    'src/app': ['src/core'],
    'src/worker': ['src/core'],
    'src/node': ['src/core'],
    'src/prerender': ['src/core', 'src/node', 'src/app'],
    tests: ['src/core', 'src/app', 'src/worker', 'src/node', 'src/prerender'],
  };

  interface Config {
    references?: { path: string }[];
    compilerOptions?: { lib?: string[]; types?: string[]; jsx?: string };
  }

  const configOf = (room: string): Config =>
    JSON.parse(readFileSync(join(projectRoot, room, 'tsconfig.json'), 'utf8')) as Config;

  it.each(Object.entries(references))('let the compiler see from %s only %j', (room, rights) => {
    const seen = configOf(room).references?.map(({ path }) => join(room, path)) ?? [];
    expect(seen.sort()).toEqual([...rights].sort());
  });

  it('are all built with the project', () => {
    const built = configOf('.').references?.map(({ path }) => path) ?? [];
    expect(built.sort()).toEqual(Object.keys(references).sort());
  });

  it('have no configuration that the project does not build', () => {
    const configs = projectFiles.filter((file) => /(?:^|\/)tsconfig[^/]*\.json$/.test(file));
    const known = ['tsconfig.json', ...Object.keys(references).map((room) => `${room}/tsconfig.json`)];
    expect(configs.sort()).toEqual(known.sort());
  });

  it.each(['src/core', 'src/worker'])('know in %s neither the page nor Node', (room) => {
    const { lib = [], types = [], jsx } = configOf(room).compilerOptions ?? {};
    expect([lib.some((name) => name.startsWith('DOM')), types, jsx]).toEqual([false, [], undefined]);
  });
});
