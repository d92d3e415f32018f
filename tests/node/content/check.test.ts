import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent, projectRoot, recordComparison } from '../../../src/node/content';
import { aContentTree, type ContentTree, files } from './aContentTree';

const check = ({ root, sourceDir }: ContentTree, ...args: string[]) =>
  spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/node/check.ts', '--root', root, '--source', sourceDir, ...args],
    { cwd: projectRoot, encoding: 'utf8', env: { ...process.env, SOURCE_DIR: undefined } },
  );

const { facts, en, enUi } = files;

describe('npm run check', () => {
  it('tells what it has looked at and ends well', () => {
    const tree = aContentTree();
    const { status, stdout, stderr } = check(tree);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      'Articles: 1. Terms: 1. Interface words: 6 in each language. Gates: 37.',
      'tiny: 2 cards, 2 measures (2 headline), 3 ledger entries.',
      `  Compared with the source, its ledger made anew: ${tree.sourceDir}/tiny.txt.`,
      'No faults.',
      '',
    ]);
    expect(status).toBe(0);
  });

  it('prints what is read of each figure, though no word is written yet', () => {
    const tree = aContentTree();
    tree.write(en, '{}');
    const { status, stdout, stderr } = check(tree, '--figures', 'tiny');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      'id         value  unit     qualifier  modifiers     direction  kind         status  period      comparedWith   scope  quote',
      'clearance  27.7   percent  exact      year-on-year  up         rate-change  result  2024        previous-year  city   破案率同比上升27.7%',
      'posts      9      post     exact      -             none       count        result  not-stated  none           city   建设9个警务站',
      '',
    ]);
  });

  it('names the reports whose figures it could print', () => {
    const { status, stdout, stderr } = check(aContentTree(), '--figures', 'huge');
    expect([status, stdout, stderr]).toEqual([1, '', '--figures: expected one of tiny, got "huge"\n']);
  });

  it('fails with every fault and its remedy', () => {
    const tree = aContentTree();
    tree.put(enUi, 'next', '');
    tree.put(en, 'measures.posts.unit', 'stations');
    const { status, stderr } = check(tree);
    expect(stderr.split('\n')).toEqual([
      '2 faults:',
      `  ${en} measures.posts.unit: expected posts for the unit post, got stations`,
      '      Remedy: Correct the word or the code of the unit, or list its words under units in readings.json, as in { "unit": "item", "word": "model", "zh": "个", "en": "models" }; "word" is what the English says for the code.',
      `  ${enUi} next: expected a string that is not empty, got ""`,
      '      Remedy: Say the same in both languages.',
      '',
    ]);
    expect(status).toBe(1);
  });

  it('fails when the content cannot be read', () => {
    const tree = aContentTree();
    tree.write(en, '{');
    const { status, stdout, stderr } = check(tree);
    expect(stdout).toBe('The content could not be read.\n');
    expect(stderr).toContain(`  ${en}: expected a key in double quotes, got the end of the file\n`);
    expect(status).toBe(1);
  });

  it('records no comparison while there are faults', () => {
    const tree = aContentTree();
    tree.put(enUi, 'next', '');
    const { status, stderr } = check(tree, '--record');
    expect(stderr).toContain('Nothing recorded: mend the faults first.');
    expect(status).toBe(1);
    expect(existsSync(join(tree.root, files.checked))).toBe(false);
  });

  it('says what to do once the record is void', () => {
    const tree = aContentTree();
    recordComparison(tree.root, checkContent(tree.root, tree.sourceDir), '2026-02-01');
    tree.put(facts, 'essentials', ['posts']);
    const { status, stdout } = check(tree);
    expect(stdout).toContain('npm run check -- --record renews the record');
    expect(status).toBe(0);
  });

  it('compares and records', () => {
    const tree = aContentTree();
    const { status, stdout } = check(tree, '--record');
    expect(stdout).toContain(`Compared and recorded: ${files.checked}`);
    expect(status).toBe(0);
  });

  it.each([
    ['a folder that does not exist', '/nowhere', '/nowhere, which does not exist'],
    ['a folder without the source of an article', projectRoot, `${projectRoot}, which has none`],
  ])('refuses %s in one sentence', (_name, folder, got) => {
    const { status, stdout, stderr } = check({ ...aContentTree(), sourceDir: folder });
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `The source: expected a folder with the source text of an article (tiny.txt), got ${got}; correct SOURCE_DIR or --source, or leave it out to check without the source.\n`,
    );
    expect(status).toBe(1);
  });

  it('refuses an unknown argument in one sentence', () => {
    const { status, stderr } = check(aContentTree(), '--recrod');
    expect(stderr).toMatch(/^Unknown option '--recrod'; usage: npm run check -- .*\n$/);
    expect(status).toBe(1);
  });
});
