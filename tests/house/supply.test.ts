import { describe, expect, it } from 'vitest';
import { advisoriesIn } from '../support/advisories';
import { unseenIn } from '../support/unseen';
import { filesIn, importsOf, projectFiles, readText } from './sources';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { lockfileVersion, packages } = JSON.parse(readText('package-lock.json')) as {
  lockfileVersion: number;
  packages: Readonly<Record<string, Locked>>;
};
const { '': own = {}, ...installed } = packages;

/** Why an entry of the lockfile may not be installed; nothing where it may. */
function wrongWith({ version = '', resolved, integrity = '', link, ...wanted }: Locked): string[] {
  const specs = Object.values({ ...wanted.dependencies, ...wanted.optionalDependencies });
  return [
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? [] : ['no sha512']),
    ...(/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version) ? [] : [`version ${version}`]),
    ...(resolved === undefined || resolved.startsWith('https://registry.npmjs.org/') ? [] : [resolved]),
    ...(link ? ['a link'] : []),
    ...specs.filter((spec) => /^(?:git|http|file|link|github)|:\/\/|^[\w-]+\/[\w-]+/.test(spec)),
  ];
}

describe('every package of the lockfile', () => {
  it('comes from the registry, in one version, with its sha512', () => {
    expect(lockfileVersion).toBe(3);
    expect(Object.keys(installed).length).toBeGreaterThan(100);
    const wrong = Object.entries(installed).map(([path, entry]) => [path, wrongWith(entry)] as const);
    expect(wrong.filter(([, reasons]) => reasons.length > 0)).toEqual([]);
  });

  it('is asked for by its name and version, never by an address', () => {
    const { dependencies, devDependencies, overrides } = JSON.parse(readText('package.json'));
    const specs = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(specs.filter(([, spec]) => !/^\d+\.\d+\.\d+/.test(String(spec)))).toEqual([]);
  });

  const good = { version: '1.2.3', integrity: `sha512-${'a'.repeat(86)}==` };
  it.each<[string, Locked]>([
    ['a weaker hash', { ...good, integrity: 'sha1-abc=' }],
    ['no hash', { version: '1.2.3' }],
    ['another host', { ...good, resolved: 'https://evil.example/a.tgz' }],
    ['a repository', { ...good, resolved: 'git+ssh://git@github.com/a/b.git#abc' }],
    ['a folder', { ...good, link: true }],
    ['a wish for an address', { ...good, dependencies: { a: 'git+https://example.org/a.git' } }],
    ['a wish for a repository', { ...good, dependencies: { a: 'someone/a' } }],
  ])('would be refused with %s', (_what, entry) => {
    expect(wrongWith(good)).toEqual([]);
    expect(wrongWith(entry)).not.toEqual([]);
  });
});

/** Under these anybody may use and pass on; the third only stand beside what is built, and no reader gets them. */
const licences = {
  ofReaders: ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  ofTools: ['BlueOak-1.0.0', 'MPL-2.0', 'LGPL-3.0-or-later', 'CC-BY-4.0', 'CC0-1.0'],
};

/** All licences of an entry, of which `OR` lets one choose any. */
const isUnder = (allowed: readonly string[], { license = '' }: Locked): boolean =>
  license
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((name) => allowed.includes(name)));

describe('installing', () => {
  it('runs nobody’s script', () => {
    expect(readText('.npmrc').split('\n')).toContain('ignore-scripts=true');
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?(?:install|prepare)$/.test(name))).toEqual(
      [],
    );
  });

  it('needs nobody’s script: what has one works without', () => {
    const scripted = Object.entries(installed).filter(([, { hasInstallScript }]) => hasInstallScript);
    // esbuild's only checks its program; fsevents is for macOS and comes built.
    const known = /(?:^|\/)node_modules\/(?:esbuild|fsevents)$/;
    expect(scripted.map(([path]) => path).filter((path) => !known.test(path))).toEqual([]);
  });
});

