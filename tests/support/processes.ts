import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from './run-folder';
import { until } from './until';

/**
 * Every browser, driver and display that the tests start is written down by its id, so that it can be ended
 * by its id even when the test that started it died. Nothing is ever ended by its name: other people's
 * browsers may run on the same machine.
 */
const ledger = (): string => join(runFolder(), 'processes');

/** Starts a program that leads its own group, so that its children can be ended with it, and writes it down. */
export async function startGroup(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<{ child: ChildProcess; pid: number }> {
  const child = spawn(program, args, { ...options, detached: true });
  await once(child, 'spawn');
  const pid = child.pid as number;
  track(pid);
  return { child, pid };
}

/** Runs a program to its end and returns with all it said. */
export async function runGroup(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<{ code: number | null; said: string }> {
  const { child, pid } = await startGroup(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(String(text)));
  const [code] = (await once(child, 'close')) as [number | null];
  forget(pid);
  return { code, said: said.join('') };
}

function track(pid: number): void {
  mkdirSync(ledger(), { recursive: true });
  writeFileSync(join(ledger(), String(pid)), startOf(pid));
}

/** Ends a tracked process together with everything it started, and waits until it is gone. */
export async function endGroup(pid: number, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  signalGroup(pid, signal);
  await until(() => !isAlive(pid), { what: `process ${pid} to end after ${signal}` });
  // The leader may be gone before its children are.
  signalGroup(pid, 'SIGKILL');
  forget(pid);
}

/** For processes that have ended in an orderly way. */
export function forget(pid: number): void {
  rmSync(join(ledger(), String(pid)), { force: true });
}

/** Ends what crashed tests left running; says how many there were. */
export async function endLeftovers(): Promise<number> {
  const left = trackedPids().filter((pid) => wasStartedByUs(pid));
  await Promise.all(left.map((pid) => endGroup(pid)));
  return left.length;
}

/**
 * Runs `launch` and returns with its result the process it started, recognised by an argument that no other
 * process has (the profile folder). Playwright does not tell a browser's process id, but Node announces
 * every child process on this channel. It is written down at its start already, because a launch may fail
 * or be interrupted halfway.
 */
export async function launchWatched<T>(
  argument: string,
  launch: () => Promise<T>,
): Promise<{ launched: T; pid: number }> {
  let pid: number | undefined;
  const watch = (message: unknown): void => {
    const child = (message as { process: ChildProcess }).process;
    child.once('spawn', () => {
      if (child.pid === undefined || !child.spawnargs.some((given) => given.includes(argument))) return;
      pid = child.pid;
      track(pid);
    });
  };
  diagnostics.subscribe('child_process', watch);
  try {
    const launched = await launch();
    if (pid === undefined) throw new Error(`The browser with ${argument} started without a process id.`);
    return { launched, pid };
  } finally {
    diagnostics.unsubscribe('child_process', watch);
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already, which is what was wanted.
  }
}

function trackedPids(): number[] {
  try {
    return readdirSync(ledger()).map(Number);
  } catch {
    return [];
  }
}

/** The system gives ids out again, so the moment of the start has to agree too. */
function wasStartedByUs(pid: number): boolean {
  return isAlive(pid) && readFileSync(join(ledger(), String(pid)), 'utf8') === startOf(pid);
}

/** A process that ended but was not yet collected by its parent still answers to signals. */
const isZombie = (pid: number): boolean => statOf(pid)[0] === 'Z';

/** When the process started, in clock ticks since boot; empty where there is no /proc. */
const startOf = (pid: number): string => statOf(pid)[19] ?? '';

/** The fields of /proc/<pid>/stat from the third on (the second, a name in brackets, may hold spaces). */
function statOf(pid: number): string[] {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
