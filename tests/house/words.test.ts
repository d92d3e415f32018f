import { describe, expect, it } from 'vitest';
import { stringsIn } from '../../src/node/content/strings';
import { filesIn, lineOf, type Node, nodesOf, parseCode, readText } from './sources';

/** Chinese has one plural form and English two: endings differ, stems agree. */
const stemsOf = (file: string): string[] =>
  [
    ...new Set(
      stringsIn(JSON.parse(readText(file))).map(({ path }) =>
        path.replace(/_(?:zero|one|two|few|many|other)$/, ''),
      ),
    ),
  ].sort();

const words = (language: string) =>
  filesIn(`locales/${language}`, /\.json$/).map((file) => file.replace(`locales/${language}/`, ''));

describe('the words', () => {
  it('stand in the same files in both languages', () => {
    expect(words('zh')).toEqual(words('en'));
    expect(words('zh').length).toBeGreaterThan(10);
  });

  // A gloss is a translation of the quoted phrase, so the source's own language has none.
  it.each(words('zh'))('have the same keys in both languages: %s', (file) => {
    const stems = (language: string) =>
      stemsOf(`locales/${language}/${file}`).filter((key) => !key.endsWith('.gloss'));
    expect(stems('zh')).toEqual(stems('en'));
  });

  it('have a note on where each file’s words appear', () => {
    const notes = JSON.parse(readText('locales/notes.json')) as Record<string, unknown>;
    const names = [...new Set(words('zh').map((file) => file.replace(/\.json$|\/.*/g, '')))];
    expect(Object.keys(notes).sort()).toEqual(names.sort());
    expect(Object.values(notes).filter((note) => typeof note !== 'string' || note.length < 10)).toEqual([]);
  });
});

/** Text that a reader or a screen reader would meet. */
const isWords = (text: string) => /\p{Script=Han}|\p{L}{2,}/u.test(text);

const spokenAttributes = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'content',
]);

const textOf = (value: unknown): string | undefined => {
  const node = value as Node | null;
  if (node?.type === 'JSXText' || node?.type === 'Literal')
    return typeof node.value === 'string' ? node.value : undefined;
  if (node?.type === 'JSXExpressionContainer') return textOf(node.expression);
  if (node?.type === 'TemplateLiteral')
    return (node.quasis as Node[]).map(({ value: part }) => (part as { raw: string }).raw).join('');
  return undefined;
};

/** Words in a component's own code: between tags, in spoken attributes, or any Chinese at all. */
function wordsIn(file: string, code = readText(file)): string[] {
  return [...nodesOf(parseCode(file, code))].flatMap(({ node, above }) => {
    const isSpoken =
      node.type === 'JSXText' ||
      (node.type === 'JSXExpressionContainer' && above?.type !== 'JSXAttribute') ||
      (node.type === 'JSXAttribute' && spokenAttributes.has(String((node.name as Node).name)));
    const text = textOf(node.type === 'JSXAttribute' ? node.value : node);
    if (text === undefined || !isWords(text)) return [];
    const isHan = /\p{Script=Han}/u.test(text) && node.type !== 'JSXExpressionContainer';
    return isSpoken || isHan ? [`${file}:${lineOf(code, node)}: "${text.trim()}" belongs in locales/`] : [];
  });
}

describe('the code of the app', () => {
  it('holds no words of its own', () => {
    const files = filesIn('src/app', /\.tsx?$/);
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => wordsIn(file))).toEqual([]);
  });

  it.each([
    'const a = <p>Read on</p>;',
    "const a = <p>{'Read on'}</p>;",
    'const a = <p>{`Read on`}</p>;',
    'const a = <button aria-label="Read on" />;',
    "const a = <img alt={'Read on'} />;",
    'const a = <p>读</p>;',
    "const a = language === 'zh' ? '读' : '';",
    'const a = `读`;',
  ])('would be found out: %s', (code) => {
    expect(wordsIn('a.tsx', code)).toHaveLength(1);
  });

  it.each([
    'const a = <p class="reader">· {t("reader:next")} ■ P{1}</p>;',
    'const a = <a href="zh/" lang="zh-Hans" data-live="status" />;',
    "const a = kind === 'ios' && /[中]/.test(x);",
  ])('may say: %s', (code) => {
    expect(wordsIn('a.tsx', code)).toEqual([]);
  });
});
