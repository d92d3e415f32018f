import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/node/content';
import { stringsIn } from '../../src/node/content/strings';
import { lineOf, nodesOf, parseCode, projectFiles, readText } from './sources';

interface Package {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly overrides?: Record<string, string>;
}

interface Lock {
  readonly packages: Record<
    string,
    { version?: string; resolved?: string; integrity?: string; link?: boolean }
  >;
}

const isText = (file: string) => !/\.(?:png|ico|jpe?g|webp|woff2?)$/.test(file);

describe('the top level', () => {
  it('holds only what design.md names', () => {
    const named = new Set([
      ...['package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json', 'README.md', 'LICENSE'],
      ...['src', 'locales', 'public', 'tests'],
    ]);
    const top = new Set(projectFiles.map((file) => file.split('/')[0] ?? ''));
    expect([...top].filter((name) => !named.has(name) && !name.startsWith('.'))).toEqual([]);
    expect([...named].filter((name) => !top.has(name))).toEqual([]);
  });

  it('keeps what is built out of the repository', () => {
    expect(
      projectFiles.filter((file) => /^(?:dist|node_modules)\/|\.(?:tsbuildinfo|log)$/.test(file)),
    ).toEqual([]);
  });
});

describe('what a scorecard of the project asks for, as far as it applies', () => {
  it('is there: a licence, a policy, tests that fuzz, one pinned way to prove itself, and nothing built', () => {
    expect(readText('LICENSE')).toMatch(/^MIT License/);
    expect(readText('README.md')).toMatch(/^## Security$/m);
    expect(projectFiles.filter((file) => /fuzz|properties/.test(file)).length).toBeGreaterThan(1);
    expect(readText('.ci/run')).toMatch(/^npm ci$/m);
    const workflows = projectFiles.filter((file) => /^\.(github|gitlab|circleci)/.test(file));
    expect(workflows, 'none that a stranger’s change could run').toEqual([]);
    expect(projectFiles.filter((file) => /\.(?:exe|dll|so|jar|wasm|node|pyc)$/.test(file))).toEqual([]);
  });
});

describe('the packages', () => {
  const { dependencies, devDependencies, overrides = {} } = JSON.parse(readText('package.json')) as Package;
  const { packages } = JSON.parse(readText('package-lock.json')) as Lock;
  const installed = Object.entries(packages).filter(([path]) => path !== '');

  it('are asked for in exact versions', () => {
    const wanted = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are locked in the versions asked for', () => {
    const wanted = Object.entries({ ...dependencies, ...devDependencies });
    const other = wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version);
    expect(other).toEqual([]);
  });

  it('are locked by their content, not by the registry they came from', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(
      installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
  });
});

describe('the repository', () => {
  it('names no path of one machine', () => {
    // Written in two halves, so that this file is not its own first find.
    const machine = new RegExp(
      ['/wo' + 'rk/', '/tmp/ba' + 'sh', '/ho' + 'me/\\w', '/Us' + 'ers/\\w', 'C:' + '\\\\'].join('|'),
    );
    const found = projectFiles
      .filter((file) => isText(file) && file !== 'package-lock.json')
      .flatMap((file) =>
        readText(file)
          .split('\n')
          .flatMap((line, at) =>
            machine.test(line) ? [`${file}:${at + 1}: ${line.trim().slice(0, 100)}`] : [],
          ),
      );
    expect(found).toEqual([]);
  });

  it('skips no test and singles none out', () => {
    const found = projectFiles
      .filter((file) => /^tests\/.*\.test\.tsx?$/.test(file))
      .flatMap((file) => {
        const code = readText(file);
        return [...nodesOf(parseCode(file, code))]
          .filter(
            ({ node }) =>
              node.type === 'MemberExpression' &&
              /^(?:it|test|describe|suite)\b/.test(code.slice(node.start, node.start + 20)) &&
              /^(?:skip|only|todo|fails)$/.test(String((node.property as { name?: string }).name)),
          )
          .map(({ node }) => `${file}:${lineOf(code, node)}`);
      });
    expect(found).toEqual([]);
  });

  /** The article itself is no part of the project; where it lies beside it, nothing of ours may copy it. */
  const source = join(projectRoot, '..', 'shared', 'source', 'suizhou-2024.txt');
  const longest = 33;
  const hanOf = (text: string) => text.normalize('NFKC').replace(/[^\p{Script=Han}\d]/gu, '');

  it(`carries no ${longest + 1} characters in a row of the article`, () => {
    if (!existsSync(source)) {
      console.log('Not compared with the article: it is not at hand beside the project.');
      return;
    }
    const article = hanOf(readFileSync(source, 'utf8'));
    const runs = new Set(Array.from(article, (_, at) => article.slice(at, at + longest + 1)));
    const copied = projectFiles.filter(isText).flatMap((file) => {
      const text = readText(file);
      const strings = file.endsWith('.json')
        ? stringsIn(JSON.parse(text)).map((each) => each.text)
        : text.split(/\n\s*\n/);
      return strings.map(hanOf).flatMap((han) => {
        const at = Array.from({ length: Math.max(0, han.length - longest) }, (_, from) => from).find((from) =>
          runs.has(han.slice(from, from + longest + 1)),
        );
        return at === undefined ? [] : [`${file}: ${han.slice(at, at + longest + 1)}`];
      });
    });
    expect(copied).toEqual([]);
  });
});
