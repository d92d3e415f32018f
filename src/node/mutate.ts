import { commandLine } from './commandLine';
import { projectRoot, sourceDirOf, sourcesFor } from './content';
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

const root = values.root ?? projectRoot;
const sheets = readSheets(root);
const sources = sourcesFor(sheets, values.source ?? sourceDirOf(root));
const run = openMutationRun(sheets, sources);
const withSource = sources.size > 0;

const { mutants, before } = run;
const answerable = withSource ? mutants : mutants.filter(({ needsSource }) => needsSource !== true);
const apart = mutants.length - answerable.length;

console.log(`${answerable.length} mutants, ${withSource ? 'with' : 'WITHOUT'} the source at hand.`);
if (apart > 0) console.log(`${apart} more can only be told by the source, and are not tried.`);
if (before > 0) console.log(`The content has ${before} faults already; they catch no mutant.`);
conclude(tryAll());

function tryAll(): Tried[] {
  const begun = Date.now();
  return answerable.map((mutant, index) => {
    const done = index + 1;
    if (done % 500 === 0) console.log(`  ${done} tried (${Math.round((Date.now() - begun) / 1000)} s)`);
    return run.try(mutant);
  });
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
