import { readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/node/content';
import { filesBelow } from '../../src/node/hosts';
import { integrityOf } from '../../src/prerender/policy';
import { addressesOf } from '../support/pages';
import { runGroup } from '../support/processes';
import { freshFolder } from '../support/run-folder';
import { installedServers, type OpenServer, openNginx } from '../support/servers';
import { buildSite } from '../support/site';
import { until } from '../support/until';
import { editionIn, editionOf } from './editions';

const built = await buildSite();
const deployments = 10;
const readers = 50;

/** Runs the command as a publisher does. */
const deploy = (
  from: string,
  to: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> =>
  runGroup(join(projectRoot, 'node_modules/.bin/tsx'), ['src/node/deploy.ts', to, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env, OUT_DIR: from, SITE_URL: '', BASE_PATH: '' },
  });

const allIn = (folder: string) =>
  filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]);

interface Got {
  readonly status: number;
  readonly policy: string;
  readonly body: Buffer;
}

const unpacked = (body: Buffer, encoding: string | undefined): Buffer =>
  encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;

/** As a browser asks: over a kept connection, and once more if the server had just closed it. */
function get(port: number, path: string, agent: Agent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip, br' };
    const options = { port, host: '127.0.0.1', path, agent, headers, rejectUnauthorized: false };
    const asked = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          policy: String(response.headers['content-security-policy']),
          body: unpacked(Buffer.concat(parts), response.headers['content-encoding']),
        }),
      );
    });
    asked.on('error', (error) => (asked.reusedSocket ? resolve(get(port, path, agent)) : reject(error)));
    asked.end();
  });
}

/** What a page needs: every address of this site that it names, and the names inside its scripts. */
const namesIn = (html: string): string[] => [
  ...new Set([
    ...[...html.matchAll(/(?:href|src)="(\/[^"#?]+\.\w+)"/g)].map(([, path = '']) => path),
    ...[...html.matchAll(/\/assets\/[\w.-]+\.\w+/g)].map(([path]) => path),
  ]),
];
const importsIn = (script: string): string[] => [
  ...new Set([...script.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, name]) => `/assets/${name}`)),
];

interface Read {
  pages: number;
  files: number;
  readonly faults: string[];
  readonly editions: Set<string>;
}

/** Fetches a page and everything it names; whatever is not as its page wants it is a fault. */
async function readPage(port: number, address: string, agent: Agent, read: Read): Promise<void> {
  const page = await get(port, address, agent);
  const html = page.body.toString();
  if (page.status !== 200) read.faults.push(`${address}: ${page.status}`);
  for (const [, styles = ''] of html.matchAll(/<style>([\s\S]*?)<\/style>/g)) {
    if (!page.policy.includes(`'${integrityOf(styles)}'`))
      read.faults.push(`${address}: its styles are blocked`);
  }
  // The reset page has one script and no import map.
  const map = /<script type="importmap">(.*?)<\/script>/.exec(html)?.[1];
  if (map && !page.policy.includes(`'${integrityOf(map)}'`))
    read.faults.push(`${address}: its import map is blocked`);
  const [, src = '', hash = ''] = /src="([^"]+)"[^>]*integrity="([^"]+)"/.exec(html) ?? [];
  const hashes: Record<string, string> = { ...(map && JSON.parse(map).integrity), [src]: hash };
  const seen = new Set<string>();
  const wanted = namesIn(html);
  const editions = new Set(wanted.filter((name) => name.startsWith('/assets/')).map(editionIn));
  if (editions.size !== 1) read.faults.push(`${address}: names of ${editions.size} editions`);
  for (const edition of editions) read.editions.add(edition);
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const file = await get(port, name, agent);
    read.files += 1;
    if (file.status !== 200) read.faults.push(`${address} → ${name}: ${file.status}`);
    if (name.endsWith('.js') && integrityOf(file.body) !== hashes[name])
      read.faults.push(`${address} → ${name}: altered`);
    if (name.endsWith('.js')) wanted.push(...importsIn(file.body.toString()));
  }
  read.pages += 1;
}

