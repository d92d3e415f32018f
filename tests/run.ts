/**
 * All of `npm test`: types, lint, content, unit tests, the built site on real web servers and the journeys
 * through it in real browsers. A step that fails does not stop the next ones, so one run reports everything. The very last line
 * is always `N passed, N failed`; the exit code agrees with it.
 *
 * `npm test -- types unit` runs only the steps named.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { advisoriesIn } from './support/advisories';
import { findOrInstallBrowsers } from './support/browsers';
import { endGroup, endLeftovers, forget, track } from './support/processes';
import { removeRunFolder, runFolder } from './support/run-folder';
import { findOrInstallServers } from './support/servers';
import { buildSite } from './support/site';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  what: string;
  /** Steps that must have passed: without them this one could only repeat their failure. */
  needs?: readonly string[];
  run: () => Promise<Count>;
}

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The whole run keeps within 20 minutes: what is still going half a minute before is ended and has failed. */
const end = Date.now() + 19.5 * 60_000;

const passed: Count = { passed: 1, failed: 0, skipped: 0 };
const failed: Count = { passed: 0, failed: 1, skipped: 0 };

const steps: readonly Step[] = [
  { name: 'types', what: 'Types', run: () => check('tsc', '-b') },
  {
    name: 'lint',
    what: 'Lint and format',
    run: () => check('biome', 'ci', '--config-path=.biome.json', '.'),
  },
  { name: 'content', what: 'Content', run: () => check('tsx', 'src/node/check.ts') },
  { name: 'advisories', what: 'Known faults of packages', run: advisories },
  { name: 'unit', what: 'Unit and house tests', run: () => vitest('unit') },
  { name: 'build', what: 'Build of the site', run: build },
  { name: 'servers', what: 'Web servers', run: servers },
  { name: 'hosts', what: 'The site on web servers', needs: ['build', 'servers'], run: () => vitest('hosts') },
  { name: 'browsers', what: 'Browsers', run: browsers },
  {
    name: 'journeys',
    what: 'Journeys in real browsers',
    needs: ['build', 'browsers'],
    run: () => vitest('journeys'),
  },
];

let running: ChildProcess | undefined;

/** From then on the steps that are left are not begun. */
let isInterrupted = false;

async function main(): Promise<void> {
  runFolder();
  // The configuration is written without file extensions, as the rest of the code.
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupted);
  const started = Date.now();
  const results = await runAll(chosenSteps(process.argv.slice(2)));
  if (isInterrupted) return;
  await cleanUp();
  report(results, Date.now() - started);
}

function chosenSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `No step is called ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}.`,
    );
  }
  return names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));
}

async function runAll(chosen: readonly Step[]): Promise<Map<Step, Count>> {
  const results = new Map<Step, Count>();
  for (const step of chosen) {
    if (isInterrupted) break;
    const missing = [...results].find(
      ([before, { failed }]) => failed > 0 && step.needs?.includes(before.name),
    );
    results.set(step, missing ? notRun(step, missing[0]) : await runStep(step));
  }
  return results;
}

async function runStep(step: Step): Promise<Count> {
  console.log(`\n▶ ${step.what}`);
  const started = Date.now();
  const count = await step.run().catch((error: unknown) => {
    console.log(error instanceof Error ? error.message : error);
    return failed;
  });
  console.log(
    `${count.failed > 0 ? '✖' : '✔'} ${step.what}: ${inWords(count)} (${seconds(Date.now() - started)})`,
  );
  return count;
}

function notRun(step: Step, reason: Step): Count {
  console.log(`\n✖ ${step.what}: not run, because this failed: ${reason.what}`);
  return failed;
}

/** A command that either passes or fails as a whole. */
async function check(program: string, ...args: string[]): Promise<Count> {
  return (await runProgram(program, args)) === 0 ? passed : failed;
}

async function build(): Promise<Count> {
  console.log(`Built into ${await buildSite()}`);
  return passed;
}

/** Asked of the registry; an answer that did not come is said aloud and counted as skipped. */
async function advisories(): Promise<Count> {
  const args = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=30000'];
  const { stdout } = spawnSync('npm', args, { cwd: repository, encoding: 'utf8' });
  const answer = advisoriesIn(stdout ?? '');
  if (answer.kind === 'unasked') {
    console.log(`Whether packages have known faults was not found out: ${answer.reason}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  console.log(
    `${answer.high} package(s) with grave faults${answer.high > 0 ? `: ${answer.names.join(', ')}` : ''}`,
  );
  return answer.high > 0 ? failed : passed;
}

/** Found before the journeys, so that an installation shows and does not count as a test's time. */
async function browsers(): Promise<Count> {
  const { chromium, firefox, webkit } = findOrInstallBrowsers();
  for (const path of [chromium, firefox, webkit?.miniBrowser]) if (path) console.log(path);
  return passed;
}

/** nginx and caddy: without them the tests of the site on web servers run on the project's own alone. */
async function servers(): Promise<Count> {
  for (const path of Object.values(findOrInstallServers())) console.log(path);
  return passed;
}

async function vitest(project: string): Promise<Count> {
  const file = join(runFolder(), `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runProgram('vitest', ['run', '--project', project, ...reporters]);
  return countOf(file, code);
}

/** What `--reporter=json` writes, as far as it is counted here. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** A run that crashed, wrote no report or executed no test has failed, whatever else it says. */
function countOf(file: string, code: number | null): Count {
  const report = readReport(file);
  if (!report) {
    console.log('Vitest ended without a report.');
    return failed;
  }
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const count: Count = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const executedNothing = count.passed + count.failed === 0;
  if (executedNothing) console.log('Vitest executed no test.');
  const hiddenFailure = count.failed === 0 && (code !== 0 || executedNothing);
  return hiddenFailure ? { ...count, failed: 1 } : count;
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}

/** Runs a program of node_modules with its output shown as it comes; `null` when it had to be ended. */
async function runProgram(program: string, args: readonly string[]): Promise<number | null> {
  const child = spawn(join(repository, 'node_modules/.bin', program), args, {
    cwd: repository,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await once(child, 'spawn');
  const pid = child.pid as number;
  track(pid);
  running = child;
  const timer = setTimeout(
    () => void stop(pid, `${program} was ended: the time for the whole run is up.`),
    end - Date.now(),
  );
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  running = undefined;
  forget(pid);
  return code;
}

/** Asks first, so that Playwright can close its browsers, and insists after that. */
async function stop(pid: number, why: string): Promise<void> {
  console.log(why);
  await endGroup(pid, 'SIGTERM').catch(() => endGroup(pid));
}

async function cleanUp(): Promise<void> {
  const left = await endLeftovers();
  if (left > 0) console.log(`Ended ${left} process(es) that the tests had left running.`);
  await removeRunFolder();
}

async function interrupted(signal: NodeJS.Signals): Promise<void> {
  isInterrupted = true;
  if (running?.pid) await stop(running.pid, `\nEnding the tests (${signal})…`);
  await cleanUp();
  process.exit(130);
}

function report(results: ReadonlyMap<Step, Count>, time: number): void {
  const total: Count = { passed: 0, failed: 0, skipped: 0 };
  console.log(`\nSummary (${seconds(time)})`);
  for (const [step, count] of results) {
    console.log(`  ${count.failed > 0 ? '✖' : '✔'} ${step.what}: ${inWords(count)}`);
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
  if (total.skipped > 0) console.log(`  ${total.skipped} skipped`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function inWords({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

await main().catch(async (error: unknown) => {
  console.error(error);
  await removeRunFolder();
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
