import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { languages } from '../../../src/core/language';
import { projectRoot } from '../../../src/node/content';
import { contentFolder, factsFileOf, readingsFileOf, wordsFileOf } from '../../../src/node/content/files';
import { jsonOf } from '../../../src/node/draft/json';
import { article } from '../../support/article';

const facts = {
  source: { title: '标题', sha256: 'ab' },
  cards: [{ id: 'overview', section: 'not-stated', paragraphs: [1, 2] }],
  measures: [
    { id: 'patrols', quote: '巡逻12次' },
    { id: 'posts', quote: '建设9个警务站', override: { unit: 'post', why: 'Said before.' } },
  ],
  claims: [
    { id: 'known', paragraph: 1 },
    { id: 'unknown', paragraph: 2 },
  ],
  names: [{ paragraph: 2, name: '365工作法' }],
};
const readings = {
  barred: [{ id: 'sum', why: 'x'.repeat(180), zh: '共', where: { cards: ['overview'] } }],
  kept: [{ quote: '发案', says: { en: 'cases' }, never: { zh: '破案 | 率' } }],
};
const words = {
  sections: { party: { title: '一', sourceTitle: '二' } },
  cards: { overview: { title: '概览' } },
  measures: { posts: { label: '警务站' }, mediators: { label: '调解员', lacks: '统计时点未说明' } },
  items: [{ name: '甲', text: '乙' }],
  notes: ['这句话不长。', '这句话也不长。'],
  limits: [
    '这是一句很长很长的话，长得在一行里写不下，因为汉字占两格。',
    '这是另一句，和它放在一起就更写不下了。',
  ],
};

it('gives a measure one line, and more if an override stands in it', () => {
  const text = jsonOf(facts, true);
  expect(text).toContain('\n    { "id": "patrols", "quote": "巡逻12次" },\n    {\n      "id": "posts",\n');
  expect(text).toContain('      "override": { "unit": "post", "why": "Said before." }\n');
});

it('gives cards and names of facts, and rules of readings, one line each where they fit', () => {
  expect(jsonOf(facts, true)).toContain(
    '{ "id": "overview", "section": "not-stated", "paragraphs": [1, 2] }',
  );
  const text = jsonOf(readings, true);
  expect(text).toContain('"where": { "cards": ["overview"] }\n');
  expect(text).toContain('{ "quote": "发案", "says": { "en": "cases" }, "never": { "zh": "破案 | 率" } }');
});

it('gives sections and measures of words one line each, but not cards', () => {
  const text = jsonOf(words);
  expect(text).toContain('\n    "posts": { "label": "警务站" },\n');
  expect(text).toContain('\n    "party": { "title": "一", "sourceTitle": "二" }\n');
  expect(text).toContain('"overview": {\n');
  expect(text).toContain('"notes": ["这句话不长。", "这句话也不长。"]');
});

it.each([
  ['src/content/tiny/facts.json', jsonOf(facts, true)],
  ['src/content/tiny/readings.json', jsonOf(readings, true)],
  ['locales/zh/articles/tiny.json', jsonOf(words)],
])('writes %s as the formatter leaves them', (name, text) => {
  const formatted = execFileSync(
    join(projectRoot, 'node_modules/.bin/biome'),
    ['format', `--config-path=${join(projectRoot, '.biome.json')}`, `--stdin-file-path=${name}`],
    { cwd: projectRoot, encoding: 'utf8', input: `${text}\n` },
  );
  expect(formatted).toBe(`${text}\n`);
});

it.each([
  factsFileOf(article),
  readingsFileOf(article),
  ...languages.map((language) => wordsFileOf(language, article)),
])('%s stands as a new draft would print it, so that drafting again moves no line', (file) => {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  expect(`${jsonOf(JSON.parse(text), file.startsWith(contentFolder))}\n`).toBe(text);
});
