import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = join(import.meta.dirname, '../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yaolan-figures-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aFile(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function figures(...args: string[]) {
  const tsx = join(repository, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'src/node/figures.ts', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('figures', () => {
  it('prints the expressions of a file as a JSON array', () => {
    const { status, stdout, stderr } = figures(aFile('lamps.txt', '\n  修好340余盏灯\n'));
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual([
      {
        paragraph: 1,
        offset: 4,
        token: '340余',
        value: 340,
        unit: '盏',
        qualifier: 'more-than',
        isSpelled: false,
        class: 'measure',
      },
    ]);
  });

  it.each([
    ['no file named', () => [], 'Expected one file, got 0'],
    ['a file that is not there', () => [join(folder, 'none.txt')], 'none.txt: expected a readable text file'],
    [
      'bytes that are not UTF-8',
      () => [aFile('gbk.txt', Uint8Array.of(0xd6, 0xd0))],
      'gbk.txt: expected UTF-8',
    ],
  ])('refuses %s in one line, with nothing on stdout', (_, args, message) => {
    const { status, stdout, stderr } = figures(...args());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
