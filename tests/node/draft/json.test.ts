import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/node/content';
import { jsonOf } from '../../../src/node/draft/json';

const facts = {
  source: { title: '标题', sha256: 'ab' },
  cards: [{ id: 'overview', section: 'not-stated', paragraphs: [1, 2] }],
  measures: [{ id: 'posts', quote: '建设9个警务站', override: { unit: 'post', why: 'Said before.' } }],
  claims: [
    { id: 'known', paragraph: 1 },
    { id: 'unknown', paragraph: 2 },
  ],
  names: [{ paragraph: 2, name: '365工作法' }],
};
const words = {
  items: [{ name: '甲', text: '乙' }],
  notes: ['这句话不长。', '这句话也不长。'],
  limits: [
    '这是一句很长很长的话，长得在一行里写不下，因为汉字占两格。',
    '这是另一句，和它放在一起就更写不下了。',
  ],
};

it('writes short lists and small entries of facts in one line', () => {
  expect(jsonOf(facts, true)).toContain(
    '{ "id": "overview", "section": "not-stated", "paragraphs": [1, 2] }',
  );
  expect(jsonOf(words)).toContain('"notes": ["这句话不长。", "这句话也不长。"]');
});

it.each([
  ['src/content/tiny/facts.json', jsonOf(facts, true)],
  ['locales/zh/articles/tiny.json', jsonOf(words)],
])('writes %s as the formatter leaves them', (name, text) => {
  const formatted = execFileSync(
    join(projectRoot, 'node_modules/.bin/biome'),
    ['format', `--config-path=${join(projectRoot, '.biome.json')}`, `--stdin-file-path=${name}`],
    { cwd: projectRoot, encoding: 'utf8', input: `${text}\n` },
  );
  expect(formatted).toBe(`${text}\n`);
});
