import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { commandLine, fail, UsageError } from './commandLine';
import { ContentError, linesOf, projectRoot, sourceDirOf, sourcesFor } from './content';
import { type MutationRun, openMutationRun, type Tried } from './content/mutationRun';
import { readSheets } from './content/sheets';

const { values } = commandLine(
  `npm run mutate -- [--source DIR] [--root DIR]

Changes every measure of the content in every way that falsifies it, one at a time, and shows that the checks
refuse each (about ten minutes of one core; every core is used).
  --source DIR  where <article>.txt stands; SOURCE_DIR says it too
  --root DIR    the project that holds src/content and locales`,
  { options: { root: { type: 'string' }, source: { type: 'string' } } },
);

async function main(): Promise<void> {
  const root = values.root ?? projectRoot;
  const sheets = readSheets(root);
  const sources = sourcesFor(sheets, sourceDirOf(root, values.source));
  const run = openMutationRun(sheets, sources);
  if (process.send !== undefined) {
    process.once('message', (share: number[]) => process.send?.(tryShare(run, share)));
    return;
  }
  const { mutants, before } = run;
  const tried = mutants.flatMap(({ needsSource }, at) =>
    needsSource === undefined || sources.has(needsSource) ? at : [],
  );
  const untried = mutants.length - tried.length;
  console.log(`${tried.length} mutants, ${sources.size > 0 ? 'with' : 'WITHOUT'} the source at hand.`);
  if (untried > 0) console.log(`${untried} more can only be told by the source, and are not tried.`);
  if (before > 0) console.log(`The content has ${before} faults already; they catch no mutant.`);
  const processes = availableParallelism();
  const shares = Array.from({ length: processes }, (_, place) =>
    tried.filter((_, at) => at % processes === place),
  );
  const catchers = (await Promise.all(shares.map(tryElsewhere))).flat();
  conclude(catchers.flatMap(([at, caughtBy]) => (mutants[at] ? { mutant: mutants[at], caughtBy } : [])));
}

/** The number of a mutant, and what caught it. */
type Catcher = readonly [mutant: number, caughtBy: string | undefined];

const tryShare = (run: MutationRun, share: readonly number[]): Catcher[] =>
  share.flatMap((at): Catcher[] => {
    const mutant = run.mutants[at];
    return mutant === undefined ? [] : [[at, run.try(mutant).caughtBy]];
  });

/** Tries a share of the mutants in a process of its own, so that every core has work. */
async function tryElsewhere(share: readonly number[]): Promise<readonly Catcher[]> {
  const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2));
  child.send(share);
  const [answer] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
  child.disconnect();
  // JSON, in which the answer travels, has no undefined.
  if (Array.isArray(answer)) return answer.map(([at, by]): Catcher => [at, by ?? undefined]);
  throw new Error(`A process that tried mutants ended with ${answer}.`);
}

function conclude(tried: readonly Tried[]): void {
  const survivors = tried.filter(({ caughtBy }) => caughtBy === undefined);
  console.log('By what was changed:');
  for (const line of countsBy(tried, ({ mutant }) => mutant.kind)) console.log(`  ${line}`);
  console.log('By what caught it:');
  for (const line of countsBy(tried, ({ caughtBy }) => caughtBy ?? 'nothing')) console.log(`  ${line}`);
  for (const { mutant } of survivors) console.error(`SURVIVED ${mutant.kind}: ${mutant.what}`);
  console.log(`${tried.length - survivors.length} of ${tried.length} mutants caught.`);
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

function countsBy(tried: readonly Tried[], nameOf: (one: Tried) => string): string[] {
  const groups = new Map<string, Tried[]>();
  for (const one of tried) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]);
  return Array.from(groups, ([name, members]) => {
    const caught = members.filter(({ caughtBy }) => caughtBy !== undefined).length;
    return `${name}: ${caught} of ${members.length}`;
  });
}

main().catch((error: unknown) =>
  fail(error instanceof ContentError ? new UsageError(linesOf(error.faults).join('\n')) : error),
);
