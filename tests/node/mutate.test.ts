import { describe, expect, it } from 'vitest';
import { projectRoot, sourceDirOf, sourcesFor } from '../../src/node/content';
import { openMutationRun } from '../../src/node/content/mutationRun';
import { readSheets } from '../../src/node/content/sheets';

const sheets = readSheets(projectRoot);
const atHand = sourcesFor(sheets, sourceDirOf(projectRoot));

/** Some of them; `npm run mutate` tries every one, with `npm run test:all`. */
const step = 293;

const withoutSource = openMutationRun(sheets, new Map());
const withSource = atHand.size === 0 ? withoutSource : openMutationRun(sheets, atHand);

const tried = (run: typeof withSource, sources: typeof atHand, offset: number) => {
  const mutants = run.mutants.filter(
    ({ needsSource }, index) =>
      index % step === offset && (needsSource === undefined || sources.has(needsSource)),
  );
  return mutants.map((mutant) => run.try(mutant));
};

describe('the mutation run', () => {
  it('has mutants of every kind for every measure', () => {
    const { mutants } = withoutSource;
    const kinds = new Set(mutants.map(({ kind }) => kind));
    for (const kind of ['override', 'paragraph', 'quote', 'token', 'name', 'placeholder removed'])
      expect(kinds).toContain(kind);
    expect(mutants.length).toBeGreaterThan(2000);
  });

  it.each([
    ['with the source where it is at hand', withSource, atHand, 0],
    ['without the source', withoutSource, new Map(), 5],
  ] as const)('catches the mutants that are tried, %s', (_name, run, sources, offset) => {
    const results = tried(run, sources, offset);
    expect(results.length).toBeGreaterThan(30);
    expect(results.flatMap(({ mutant, caughtBy }) => (caughtBy === undefined ? mutant.what : []))).toEqual(
      [],
    );
  });

  it('lets good content pass, so that what catches a mutant is the mutation', () => {
    expect(withSource.before).toBe(0);
  });

  it('lets a change that says the same pass', () => {
    const run = withoutSource;
    const [mutant] = run.mutants;
    expect(run.try({ kind: 'none', what: 'nothing', edits: [] }).caughtBy).toBeUndefined();
    expect(mutant && run.try(mutant).caughtBy).toBeDefined();
  });
});
