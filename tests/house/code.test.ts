import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/node/content';
import { stringsIn } from '../../src/node/content/strings';
import { unseenIn } from '../support/unseen';
import { type Node, nodesOf, parseCode, readText, textFiles } from './sources';

/** Text that a reader or a screen reader would meet. */
const isWords = (text: string) => /\p{Script=Han}|\p{L}{2,}/u.test(text);

const spokenAttributes =
  /^(?:title|alt|placeholder|label|content|aria-(?:label|description|roledescription|valuetext))$/;

function textOf(value: unknown): string | undefined {
  const node = value as Node | null;
  if (node?.type === 'JSXText' || node?.type === 'Literal')
    return typeof node.value === 'string' ? node.value : undefined;
  if (node?.type === 'JSXExpressionContainer') return textOf(node.expression);
  if (node?.type === 'TemplateLiteral')
    return (node.quasis as Node[]).map(({ value: part }) => (part as { raw: string }).raw).join('');
  return undefined;
}

/** Words in a component's own code: between tags, in spoken attributes, or any Chinese at all. */
function wordsIn(file: string, code = readText(file)): string[] {
  return [...nodesOf(parseCode(file, code))].flatMap(({ node, above }) => {
    const isSpoken =
      node.type === 'JSXText' ||
      (node.type === 'JSXExpressionContainer' && above?.type !== 'JSXAttribute') ||
      (node.type === 'JSXAttribute' && spokenAttributes.test(String((node.name as Node).name)));
    const text = textOf(node.type === 'JSXAttribute' ? node.value : node);
    if (text === undefined || !isWords(text)) return [];
    const isHan = /\p{Script=Han}/u.test(text) && node.type !== 'JSXExpressionContainer';
    const line = code.slice(0, node.start).split('\n').length;
    return isSpoken || isHan ? [`${file}:${line}: "${text.trim()}" belongs in locales/`] : [];
  });
}

describe('the code of the app', () => {
  it('holds no words of its own', () => {
    const files = textFiles.filter((file) => /^src\/app\/.*\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => wordsIn(file))).toEqual([]);
  });

  it.each([
    'const a = <p>Read on</p>;',
    "const a = <p>{'Read on'}</p>;",
    'const a = <button aria-label="Read on" />;',
    "const a = language === 'zh' ? '读' : '';",
  ])('would be found out: %s', (code) => {
    expect(wordsIn('a.tsx', code)).toHaveLength(1);
  });

  it('may name things that nobody reads', () => {
    const code =
      'const a = <p class="reader" lang="zh-Hans">· {t("reader:next")} ■ P{1} {/[中]/.test(x)}</p>;';
    expect(wordsIn('a.tsx', code)).toEqual([]);
  });
});

describe('the project', () => {
  /** The source texts are no part of the project; where they lie beside it, nothing of ours may copy them. */
  const source = join(projectRoot, '..', 'shared', 'source', 'suizhou-2024.txt');
  const tooLong = 34;
  const runsOf = (han: string) =>
    Array.from({ length: Math.max(0, han.length - tooLong + 1) }, (_, from) =>
      han.slice(from, from + tooLong),
    );
  const hanOf = (text: string) => text.normalize('NFKC').replace(/[^\p{Script=Han}\d]/gu, '');

  it('holds no character that turns or hides text', () => {
    expect(textFiles.flatMap((file) => unseenIn(file, readText(file)))).toEqual([]);
    expect(unseenIn('a.ts', 'const a = 1;\nconst b\u202E = 2;')).toEqual(['a.ts:2: U+202E']);
  });

  it('names no path of one machine', () => {
    // Written in two halves, so that this file is not its own first find.
    const parts = ['/wo' + 'rk/', '/tmp/ba' + 'sh', '/ho' + 'me/\\w', '/Us' + 'ers/\\w', 'C:' + '\\\\'];
    const machine = new RegExp(`.*(?:${parts.join('|')}).*`, 'g');
    const found = textFiles
      .filter((file) => file !== 'package-lock.json')
      .flatMap((file) => (readText(file).match(machine) ?? []).map((line) => `${file}: ${line.trim()}`));
    expect(found).toEqual([]);
  });

  it.runIf(existsSync(source))(`carries no ${tooLong} characters in a row of the source`, () => {
    const runs = new Set(runsOf(hanOf(readFileSync(source, 'utf8'))));
    const copied = textFiles.flatMap((file) => {
      const text = readText(file);
      const strings = file.endsWith('.json')
        ? stringsIn(JSON.parse(text)).map((each) => each.text)
        : text.split(/\n\s*\n/);
      return strings
        .flatMap((each) =>
          runsOf(hanOf(each))
            .filter((run) => runs.has(run))
            .slice(0, 1),
        )
        .map((run) => `${file}: ${run}`);
    });
    expect(copied).toEqual([]);
  });
});
