import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from '../support/project';
import { freshFolder } from '../support/run-folder';

/** Made once; every test spoils a copy of its words. */
let project = '';

interface Built {
  code: number | null;
  said: string;
  /** What stands where the site is built, and beside it. */
  beside: string[];
  kept: string;
}

/** Builds over the last good build, of which one file is left to tell it by. */
function build(env: Record<string, string> = {}): Built {
  const folder = freshFolder('out');
  const outDir = join(folder, 'site');
  mkdirSync(outDir);
  writeFileSync(join(outDir, 'index.html'), 'the last good build');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join('src', 'node', 'build.ts')],
    {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, VITEST: '', SOURCE_DIR: undefined, OUT_DIR: outDir, ...env },
    },
  );
  return {
    code: status,
    said: stdout + stderr,
    beside: readdirSync(folder),
    kept: readFileSync(join(outDir, 'index.html'), 'utf8'),
  };
}

function spoiling(file: string, spoil: (text: string) => string, run: () => void): void {
  const path = join(project, file);
  const text = readFileSync(path, 'utf8');
  const spoilt = spoil(text);
  expect(spoilt, `${file} has been changed`).not.toBe(text);
  writeFileSync(path, spoilt);
  try {
    run();
  } finally {
    writeFileSync(path, text);
  }
}

const inJson =
  // biome-ignore lint/suspicious/noExplicitAny: a test spoils any part of any file
  (change: (value: any) => void) => (text: string) => {
    const value = JSON.parse(text);
    change(value);
    return JSON.stringify(value, null, 2);
  };

const article = 'suizhou-2024';
const facts = `src/content/${article}/facts.json`;
const words = (language: string) => `locales/${language}/articles/${article}.json`;

const faults: readonly (readonly [string, string, (text: string) => string, string])[] = [
  [
    'a key missing in one language',
    words('en'),
    inJson((value) => delete value.measures['clearance-rate'].label),
    `${words('en')} measures.clearance-rate.label: expected this key, got nothing`,
  ],
  [
    'an interface word missing in one language',
    'locales/en/reader.json',
    inJson((value) => delete value.evidence),
    'locales/en/reader.json evidence: ',
  ],
  [
    'an id that stands twice',
    facts,
    inJson((value) => {
      value.measures[1].id = value.measures[0].id;
    }),
    `${facts} measures[study-classes].id: expected a value not used before (it stands at measures[study-classes].id), got "study-classes"`,
  ],
  ['wrong JSON', facts, (text) => text.replace(/\}\s*$/, ''), `${facts}: expected `],
  [
    'an unknown card',
    facts,
    inJson((value) => {
      value.measures[0].card = 'no-such-card';
    }),
    `${facts} measures[study-classes].card: expected one of the cards overview, study, `,
  ],
  [
    'a measure named in only one language',
    words('zh'),
    inJson((value) => {
      value.brief.digital = value.brief.digital.replace('{{video-points}}', '若干');
    }),
    `${words('en')} brief.digital: `,
  ],
];

describe('the build', { timeout: 60_000 }, () => {
  beforeAll(() => {
    project = copyProject();
  });

  it.each(faults)('stops at %s and leaves the last good build alone', (_what, file, spoil, message) => {
    spoiling(file, spoil, () => {
      const { code, said, beside, kept } = build();
      expect(said).toContain(message);
      expect(said).toContain('the last good build is untouched');
      expect(code).toBe(1);
      expect(kept).toBe('the last good build');
      expect(beside).toEqual(['site']);
    });
  });

  it('says of each fault where it is and what to do, without a stack', () => {
    spoiling(
      words('en'),
      inJson((value) => delete value.description),
      () => {
        const { said } = build();
        const lines = said
          .trim()
          .split('\n')
          .filter((line) => !line.includes('npm warn'));
        expect(lines).toEqual([
          `${words('en')} description: expected this key, got nothing`,
          '    Remedy: Add the key "description".',
          'The build stopped; the last good build is untouched.',
        ]);
      },
    );
  });

  it('stops at a word that only a page misses, in the middle of the work', () => {
    const without = inJson((value) => delete value.comparisons['previous-year']);
    spoiling('locales/zh/reader.json', without, () =>
      spoiling('locales/en/reader.json', without, () => {
        const { code, said, beside, kept } = build();
        expect(said).toContain('reader.json');
        expect(said).toContain('comparisons.previous-year');
        expect(code).toBe(1);
        expect(kept).toBe('the last good build');
        expect(beside).toEqual(['site']);
      }),
    );
  });

  it('stops at a setting that it cannot follow', () => {
    const { code, said, kept, beside } = build({ BASE_PATH: '/a b/' });
    expect(said).toContain('BASE_PATH: expected a plain path such as /some/reader/, got "/a b/"');
    expect([code, kept, beside]).toEqual([1, 'the last good build', ['site']]);
  });

  it('takes the place of the last build when all is well', () => {
    const { code, said, beside, kept } = build({ BASE_PATH: '/some/reader/' });
    expect(said).toContain('Built into');
    expect(code).toBe(0);
    expect(kept).toContain('<!doctype html>');
    expect(kept).toContain('"/some/reader/');
    expect(beside).toEqual(['site', 'site-deploy']);
  });
});
