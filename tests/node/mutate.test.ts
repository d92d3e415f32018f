import { describe, expect, it } from 'vitest';
import { projectRoot, sourceDirOf, sourcesFor } from '../../src/node/content';
import { openMutationRun } from '../../src/node/content/mutationRun';
import { readSheets } from '../../src/node/content/sheets';

const sheets = readSheets(projectRoot);
const atHand = sourcesFor(sheets, sourceDirOf(projectRoot));

/** Every two hundredth mutant or so, and with it some of each kind; `npm run mutate` tries all of them, with `npm run test:all`. */
const step = 193;

const withoutSource = openMutationRun(sheets, new Map());

const tried = (sources: typeof atHand, offset: number) => {
  const run = sources.size === 0 ? withoutSource : openMutationRun(sheets, sources);
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
    ['with the source where it is at hand', atHand, 0],
    ['without the source', new Map(), 5],
  ] as const)('catches every mutant %s', (_name, sources, offset) => {
    const results = tried(sources, offset);
    expect(results.length).toBeGreaterThan(10);
    expect(results.flatMap(({ mutant, caughtBy }) => (caughtBy === undefined ? mutant.what : []))).toEqual(
      [],
    );
  });

  it('lets good content pass, so that what catches a mutant is the mutation', () => {
    expect(withoutSource.before).toBe(0);
  });

  it('lets a change that says the same pass', () => {
    const run = withoutSource;
    const [mutant] = run.mutants;
    expect(run.try({ kind: 'none', what: 'nothing', edits: [] }).caughtBy).toBeUndefined();
    expect(mutant && run.try(mutant).caughtBy).toBeDefined();
  });
});
