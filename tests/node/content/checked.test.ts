import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent, loadContent, projectRoot, recordChecks, sourceDirOf } from '../../../src/node/content';
import { parseChecked, staleness } from '../../../src/node/content/checked';
import { freshFolder } from '../../support/run-folder';

const record = {
  date: '2026-01-31',
  source: 'a'.repeat(64),
  facts: 'b'.repeat(64),
  matched: 3,
  measures: 3,
};

describe('the record of a comparison', () => {
  it.each([
    ['a date that is none', { ...record, date: 'today' }, '/date'],
    ['a hash that is none', { ...record, source: 'AB' }, '/source'],
    ['a count below nought', { ...record, matched: -1 }, '/matched'],
    ['an unknown key', { ...record, verified: true }, 'verified'],
  ])('refuses %s', (_, value, place) => {
    expect(() => parseChecked('checked.json', value)).toThrow(place);
  });

  it('is void once the facts have changed', () => {
    const [article] = loadContent().articles;
    const kept = loadContent().checked.get(article?.facts.id ?? '');
    if (!article || !kept) throw new Error('the article has no record of a comparison');
    expect(staleness(article.facts, kept)).toEqual([]);
    const changed = { ...article.facts, essentials: article.facts.essentials.slice(1) };
    expect(staleness(changed, kept)[0]?.expected).toContain('--record');
  });

  it('says that every figure of the article matches', () => {
    for (const { facts } of loadContent().articles) {
      expect(loadContent().checked.get(facts.id)).toMatchObject({
        matched: facts.measures.length,
        measures: facts.measures.length,
        source: facts.source.sha256,
      });
    }
  });
});

const sourceDir = sourceDirOf(projectRoot);
const isAtHand = existsSync(sourceDir);
if (!isAtHand) console.log('The source text is not at hand: recording a comparison is not tried.');

describe.runIf(isAtHand)('recording a comparison', () => {
  const copy = () => {
    const root = freshFolder('checked');
    for (const folder of ['src/content', 'locales']) {
      cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
    }
    return root;
  };

  it('counts a figure whose token has been altered as not matching', () => {
    const root = copy();
    const file = join(root, 'src/content/suizhou-2024/facts.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"token": "27.7%"', '"token": "28.7%"'));
    recordChecks(root, sourceDir, '2026-02-01');
    const kept = JSON.parse(readFileSync(join(root, 'src/content/suizhou-2024/checked.json'), 'utf8'));
    expect(kept).toMatchObject({ date: '2026-02-01', matched: 32, measures: 33 });
  });

  it('renews a record that was void', () => {
    const root = copy();
    const file = join(root, 'src/content/suizhou-2024/checked.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), facts: 'c'.repeat(64) }));
    expect(checkContent(root, sourceDir).faults).toHaveLength(1);
    recordChecks(root, sourceDir, '2026-02-01');
    expect(checkContent(root, sourceDir).faults).toEqual([]);
  });
});