describe('a deployment', () => {
  it('says how it is asked for', async () => {
    const { code, said } = await deploy(built, '');
    expect(said).toContain('Say where to: npm run deploy -- FOLDER');
    expect([code, said.includes('Nothing was deployed')]).toEqual([1, true]);
  });

  it('is made in no folder of something else', async () => {
    const { code, said } = await deploy(built, projectRoot);
    expect([code, said.includes('holds something else')]).toEqual([1, true]);
  });

  it('is not made while the server does not know its headers', async () => {
    const target = freshFolder('target');
    expect((await deploy(editionOf(built, 0), target)).code).toBe(0);
    const next = editionOf(built, 1);
    const refused = await deploy(next, target);
    expect(refused.said).toContain('The headers have changed');
    expect([refused.code, refused.said.includes('is served still')]).toEqual([1, true]);
    // The publisher has the server read them and asks again.
    expect((await deploy(next, target)).said).toContain('Release 2 is served');
  });

  it('leaves what its publisher has filled in as it is, whether it is made or refused', async () => {
    const target = freshFolder('target');
    await deploy(editionOf(built, 0), target);
    const files = ['nginx/server.conf', 'caddy/Caddyfile'].map((file) => join(target, 'conf', file));
    for (const file of files) writeFileSync(file, `the publisher's ${readFileSync(file, 'utf8')}`);
    const filledIn = files.map((file) => readFileSync(file, 'utf8'));
    for (const [text, args] of [
      ['The headers have changed', []] as const,
      ['Release 2 is served', ['--reload', 'true']] as const,
    ]) {
      expect((await deploy(editionOf(built, 1), target, args)).said).toContain(text);
      expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(filledIn);
    }
  });

  it('puts the headers back and serves the last release where the server cannot be told', async () => {
    const target = freshFolder('target');
    await deploy(editionOf(built, 0), target);
    const before = allIn(join(target, 'conf'));
    const { code, said } = await deploy(editionOf(built, 1), target, ['--reload', 'false']);
    expect([code, said.includes('The command of --reload failed: false')]).toEqual([1, true]);
    expect(allIn(join(target, 'conf'))).toEqual(before);
    expect(readlinkSync(join(target, 'current'))).toBe('releases/1');
  });
});

describe.each(installedServers().nginx ? ['nginx'] : [])('readers on %s', () => {
  let server: OpenServer;
  let target = '';

  beforeAll(async () => {
    target = freshFolder('target');
    const { code, said } = await deploy(editionOf(built, 0), target);
    expect(said).toContain('Release 1 is served');
    expect(code).toBe(0);
    server = await openNginx({ conf: join(target, 'conf') });
  });
  afterAll(() => server?.stop());

  it('miss nothing while the site is deployed ten times', async () => {
    const editions = Array.from({ length: deployments }, (_, at) => editionOf(built, at + 1));
    const addresses = addressesOf(built);
    const read: Read = { pages: 0, files: 0, faults: [], editions: new Set() };
    let isOver = false;
    const reading = Array.from({ length: readers }, async (_, reader) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let turn = reader; !isOver; turn++) {
        const address = addresses[turn % addresses.length] ?? '/';
        await readPage(server.https, address, agent, read).catch((error: unknown) =>
          read.faults.push(`${address}: ${String(error)}`),
        );
      }
      agent.destroy();
    });
    const args = ['--reload', server.reload, '--site', `https://127.0.0.1:${server.https}/`];
    const trust = { NODE_EXTRA_CA_CERTS: server.certificate };
    try {
      await until(() => read.editions.size === 1, { what: 'a reader of the first release' });
      for (const [at, edition] of editions.entries()) {
        const { code, said } = await deploy(edition, target, args, trust);
        expect(said).toContain(`Release ${at + 2} is served`);
        expect(code).toBe(0);
        // On a busy machine nobody may have come to read it before the next.
        await until(() => read.editions.size === at + 2, { what: `a reader of release ${at + 2}` });
      }
    } finally {
      isOver = true;
      await Promise.all(reading);
    }
    console.log(
      `${readers} readers fetched ${read.pages} pages and ${read.files} files of ${read.editions.size} editions.`,
    );
    expect(read.faults).toEqual([]);
    expect(read.pages).toBeGreaterThan(readers);
    // They were there before the first deployment and after the last.
    expect(read.editions.size).toBe(deployments + 1);
  });
});
