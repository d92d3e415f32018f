import { execSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';
import { join, resolve } from 'node:path';
import { commandLine, fail, UsageError } from './commandLine';
import { securityHeaders } from './headers';
import { hostedIn, writeHostFiles } from './hosts';
import { type Hosted, isSecureHost } from './hosts/host';
import { policyOfBoth, stage } from './release';
import { buildSettings } from './settings';

const { values, positionals } = commandLine(
  `npm run deploy -- FOLDER [--reload 'COMMAND'] [--site ADDRESS]

Makes a release of the built site in a folder and serves it from FOLDER/current. Where the headers change, the server
has to know them before the pages change.
  --reload 'COMMAND'  makes the server read its configuration anew, such as 'nginx -s reload'
  --site ADDRESS      is asked until it says the new headers; only then the pages change
SITE_URL, BASE_PATH and OUT_DIR are those of the build.`,
  { options: { reload: { type: 'string' }, site: { type: 'string' } }, allowPositionals: true },
);

async function main(): Promise<void> {
  const [given] = positionals;
  if (!given || positionals.length > 1) {
    throw new UsageError("Say where to: npm run deploy -- FOLDER [--reload 'COMMAND'] [--site ADDRESS]");
  }
  const { site } = values;
  if (site !== undefined && !/^https?:\/\/./.test(site)) {
    throw new UsageError(`--site: expected an address such as https://example.org/, got "${site}"`);
  }
  const folder = resolve(given);
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length > 0 && !names.includes('releases')) {
    throw new UsageError(
      `${folder} holds something else; name an empty folder, or one of earlier deployments.`,
    );
  }
  await mkdir(join(folder, 'releases'), { recursive: true });
  await withLock(folder, () => deploy(folder));
}

async function deploy(folder: string): Promise<void> {
  const { base, origin, outDir } = buildSettings();
  const staged = await stage(outDir, { folder, base });
  const { release, last } = staged;
  const root = join(folder, 'current');
  const conf = join(folder, 'conf');
  const policy = policyOfBoth(release.policy, last?.policy);
  const host = { ...hostedIn(outDir, { base, origin, root }), policy };
  const written = writeHostFiles(conf, host);
  if (last && written.isChanged && values.reload === undefined) {
    await staged.discard();
    throw new UsageError(
      `The headers have changed: ${conf} holds those for this build and for the last. Have the server read them and run the same command again; or name the command that has it do so with --reload.`,
    );
  }
  try {
    if (last) await tellServer(host);
    await staged.serve();
  } catch (error) {
    await staged.discard();
    written.restore();
    throw error;
  }
  console.log(`Release ${release.id} is served from ${root}`);
  await staged.removeEarlier().catch((error: unknown) => {
    console.warn(`Earlier releases could not be removed from ${folder}: ${String(error)}`);
  });
  if (!last) {
    console.log(
      `Check name and certificate in ${conf}, in nginx/server.conf or caddy/Caddyfile; later deployments leave both as they are.`,
    );
  }
}

/** Makes the server read its configuration, and waits until the site sends the new policy. */
async function tellServer(host: Hosted): Promise<void> {
  const { reload, site } = values;
  if (reload !== undefined) run(reload);
  const { 'Content-Security-Policy': policy = '' } = securityHeaders(host.policy, {
    isSecure: isSecureHost(host),
  });
  if (site !== undefined) await untilSaid(policy, site);
}

function run(command: string): void {
  try {
    execSync(command, { stdio: 'inherit' });
  } catch (cause) {
    throw new UsageError(`The command of --reload failed: ${command}`, { cause });
  }
}

/** Asks the site for its policy over a new connection. */
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
const mostRequests = 600;

/**
 * Waits for twenty right answers in a row, because processes with the old configuration also
 * answer while a server reloads.
 */
async function untilSaid(policy: string, site: string): Promise<void> {
  let times = 0;
  for (let asked = 0; times < inARow; asked++) {
    if (asked === mostRequests)
      throw new UsageError(`${site} does not say the new headers; the last release is still served.`);
    times = (await policyAt(site)) === policy ? times + 1 : 0;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Lets one deployment at a time into a folder; two would take the same number for their releases. */
async function withLock(folder: string, work: () => Promise<void>): Promise<void> {
  const lock = join(folder, '.deploying');
  await writeFile(lock, String(process.pid), { flag: 'wx' }).catch(async (cause: unknown) => {
    const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (isAlive(owner)) throw new UsageError(`Process ${owner} is deploying into ${folder}.`, { cause });
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
  fail(error);
  console.error('Nothing was deployed; what was served is served still.');
});
