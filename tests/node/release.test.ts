import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { policyOfBoth, stage, type Target } from '../../src/node/release';
import { policyOf } from '../../src/prerender/policy';
import { freshFolder } from '../support/run-folder';
import { aBuild, aPage } from './aBuild';

let target: Target;
beforeEach(() => {
  target = { folder: freshFolder('target'), base: '/' };
});

const day = 24 * 3600;

async function deploy(built: string, now?: number): Promise<void> {
  const staged = await stage(built, target, now);
  await staged.serve();
  await staged.removeEarlier();
}

const served = (file: string) => join(target.folder, 'current', target.base, file);
const textOf = (file: string) => readFileSync(served(file), 'utf8');
const timeOf = (file: string) => Math.floor(statSync(served(file)).mtimeMs / 1000);

/** A build with one script whose name says its edition. */
const edition = (name: string, more: Readonly<Record<string, string>> = {}) =>
  aBuild({ 'zh/index.html': aPage(`edition ${name}`), [`assets/app-${name}.js`]: `'${name}'`, ...more });

describe('a release', () => {
  it('is served whole, with compressed forms of its texts', async () => {
    await deploy(edition('a'));
    expect(textOf('zh/index.html')).toBe(aPage('edition a'));
    expect(brotliDecompressSync(readFileSync(served('zh/index.html.br'))).toString()).toBe(
      aPage('edition a'),
    );
    expect(gunzipSync(readFileSync(served('assets/app-a.js.gz'))).toString()).toBe("'a'");
  });

  it('is not served before it is whole', async () => {
    await deploy(edition('a'));
    const staged = await stage(edition('b'), target);
    expect(textOf('zh/index.html')).toBe(aPage('edition a'));
    expect(existsSync(served('assets/app-b.js'))).toBe(false);
    await staged.discard();
    expect(readdirSync(join(target.folder, 'releases')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is refused when the build is not whole', async () => {
    await expect(stage(aBuild({ 'sw.js': undefined }), target)).rejects.toThrow('it has no sw.js');
  });

  it('stands below its base path', async () => {
    target = { ...target, base: '/some/reader/' };
    await deploy(edition('a'));
    expect(existsSync(join(target.folder, 'current/some/reader/zh/index.html'))).toBe(true);
  });

  it('takes over by one step', async () => {
    await deploy(edition('a'));
    const before = readlinkSync(join(target.folder, 'current'));
    await deploy(edition('b'));
    expect(readlinkSync(join(target.folder, 'current'))).not.toBe(before);
    expect(existsSync(join(target.folder, before)), 'the release before is still there').toBe(true);
  });
});

describe('hashed files of earlier builds', () => {
  it('are served along with those of the new one', async () => {
    await deploy(edition('a'));
    await deploy(edition('b'));
    expect([textOf('assets/app-a.js'), textOf('assets/app-b.js')]).toEqual(["'a'", "'b'"]);
    expect(existsSync(served('assets/app-a.js.br'))).toBe(true);
  });

  it('are served for thirty days from when they were last needed, however many builds follow', async () => {
    const start = 1_800_000_000;
    await deploy(edition('a'), start);
    await deploy(edition('b'), start + 90 * day);
    await deploy(edition('c'), start + 91 * day);
    await deploy(edition('d'), start + 119 * day);
    expect(['a', 'b', 'c', 'd'].map((name) => existsSync(served(`assets/app-${name}.js`)))).toEqual([
      ...[true, true, true, true],
    ]);
    await deploy(edition('e'), start + 120 * day);
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => existsSync(served(`assets/app-${name}.js`)))).toEqual([
      ...[false, true, true, true, true],
    ]);
  });

  it('of the last build are served even when it is old', async () => {
    const start = 1_800_000_000;
    await deploy(edition('a'), start);
    await deploy(edition('b'), start + 365 * day);
    expect(existsSync(served('assets/app-a.js'))).toBe(true);
  });

  it('are not taken for pages: a page that is gone is gone', async () => {
    await deploy(edition('a', { 'zh/old/index.html': aPage('old') }));
    await deploy(edition('b'));
    expect(existsSync(served('zh/old/index.html'))).toBe(false);
  });
});

describe('the time of a file', () => {
  it('stays when the file stays, so that nobody fetches it again', async () => {
    await deploy(edition('a'), 1_800_000_000);
    await deploy(edition('b'), 1_800_000_000 + day);
    expect(timeOf('sw.js')).toBe(1_800_000_000);
    expect(timeOf('sw.js.br')).toBe(1_800_000_000);
  });

  it('grows with every change, however quickly one follows another', async () => {
    const times: number[] = [];
    for (const name of ['a', 'b', 'c']) {
      await deploy(edition(name), 1_800_000_000);
      times.push(timeOf('zh/index.html'));
      expect(timeOf('zh/index.html.br')).toBe(times.at(-1));
    }
    expect(times).toEqual([1_800_000_000, 1_800_000_001, 1_800_000_002]);
  });
});

describe('the folder of releases', () => {
  it('holds two, however many there were', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await deploy(edition(name));
    const names = readdirSync(join(target.folder, 'releases'));
    expect(names.toSorted()).toEqual(['3', '3.json', '4', '4.json']);
  });
});

describe('the policy for two builds', () => {
  it('allows the styles and the boot scripts of both and nothing more', () => {
    const [one, two] = [policyOf(['p{}'], ['boot()']), policyOf(['q{}'], ['other()'])];
    const both = policyOfBoth(two, one);
    const hashes = (policy: string) => policy.match(/'sha256-[^']+'/g) ?? [];
    expect(hashes(both).toSorted()).toEqual([...hashes(one), ...hashes(two)].toSorted());
    expect(both.replace(/ 'sha256-[^']+'/g, '')).toBe(two.replace(/ 'sha256-[^']+'/g, ''));
  });

  it('is the one policy where the styles are the same or there was no build before', () => {
    expect(policyOfBoth(policyOf(['p{}'], ['boot()']), policyOf(['p{}'], ['boot()']))).toBe(
      policyOf(['p{}'], ['boot()']),
    );
    expect(policyOfBoth(policyOf(['p{}'], ['boot()']), undefined)).toBe(policyOf(['p{}'], ['boot()']));
  });
});
