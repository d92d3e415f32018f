import { describe, expect, it } from 'vitest';
import { ContentError, checkContent, loadContent } from '../../../src/node/content';
import { aContentTree, files } from './aContentTree';

describe('loadContent', () => {
  it('leaves out a report that is not released, which the check looks at all the same', () => {
    const tree = aContentTree();
    tree.put(files.facts, 'unpublished', true);
    expect(loadContent(tree.root).articles).toEqual([]);
    expect(checkContent(tree.root, tree.sourceDir).report.articles).toHaveLength(1);
  });

  it('reads articles, terms and the words of the interface', () => {
    const { articles, terms, ui } = loadContent(aContentTree().root);
    expect(articles.map(({ facts }) => facts.id)).toEqual(['tiny']);
    expect(articles[0]?.words.en.measures.posts?.unit).toBe('posts');
    expect(terms.facts[0]?.zh).toBe('信访');
    expect(terms.words.en.petition).toBe('Bringing a matter before an office.');
    expect(Object.keys(ui.zh)).toEqual(['figures', 'reader']);
    expect(ui.en.reader?.next).toBe('Read on');
  });

  it('reads the content of this project', () => {
    const { articles, terms, ui } = loadContent();
    expect(articles.map(({ facts }) => facts.id)).toContain('suizhou-2024');
    expect(terms.facts.length).toBeGreaterThan(0);
    expect(Object.keys(ui.zh)).toEqual(Object.keys(ui.en));
  });

  it('puts the newest article first', () => {
    const tree = aContentTree();
    const retell = (text: string) => text.replaceAll('tiny', 'later').replaceAll('2024', '2025');
    tree.write('src/content/later/facts.json', retell(tree.read(files.facts)));
    tree.write('locales/zh/articles/later.json', retell(tree.read(files.zh)));
    tree.write('locales/en/articles/later.json', retell(tree.read(files.en)));
    expect(loadContent(tree.root).articles.map(({ facts }) => facts.id)).toEqual(['later', 'tiny']);
  });

  it.each([files.en, files.terms, files.units, files.zhTerms, files.facts])(
    'names %s when it is missing',
    (file) => {
      const tree = aContentTree();
      tree.remove(file);
      expect(tree.lines()).toEqual([`${file}: expected a file, got nothing`]);
    },
  );

  it('refuses words whose article is gone', () => {
    const tree = aContentTree();
    tree.write('locales/en/articles/gone.json', '{}');
    expect(tree.lines()).toEqual([
      'locales/en/articles/gone.json: expected facts beside it in src/content/gone/facts.json, got nothing',
    ]);
  });

  it('refuses a project without articles', () => {
    const tree = aContentTree();
    for (const path of ['src/content/tiny', files.zh, files.en]) tree.remove(path);
    expect(tree.lines()).toEqual(['src/content: expected a folder for an article, got nothing']);
  });

  it('names the code point of what stands in a file, and every file at once', () => {
    const tree = aContentTree();
    tree.put(files.zh, 'cards.crime.title', '打击\u202e犯罪');
    tree.put(files.enUi, 'next', 'Read\u200b on');
    tree.put(files.enTerms, 'petition', 'One {{count}}.');
    tree.write(files.terms, Buffer.from([0xff]));
    expect(tree.lines()).toEqual([
      `${files.zh} cards.crime.title: expected no bidirectional control, got U+202E`,
      `${files.terms}: expected UTF-8, got a byte that is not, 0xFF at offset 0`,
      `${files.enUi} next: expected no invisible character, got U+200B`,
      `${files.enTerms} petition: expected no braces, got "{{count}}."`,
    ]);
  });

  it('throws one error for the faults of all files', () => {
    const tree = aContentTree();
    tree.drop(files.zh, 'kicker');
    tree.drop(files.en, 'kicker');
    expect(() => loadContent(tree.root)).toThrow(ContentError);
    expect(tree.lines()).toEqual(
      [files.zh, files.en].map((file) => `${file} kicker: expected this key, got nothing`),
    );
  });
});

describe('ContentError', () => {
  const fault = { file: 'a.json', path: 'a', expected: 'text', got: 'other', remedy: 'Write text.' };

  it('tells every fault with its remedy', () => {
    const lines = new ContentError(Array.from({ length: 130 }, () => fault)).message.split('\n');
    expect(lines).toHaveLength(260);
    expect(lines.slice(-2)).toEqual(['a.json a: expected text, got other', '    Remedy: Write text.']);
  });

  it('never repeats what cannot be seen', () => {
    const error = new ContentError([{ ...fault, path: '\u202ea', got: '\u001b[31m' }]);
    expect(error.message).toContain('a.json U+202Ea: expected text, got U+001B[31m');
  });
});
