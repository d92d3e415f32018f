import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, UsageError } from '../src/node/commandLine';
import { projectRoot } from '../src/node/content';
import { advisoriesIn } from './support/advisories';
import { engineNames, installBrowsers } from './support/browsers';
import { endGroup, endLeftovers, forget, startGroup } from './support/processes';
import { type Count, countVariable } from './support/reporter';
import { freshFolder, removeRunFolder, runFolder } from './support/run-folder';
import { installServers } from './support/servers';
import { buildSite } from './support/site';

interface Step {
  readonly name: string;
  readonly what: string;
  /** The step that must have passed: without it this one could only repeat its failure. */
  readonly needs?: string;
  readonly run: () => Promise<Count>;
}

/** What a reader does first: read without script, install, read offline, change the language, update, save. */
const mainJourneys = ['without-script', 'install', 'offline', 'switch', 'update', 'saved'];
/** Chromium alone installs an app under a driver. */
const inEveryEngine = mainJourneys.filter((name) => name !== 'install');
const fileOf = (name: string) => `tests/journeys/${name}.test.ts`;

/** Each keeps one core busy, so they run at the same time. */
const together: readonly Step[] = [
  { name: 'types', what: 'Types', run: () => script('types') },
  { name: 'lint', what: 'Lint, format and imports', run: () => script('lint') },
  { name: 'content', what: 'Content', run: () => script('check') },
];

const first: readonly Step[] = [
  ...together,
  { name: 'unit', what: 'Unit and house tests', run: () => vitest('unit') },
  { name: 'build', what: 'Build of the site', run: build },
  { name: 'main', what: 'Main journeys in Chromium', needs: 'build', run: mainInChromium },
];

const rest: readonly Step[] = [
  { name: 'mutants', what: 'Every mutant of the content', run: () => script('mutate') },
  { name: 'advisories', what: 'Known faults of packages', run: advisories },
  { name: 'hosts', what: 'Builds, and the site on web servers', needs: 'build', run: hosts },
  { name: 'journeys', what: 'All other journeys in three engines', needs: 'build', run: otherJourneys },
  { name: 'engines', what: 'Main journeys in Firefox and WebKit', needs: 'build', run: mainInOthers },
];

const nothing: Count = { passed: 0, failed: 0, skipped: 0, leftOut: [] };
const passed: Count = { ...nothing, passed: 1 };
const failed: Count = { ...nothing, failed: 1 };
const leftOut = (sentence: string): Count => ({ ...nothing, skipped: 1, leftOut: [sentence] });

const { values, positionals } = commandLine(
  `npm test -- [STEP …]

Proves what matters most: types, lint, content, unit tests, the build, and the main journeys in Chromium.
\`npm run test:all\` adds all journeys in three engines, and the site on web servers. A step that fails does not stop
the next ones. The last line is \`N passed, N failed\`, and what was left out is \`N skipped\`.
  STEP           runs only the steps named: ${[...first, ...rest].map(({ name }) => name).join(', ')}
  --all          runs everything, as \`npm run test:all\` does
  --rest         runs what \`npm test\` leaves out
  --after LINE   adds the closing line of a run before this one`,
  {
    allowPositionals: true,
    options: { all: { type: 'boolean' }, rest: { type: 'boolean' }, after: { type: 'string' } },
  },
);

const running = new Set<number>();

/** From then on the steps that are left are not begun. */
let isInterrupted = false;

async function main(): Promise<void> {
  runFolder();
  // The configuration is written without file extensions, as the rest of the code.
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  if (!process.stdout.isTTY) process.env.NO_COLOR = '1';
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupt);
  const chosen = chosenSteps();
  const begun = chosen.filter((step) => together.includes(step));
  // The types of the words' keys are made first, because types and lint both read them.
  if (begun.length > 0) await script('keys');
  const results = new Map<Step, Count>(
    await Promise.all(begun.map(async (step) => [step, await runStep(step)] as const)),
  );
  for (const step of chosen.filter((step) => !begun.includes(step))) {
    if (isInterrupted) break;
    const reason = [...results].find(([before, { failed }]) => failed > 0 && step.needs === before.name)?.[0];
    results.set(step, reason ? notRun(step, reason) : await runStep(step));
  }
  const left = await endLeftovers();
  if (left > 0) console.log(`Ended ${left} process(es) that the tests had left running.`);
  await removeRunFolder();
  report(results);
}

function chosenSteps(): readonly Step[] {
  const all = [...first, ...rest];
  const unknown = positionals.filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new UsageError(
      `No step is called ${unknown}; there are ${all.map(({ name }) => name).join(', ')}.`,
    );
  }
  if (positionals.length > 0) return all.filter(({ name }) => positionals.includes(name));
  return values.rest ? rest : values.all ? all : first;
}

async function runStep(step: Step): Promise<Count> {
  console.log(`\n▶ ${step.what}`);
  const started = Date.now();
  const result = await step.run().catch((error: unknown) => {
    console.log(error instanceof Error ? error.message : error);
    return failed;
  });
  for (const sentence of result.leftOut) console.log(`Left out: ${sentence}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${signOf(result)} ${step.what}: ${inWords(result)} (${seconds} s)`);
  return result;
}

function notRun(step: Step, reason: Step): Count {
  console.log(`\n✖ ${step.what}: not run, because this failed: ${reason.what}`);
  return failed;
}

