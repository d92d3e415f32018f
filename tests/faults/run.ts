import { commandLine, fail, UsageError, wholeNumber } from '../../src/node/commandLine';
import { type EngineName, engineNames, installBrowsers } from '../support/browsers';
import { endLeftovers } from '../support/processes';
import { removeRunFolder, runFolder } from '../support/run-folder';
import { isInstalled } from './drivers';
import { buildWithout, guards } from './guards';
import { messageOf, runScenario, type Scenario } from './scenario';
import { groups, scenarios } from './scenarios';

const { values: options } = commandLine(
  `npm run test:faults -- [--only I01,U] [--engine chromium] [--level must] [--repeat 20] [--seed 7] [--smoke] [--guards]

Tries every scenario of faults in every engine that it is meant for, and prints a table of what came of it.
  --only ROWS    rows or groups of rows, by their names
  --engine NAMES some of ${engineNames.join(',')}
  --level LEVEL  must or should
  --repeat N     how many rounds
  --seed N       what chance begins with, to repeat a run
  --smoke        the few rows that run with npm test
  --guards       takes one protection after another out of the product and shows that the table notices`,
  {
    options: {
      only: { type: 'string' },
      engine: { type: 'string' },
      level: { type: 'string' },
      repeat: { type: 'string', default: '1' },
      seed: { type: 'string', default: String(Date.now() % 1e6) },
      smoke: { type: 'boolean', default: false },
      guards: { type: 'boolean', default: false },
    },
  },
);

interface Result {
  readonly scenario: Scenario;
  readonly engine: EngineName;
  readonly run: number;
  readonly time: number;
  readonly error?: string;
}

interface NotRun {
  readonly scenario: Scenario;
  readonly engine: EngineName;
  readonly why: string;
}

const letterOf: Readonly<Record<EngineName, string>> = { chromium: 'C', firefox: 'F', webkit: 'W' };

function chosenScenarios(): readonly Scenario[] {
  const names = options.only?.split(',');
  const isNamed = ({ id }: Scenario) => !names || names.some((name) => id === name || id[0] === name);
  const chosen = scenarios.filter(
    (scenario) =>
      isNamed(scenario) &&
      (!options.smoke || scenario.smoke) &&
      (!options.level || scenario.level === options.level),
  );
  if (chosen.length === 0)
    throw new UsageError(`No scenario fits --only ${options.only} and --level ${options.level}.`);
  return chosen;
}

function chosenEngines(): readonly EngineName[] {
  const names = options.engine?.split(',') ?? engineNames;
  const unknown = names.filter((name) => !engineNames.some((engine) => engine === name));
  if (unknown.length > 0) throw new UsageError(`No engine is called ${unknown}; there are ${engineNames}.`);
  return engineNames.filter((engine) => names.includes(engine));
}

/** N-only rows need no browser and run once, in the first column. */
const isMeantFor = ({ engines }: Scenario, engine: EngineName): boolean =>
  engines.includes(letterOf[engine]) || (engines === 'N' && engine === chosenEngines()[0]);

const isChosen = ({ smoke, ...scenario }: Scenario, engine: EngineName): boolean =>
  isMeantFor(scenario, engine) &&
  (!options.smoke || /N/.test(smoke ?? '') || Boolean(smoke?.includes(letterOf[engine])));

async function main(): Promise<void> {
  const seed = wholeNumber('--seed', options.seed);
  const repeat = wholeNumber('--repeat', options.repeat, 1);
  runFolder();
  installBrowsers(engineNames);
  console.log(`seed ${seed}`);
  if (options.guards) return tryGuards(seed);
  const results: Result[] = [];
  const notRun: NotRun[] = [];
  for (let run = 0; run < repeat; run++) {
    for (const scenario of chosenScenarios()) {
      for (const engine of chosenEngines().filter((engine) => isChosen(scenario, engine))) {
        const why = scenario.notIn?.[engine] ?? (isInstalled(engine) ? undefined : 'not installed here');
        if (why) {
          if (run === 0) notRun.push({ scenario, engine, why });
          continue;
        }
        results.push(await runOne(scenario, engine, run, seed + run));
      }
    }
  }
  await cleanUp();
  report(results, notRun);
}

/** A row that does not fail without the protection it stands for proves nothing. */
async function tryGuards(seed: number): Promise<void> {
  const names = options.only?.split(',');
  const tried = guards.filter(
    ({ caughtBy, engine = 'chromium' }) => isInstalled(engine) && (!names || names.includes(caughtBy)),
  );
  let caught = 0;
  for (const guard of tried) {
    const scenario = scenarios.find(({ id }) => id === guard.caughtBy);
    if (!scenario) throw new Error(`No scenario is called ${guard.caughtBy}.`);
    const build = await buildWithout(guard);
    const failure = await runScenario(scenario, guard.engine ?? 'chromium', seed, build).then(
      () => undefined,
      (error: unknown) => messageOf(error).split('\n')[0],
    );
    if (failure !== undefined) caught++;
    console.log(
      `${failure === undefined ? '✖' : '✔'} without: ${guard.what}\n    ${guard.caughtBy}: ${failure ?? 'noticed nothing'}`,
    );
  }
  await cleanUp();
  console.log(`\n${caught} of ${tried.length} removed protections were noticed`);
  process.exitCode = caught === tried.length && tried.length > 0 ? 0 : 1;
}

async function runOne(scenario: Scenario, engine: EngineName, run: number, seed: number): Promise<Result> {
  const started = performance.now();
  const failure = await runScenario(scenario, engine, seed).then(
    () => undefined,
    (error: unknown) => messageOf(error),
  );
  const time = performance.now() - started;
  const again = run > 0 ? ` (${run + 1})` : '';
  console.log(
    `${failure === undefined ? '✔' : '✖'} ${scenario.id} ${engine}${again} ${(time / 1000).toFixed(1)} s  ${scenario.title}`,
  );
  if (failure !== undefined) console.log(`    ${failure.replaceAll('\n', '\n    ')}`);
  return { scenario, engine, run, time, ...(failure !== undefined && { error: failure }) };
}

function report(results: readonly Result[], notRun: readonly NotRun[]): void {
  console.log('\npassed / failed / not runnable');
  const columns = chosenEngines();
  console.log(`| group | ${columns.join(' | ')} |`);
  console.log(`|---|${columns.map(() => '---|').join('')}`);
  for (const [letter, name] of Object.entries(groups)) {
    const isHere = ({ scenario: { id } }: { scenario: Scenario }) => id.startsWith(letter);
    if (![...results, ...notRun].some(isHere)) continue;
    const cells = columns.map((engine) => {
      const here = results.filter((result) => isHere(result) && result.engine === engine);
      const failed = here.filter(({ error }) => error !== undefined).length;
      const out = notRun.filter((row) => isHere(row) && row.engine === engine).length;
      return `${here.length - failed} / ${failed} / ${out}`;
    });
    console.log(`| ${letter} ${name} | ${cells.join(' | ')} |`);
  }
  for (const { scenario, engine, why } of notRun) console.log(`not run: ${scenario.id} in ${engine}: ${why}`);
  const failed = results.filter(({ error }) => error !== undefined);
  for (const { scenario, engine, run } of failed)
    console.log(`failed: ${scenario.id} in ${engine}${run > 0 ? `, run ${run + 1}` : ''}`);
  console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 || results.length === 0 ? 1 : 0;
}

async function cleanUp(): Promise<void> {
  await endLeftovers();
  await removeRunFolder();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
}

await main().catch(async (error: unknown) => {
  fail(error);
  await cleanUp();
});
