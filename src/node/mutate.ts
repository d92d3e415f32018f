import { commandLine, fail, UsageError } from './commandLine';
import { ContentError, linesOf, projectRoot, sourceDirOf, sourcesFor } from './content';
import { openMutationRun, type Tried } from './content/mutationRun';
import { readSheets } from './content/sheets';

const { values } = commandLine(
  `npm run mutate -- [--source DIR] [--root DIR]

Changes every measure of the content in every way that falsifies it, one at a time, and shows that the checks
refuse each (about two minutes).
  --source DIR  where <article>.txt stands; SOURCE_DIR says it too
  --root DIR    the project that holds src/content and locales`,
  { options: { root: { type: 'string' }, source: { type: 'string' } } },
);

function main(): void {
  const root = values.root ?? projectRoot;
  const sheets = readSheets(root);
  const sources = sourcesFor(sheets, sourceDirOf(root, values.source));
  const run = openMutationRun(sheets, sources);
  const { mutants, before } = run;
  const tried = sources.size > 0 ? mutants : mutants.filter(({ needsSource }) => needsSource !== true);
  const untried = mutants.length - tried.length;
  console.log(`${tried.length} mutants, ${sources.size > 0 ? 'with' : 'WITHOUT'} the source at hand.`);
  if (untried > 0) console.log(`${untried} more can only be told by the source, and are not tried.`);
  if (before > 0) console.log(`The content has ${before} faults already; they catch no mutant.`);
  conclude(
    tried.map((mutant, index) => {
      if (index > 0 && index % 500 === 0) console.log(`  ${index} tried`);
      return run.try(mutant);
    }),
  );
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

try {
  main();
} catch (error) {
  fail(error instanceof ContentError ? new UsageError(linesOf(error.faults).join('\n')) : error);
}
