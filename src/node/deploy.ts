import { execSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { securityHeaders } from './headers';
import { filesBelow, hostedIn, writeHostFiles } from './hosts';
import { isSecureHost } from './hosts/host';
import { policyOfBoth, stage } from './release';
import { buildSettings } from './settings';

/**
 * `npm run deploy -- FOLDER`: makes a release of the built site in the folder and serves it. Where the
 * headers change, the server has to know them before the pages change.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { reload: { type: 'string' }, site: { type: 'string' } },
    allowPositionals: true,
  });
  const [given] = positionals;
  if (!given || positionals.length > 1) {
    throw new Error("Say where to: npm run deploy -- FOLDER [--reload 'COMMAND'] [--site ADDRESS]");
  }
  const folder = resolve(given);
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length > 0 && !names.includes('releases')) {
    throw new Error(`${folder} holds something else; name an empty folder, or one of earlier deployments.`);
  }
  await mkdir(join(folder, 'releases'), { recursive: true });
  await alone(folder, () => deploy(folder, values));
}

interface Options {
  /** What makes the server read its configuration anew. */
  readonly reload?: string;
  /** Where the site is asked whether it says the new headers. */
  readonly site?: string;
}

async function deploy(folder: string, { reload, site }: Options): Promise<void> {
  const { base, origin, outDir } = buildSettings();
  const staged = await stage(outDir, { folder, base });
  const { release, last } = staged;
  const built = hostedIn(outDir, { base, origin });
  const host = { ...built, policy: policyOfBoth(release.policy, last?.policy) };
  const conf = join(folder, 'conf');
  const before = await textOf(conf);
  writeHostFiles(conf, host);
  const isChanged = last !== undefined && before !== (await textOf(conf));
  if (isChanged && reload === undefined) {
    await staged.discard();
    throw new Error(
      `The headers have changed. Have the server read ${conf} anew, then run the same command again; or name the command that does it with --reload.`,
    );
  }
  if (isChanged && reload !== undefined) {
    execSync(reload, { stdio: 'inherit' });
    const { 'Content-Security-Policy': policy = '' } = securityHeaders(host.policy, {
      isSecure: isSecureHost(host),
    });
    if (site !== undefined) await untilSaid(policy, site);
  }
  await staged.serve();
  console.log(`Release ${release.id} is served from ${join(folder, 'current')}`);
}

/** All configuration in one text; empty where there is none. */
async function textOf(folder: string): Promise<string> {
  try {
    const files = filesBelow(folder);
    return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\0');
  } catch {
    return '';
  }
}

/** What the site says its policy is, over a connection of its own. */
function policyAt(site: string): Promise<string | undefined> {
  const get = site.startsWith('https:') ? getSecure : getPlain;
  return new Promise((resolve) => {
    const asked = get(site, { agent: false, timeout: 5_000 }, (response) => {
      response.resume();
      resolve(String(response.headers['content-security-policy']));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
  });
}

const inARow = 20;
const tries = 600;

/** A server that reads its configuration anew answers with the old one for a moment, by turns. */
async function untilSaid(policy: string, site: string): Promise<void> {
  let times = 0;
  for (let asked = 0; times < inARow; asked++) {
    if (asked === tries)
      throw new Error(`${site} does not say the new headers; the last release is still served.`);
    times = (await policyAt(site)) === policy ? times + 1 : 0;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Two deployments into one folder would take the same number. */
async function alone(folder: string, work: () => Promise<void>): Promise<void> {
  const lock = join(folder, '.deploying');
  await writeFile(lock, String(process.pid), { flag: 'wx' }).catch(async (cause: unknown) => {
    const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (isAlive(owner)) throw new Error(`Process ${owner} is deploying into ${folder}.`, { cause });
    await writeFile(lock, String(process.pid));
  });
  try {
    await work();
  } finally {
    await rm(lock, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error('Nothing was deployed; what was served is served still.');
  process.exitCode = 1;
});
