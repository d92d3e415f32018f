import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { checkContent, projectRoot } from '../../../src/node/content';
import { factsFileOf, readingsFileOf, wordsFileOf } from '../../../src/node/content/files';
import { isUnwritten } from '../../../src/node/content/gaps';
import { articlesIn } from '../../../src/node/content/sheets';
import { draftReport } from '../../../src/node/draft/draftReport';
import { aProject } from './aDraft';

vi.setConfig({ testTimeout: 120_000 });

const folder = join(projectRoot, '../shared/source');

/** Real reports are no part of the project; without them nothing is asked here. */
describe.each([
  ['hubei-2026', 130],
  ['china-2024', 40],
])('the draft of %s', (slug, leastMeasures) => {
  const source = join(folder, `${slug}.txt`);

  it.runIf(existsSync(source))('passes every check but for what is left to write', async () => {
    const { root } = aProject();
    const outcome = await draftReport(root, source, slug);
    const { faults } = checkContent(root, folder);
    expect(faults.filter((fault) => !isUnwritten(fault))).toEqual([]);
    expect(faults).toHaveLength(outcome.gaps);
    expect(outcome.measures).toBeGreaterThan(leastMeasures);
    expect(outcome.cards).toBeGreaterThanOrEqual(15);
    expect(outcome.cards).toBeLessThanOrEqual(25);
  });

  it.runIf(existsSync(source))('is the same when it is drafted again', async () => {
    const { root } = aProject();
    const first = await draftReport(root, source, slug);
    const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
    const before = first.files.map(textOf);
    const second = await draftReport(root, source, slug);
    expect([second.added, second.gone, second.gaps]).toEqual([[], [], first.gaps]);
    expect(first.files.map(textOf)).toEqual(before);
  });

  it.runIf(existsSync(source))('quotes at most a clause, word for word', async () => {
    const { root } = aProject();
    await draftReport(root, source, slug);
    const { measures } = JSON.parse(readFileSync(join(root, `src/content/${slug}/facts.json`), 'utf8'));
    const text = readFileSync(source, 'utf8');
    for (const { quote } of measures as { quote: string }[]) {
      expect(text).toContain(quote);
      expect([...quote].length).toBeLessThanOrEqual(60);
    }
  });
});

const finished = articlesIn(projectRoot).filter((slug) => existsSync(join(folder, `${slug}.txt`)));

it.each(finished)('%s, which an editor has finished, is left as it is', async (slug) => {
  const { root } = aProject();
  const files = [factsFileOf(slug), readingsFileOf(slug), wordsFileOf('zh', slug), wordsFileOf('en', slug)];
  for (const file of files) cpSync(join(projectRoot, file), join(root, file));
  await draftReport(root, join(folder, `${slug}.txt`), slug);
  for (const file of files)
    expect(readFileSync(join(root, file), 'utf8')).toBe(readFileSync(join(projectRoot, file), 'utf8'));
});
