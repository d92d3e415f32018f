import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/node/content';
import { aContentTree, type ContentTree, files } from './aContentTree';

const check = ({ root, sourceDir }: ContentTree) =>
  spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/node/check.ts', '--root', root, '--source', sourceDir],
    { cwd: projectRoot, encoding: 'utf8' },
  );

describe('npm run check', () => {
  it('tells what it has looked at and ends well', () => {
    const tree = aContentTree();
    const { status, stdout, stderr } = check(tree);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      'Articles: 1. Terms: 1. Interface words: 6 in each language. Gates: 31.',
      'tiny: 2 cards, 2 measures (2 headline), 3 ledger entries.',
      `  Compared with the source, its ledger made anew: ${tree.sourceDir}/tiny.txt.`,
      'No faults.',
      '',
    ]);
    expect(status).toBe(0);
  });

  it('says that the source is not at hand', () => {
    const tree = aContentTree();
    tree.remove('source');
    const { status, stdout } = check(tree);
    expect(stdout).toContain(`NOT compared with the source: ${tree.sourceDir}/tiny.txt is not at hand`);
    expect(status).toBe(0);
  });

  it('fails with one line for each fault', () => {
    const tree = aContentTree();
    tree.put(files.enUi, '/next', '');
    const { status, stderr } = check(tree);
    expect(stderr).toBe(`1 fault:\n  ${files.enUi} /next: expected a string that is not empty, got ""\n`);
    expect(status).toBe(1);
  });

  it('fails when the content cannot be read', () => {
    const tree = aContentTree();
    tree.write(files.en, '{');
    const { status, stdout, stderr } = check(tree);
    expect(stdout).toBe('The content could not be read.\n');
    expect(stderr).toBe(
      `1 fault:\n  ${files.en}: expected a key in double quotes, got the end of the file\n`,
    );
    expect(status).toBe(1);
  });
});