/** A script of package.json that passes or fails as a whole. */
async function script(name: string): Promise<Count> {
  return (await runProgram('npm', ['run', '--silent', name])) === 0 ? passed : failed;
}

async function build(): Promise<Count> {
  console.log(`Built into ${await buildSite()}`);
  return passed;
}

/** Asked of the registry; an answer that did not come is said aloud and counted as skipped. */
async function advisories(): Promise<Count> {
  const args = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=30000'];
  const { stdout } = spawnSync('npm', args, { cwd: projectRoot, encoding: 'utf8' });
  const answer = advisoriesIn(stdout ?? '');
  if (answer.kind === 'unasked') return leftOut(`whether packages have known faults (${answer.reason}).`);
  console.log(`${answer.high} package(s) with grave faults ${answer.names.join(', ')}`);
  return answer.high > 0 ? failed : passed;
}

async function hosts(): Promise<Count> {
  const servers = installServers();
  const missing = (['nginx', 'caddy'] as const).filter((name) => !servers[name]);
  return sum([
    await vitest('hosts'),
    ...missing.map((name) => leftOut(`the site on ${name}, which is not installed here.`)),
  ]);
}

const noChromium = 'no Chromium or Chrome is installed here, and CHROME_PATH names none.';

async function mainInChromium(): Promise<Count> {
  if (!installBrowsers(['chromium']).chromium) return leftOut(`the main journeys: ${noChromium}`);
  return vitest('journeys', mainJourneys.map(fileOf), { ENGINES: 'chromium' });
}

async function otherJourneys(): Promise<Count> {
  const { chromium, firefox, webkit } = installBrowsers(engineNames);
  if (!chromium) return leftOut(`all other journeys: ${noChromium}`);
  return sum([
    await vitest(
      'journeys',
      mainJourneys.map((name) => `--exclude=${fileOf(name)}`),
    ),
    ...(firefox ? [] : [leftOut('all journeys in Firefox, which is not installed here.')]),
    ...(webkit
      ? []
      : [leftOut('all journeys in WebKit: WebKitWebDriver, MiniBrowser and Xvfb are not all here.')]),
  ]);
}

async function mainInOthers(): Promise<Count> {
  const { firefox, webkit } = installBrowsers(['firefox', 'webkit']);
  const engines = [...(firefox ? ['firefox'] : []), ...(webkit ? ['webkit'] : [])];
  if (engines.length === 0) return leftOut('the main journeys in Firefox and WebKit, which are not here.');
  return vitest('journeys', inEveryEngine.map(fileOf), { ENGINES: engines.join(',') });
}

/** A run that crashed or executed no test has failed, whatever else it says. */
async function vitest(project: string, args: readonly string[] = [], env = {}): Promise<Count> {
  const file = join(freshFolder('count'), 'count.json');
  const options = { [countVariable]: file, ...env };
  const program = join(projectRoot, 'node_modules/.bin/vitest');
  const end = await runProgram(program, ['run', '--project', project, ...args], options);
  const count = countIn(file);
  if (end === (count.failed > 0 ? 1 : 0) && count.passed + count.failed > 0) return count;
  console.log(`Vitest ended with ${end} after ${count.passed} passed and ${count.failed} failed tests.`);
  return { ...count, failed: count.failed + 1 };
}

function countIn(file: string): Count {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Count;
  } catch {
    return nothing;
  }
}

/** Runs a program with its output shown as it comes; returns its exit code, or the signal that ended it. */
async function runProgram(program: string, args: readonly string[], env = {}): Promise<number | string> {
  const { child, pid } = await startGroup(program, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  running.add(pid);
  const [code, signal] = (await once(child, 'close')) as [number, null] | [null, string];
  running.delete(pid);
  forget(pid);
  return code ?? signal;
}

/** Asks first, so that Playwright can close its browsers, and insists after that. */
async function interrupt(signal: NodeJS.Signals): Promise<void> {
  isInterrupted = true;
  console.log(`\nEnding the tests (${signal})…`);
  for (const pid of running) await endGroup(pid, 'SIGTERM').catch(() => endGroup(pid));
}

function report(results: ReadonlyMap<Step, Count>): void {
  console.log('\nSummary');
  for (const [step, result] of results) console.log(`  ${signOf(result)} ${step.what}: ${inWords(result)}`);
  const total = sum([...results.values(), ...(values.after === undefined ? [] : [countOf(values.after)])]);
  for (const sentence of total.leftOut) console.log(`  Left out: ${sentence}`);
  console.log(`\n${inWords(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** The closing line of another run; one that it did not write has failed. */
function countOf(line: string): Count {
  const [, passed, failures, skipped = 0] =
    /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line) ?? [];
  return passed === undefined
    ? failed
    : { ...nothing, passed: Number(passed), failed: Number(failures), skipped: Number(skipped) };
}

const sum = (results: readonly Count[]): Count => ({
  passed: results.reduce((total, { passed }) => total + passed, 0),
  failed: results.reduce((total, { failed }) => total + failed, 0),
  skipped: results.reduce((total, { skipped }) => total + skipped, 0),
  leftOut: results.flatMap(({ leftOut }) => leftOut),
});

const signOf = ({ passed, failed }: Count): string => (failed > 0 ? '✖' : passed > 0 ? '✔' : '–');

const inWords = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

await main().catch(async (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  await removeRunFolder();
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
