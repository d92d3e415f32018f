import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { projectRoot } from '../../src/node/content';
import { aFile } from './manuscript/aFile';

function manuscript(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/node/manuscript.ts', ...args],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

it('prints what it read as JSON', () => {
  const { status, stdout, stderr } = manuscript(aFile('lamps.txt', '修灯记\n修好340余盏灯。\n'));
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual({
    text: '修灯记\n修好340余盏灯。\n',
    encoding: 'utf-8',
    dropped: [],
    format: 'text',
    paragraphs: [
      { line: 1, text: '修灯记', role: 'title' },
      { line: 2, text: '修好340余盏灯。', role: 'body', body: 1 },
    ],
  });
});

it('prints the text alone, byte for byte as it is compared later', () => {
  const { stdout } = manuscript(aFile('lamps.txt', '修灯记\n修好340余盏灯。\n'), '--text');
  expect(stdout).toBe('修灯记\n修好340余盏灯。\n');
});

it.each([
  ['no file', [], 'Expected one file, got 0'],
  ['a file that is not there', ['none.txt'], 'none.txt: expected a readable file, got ENOENT'],
  ['another ending', ['README.md'], 'README.md: expected a file that ends in'],
])('refuses %s in one line, with nothing on stdout', (_, args, message) => {
  const { status, stdout, stderr } = manuscript(...args);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
