import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../../src/node/content';
import { readText } from '../house/sources';
import { endGroup, startGroup } from '../support/processes';
import { copyProject } from '../support/project';
import { freshFolder } from '../support/run-folder';

// A busy machine takes long to start a process; what a command says does not depend on it.
vi.setConfig({ testTimeout: 600_000 });

const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
/** The commands that are scripts of the project, by their names in package.json. */
const commands = Object.entries(scripts).flatMap(([name, command]) => {
  const [program, ...args] = command.split(' ');
  return program === 'tsx' ? [[name, args] as const] : [];
});

function run(args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    ...{ cwd: projectRoot, encoding: 'utf8' },
    env: { ...process.env, VITEST: '', ...env },
  });
  return { status, stdout, stderr };
}

it.each(commands)('npm run %s answers --help and does nothing else', (_name, args) => {
  const { status, stdout, stderr } = run([...args, '--help']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^(?:npm|npx) .*\n\n\S/);
});

it.each([
  ['--no-such-option', "Unknown option '--no-such-option'"],
  ['--record=yes', "Option '--record' does not take an argument"],
  ['--root', "Option '--root <value>' argument missing"],
  ['no-such-argument.txt', "Unexpected argument 'no-such-argument.txt'"],
])('a command refuses %s in one sentence', (given, sentence) => {
  expect(run(['src/node/check.ts', given])).toEqual({
    ...{ status: 1, stdout: '' },
    stderr: `${sentence}; usage: npm run check -- [--record] [--source DIR] [--root DIR] [--figures REPORT]\n`,
  });
});

describe('npm start', () => {
  const start = ['src/node/start.ts'];

  it('refuses a PORT that is none before it builds, in one sentence', () => {
    expect(run(start, { PORT: 'abc' })).toEqual({
      ...{ status: 1, stdout: '' },
      stderr: 'PORT: expected a whole number from 0 to 65535, got "abc"\n',
    });
  });

  it('says before it builds that a port is taken', async () => {
    const server = createServer().listen(0);
    const { port } = server.address() as AddressInfo;
    const { status, stdout, stderr } = run(start, { PORT: String(port) });
    server.close();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(new RegExp(`^Cannot serve on port ${port} .*; set PORT to another one\\.\n$`));
  });

  it('says where it is, what does not work in the network and how to stop it, and nothing of the bundler', async () => {
    const { child, pid } = await startGroup(process.execPath, ['--import', 'tsx', ...start], {
      ...{ cwd: copyProject(), stdio: ['ignore', 'pipe', 'inherit'] },
      env: { ...process.env, VITEST: '', PORT: '0', OUT_DIR: freshFolder('out') },
    });
    let said = '';
    for await (const text of child.stdout ?? []) {
      said += String(text);
      if (said.includes('stops it')) break;
    }
    const [, address = ''] = /(http:\S+)/.exec(said) ?? [];
    const { status } = await fetch(`${address}zh/`);
    await endGroup(pid);
    expect(status).toBe(200);
    expect(said.replace(/http:\S+/g, 'ADDRESS').split('\n')).toEqual([
      'Building …',
      'Yaolan is at ADDRESS',
      ...(said.includes('Other devices')
        ? [
            expect.stringMatching(/^Other devices in the local network find it at ADDRESS/),
            'There it can be read, but neither installed nor read offline: browsers allow that over HTTPS only.',
          ]
        : []),
      'Ctrl+C stops it.',
      '',
    ]);
  });
});
