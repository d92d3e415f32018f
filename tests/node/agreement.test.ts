import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/node/content';
import { freshFolder } from '../support/run-folder';

const folder = freshFolder('agreement');

function aFile(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function agreement(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/node/agreement.ts', ...args],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const head = 'paragraph\tzh\ten';

describe('agreement', () => {
  it('says for each file how many figures agree, and lists those that differ', () => {
    const file = aFile(
      'lamps.tsv',
      head,
      '1\t增长30%\tIt grew by 30 percent.',
      '2\t花去5亿元\tIt cost a lot.',
    );
    expect(agreement(file)).toEqual({
      ...{ status: 0, stderr: '' },
      stdout: [
        'lamps.tsv: 1 of 2 figures agree (50.0 %), 0 of them in another sentence',
        '  paragraph 2: 5亿, printed 500 million: the translation leaves it out',
        '',
      ].join('\n'),
    });
  });

  it('compares every measure on request', () => {
    const file = aFile('posts.tsv', head, '1\t点亮30盏灯\t30 lamps were lit.');
    expect(agreement(file).stdout).toContain('0 of 0 figures');
    expect(agreement('--all', file).stdout).toContain('1 of 1 figures');
  });

  it.each([
    ['no file', () => [], 'Expected a file, got none; usage: npm run agreement -- [--all] FILE.tsv …'],
    [
      'other columns',
      () => [aFile('other.tsv', 'zh\ten')],
      'other.tsv: expected the columns paragraph, zh, en, parted by tabs, got "zh\ten"',
    ],
    [
      'a line without its translation',
      () => [aFile('short.tsv', head, '1\t增长30%')],
      'short.tsv: expected 3 columns in line 2, got "1\t增长30%"',
    ],
    ['a file that is not there', () => [join(folder, 'none.tsv')], 'no such file'],
  ])('refuses %s in one line, with nothing on stdout', (_, args, message) => {
    const { status, stdout, stderr } = agreement(...args());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