describe('what reaches the reader', () => {
  const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');
  const isTypes = (name: string) => name === 'typescript' || name.startsWith('@types/');

  function withAllTheyNeed(names: readonly string[]): Set<string> {
    const all = new Set<string>();
    const open = [...names];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (all.has(name) || isTypes(name)) continue;
      all.add(name);
      open.push(...Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}));
    }
    return all;
  }

  function reaching(): Set<string> {
    const files = ['src/app', 'src/core', 'src/worker'].flatMap((room) => filesIn(room, /\.tsx?$/));
    const imported = files
      .filter((file) => !file.endsWith('prerender.tsx') && !file.endsWith('document.ts'))
      .flatMap((file) => importsOf(file).filter(({ isPackage, isType }) => isPackage && !isType))
      .map(({ target }) => target);
    return withAllTheyNeed([...new Set([...imported, ...Object.keys(own.dependencies ?? {})])]);
  }

  it('holds code of ten packages or fewer', () => {
    const all = reaching();
    expect([...all].filter((name) => packages[`node_modules/${name}`] === undefined).map(nameOf)).toEqual([]);
    expect(all.size).toBeGreaterThan(3);
    expect(all.size, [...all].join(', ')).toBeLessThanOrEqual(10);
  });

  it('is under licences that ask for no more than their notice, and every tool under a known one', () => {
    const foreign = [...reaching()].filter(
      (name) => !isUnder(licences.ofReaders, packages[`node_modules/${name}`] ?? {}),
    );
    expect(foreign).toEqual([]);
    const known = [...licences.ofReaders, ...licences.ofTools];
    expect(
      Object.entries(installed).flatMap(([path, entry]) => (isUnder(known, entry) ? [] : [path])),
    ).toEqual([]);
  });
});

describe('the answer of npm audit', () => {
  it('counts what is high or critical', () => {
    const said = JSON.stringify({
      vulnerabilities: { a: { severity: 'low' }, b: { severity: 'high' }, c: { severity: 'critical' } },
    });
    expect(advisoriesIn(said)).toEqual({ kind: 'answered', high: 2, names: ['b', 'c'] });
    expect(advisoriesIn('{"vulnerabilities":{}}')).toEqual({ kind: 'answered', high: 0, names: [] });
  });

  it.each(['', 'not json', '{"message":"405 Method Not Allowed"}', '{"error":{"summary":"no network"}}'])(
    'is not taken for good news when there is none: %j',
    (said) => {
      expect(advisoriesIn(said).kind).toBe('unasked');
    },
  );
});

describe('the code', () => {
  const isText = (file: string) => !/\.(?:png|ico|jpe?g|webp|woff2?)$/.test(file);

  it('holds no character that turns or hides it', () => {
    expect(projectFiles.filter(isText).flatMap((file) => unseenIn(file, readText(file)))).toEqual([]);
  });

  it.each(['\u202E', '\u2066', '\u200B', '\u00AD', '\u{E0041}', '\u0000', '\u2028', '\uFEFF'])(
    'would be seen with %j',
    (character) => {
      expect(unseenIn('a.ts', `const a = 1;\nconst b${character} = 2;`)).toHaveLength(1);
    },
  );

  it('has names of letters that look like no other script’s', () => {
    // Cyrillic and Greek letters pass for Latin ones in a name.
    const found = projectFiles
      .filter((file) => /^(?:src|tests)\/.*\.tsx?$/.test(file))
      .flatMap((file) => {
        const names = readText(file).match(
          /[A-Za-z_$][\w$]*[\u0370-\u03FF\u0400-\u052F]+|[\u0370-\u03FF\u0400-\u052F]+[A-Za-z_$]\w*/g,
        );
        return (names ?? []).map((name) => `${file}: ${name}`);
      });
    expect(found).toEqual([]);
  });
});
