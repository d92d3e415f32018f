import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManuscript } from '../../../src/node/manuscript/readManuscript';
import { aFile, read, refusalOf, report } from './aFile';

const text = report.join('\n');

/** Node encodes no GB 18030, so each character is looked up in the table that decodes it. */
function inGb18030(words: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from(
    [...words].flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]),
  );
}

const withMark = (mark: readonly number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);
const bigEndian = () => Buffer.from(text, 'utf16le').swap16();

describe('a text file', () => {
  it.each([
    ['UTF-8', 'utf-8', () => Buffer.from(text)],
    ['UTF-8 with a mark', 'utf-8', () => withMark([0xef, 0xbb, 0xbf], Buffer.from(text))],
    ['GB 18030', 'gb18030', () => inGb18030(text)],
    ['UTF-16, little end first', 'utf-16le', () => withMark([0xff, 0xfe], Buffer.from(text, 'utf16le'))],
    ['UTF-16, big end first', 'utf-16be', () => withMark([0xfe, 0xff], bigEndian())],
  ])('is read in %s', async (_, encoding, bytes) => {
    expect(await read('a.txt', bytes())).toMatchObject({ format: 'text', encoding, text, dropped: [] });
  });

  it('keeps its characters; lines end with a line feed', async () => {
    const odd = '　　去年ＡＢ①②修桥３座︐e\u0301。\r\n\r\n修路两条。\r';
    expect((await read('a.TXT', odd)).text).toBe('　　去年ＡＢ①②修桥３座︐e\u0301。\n\n修路两条。\n');
  });

  it('tells the roles of its paragraphs', async () => {
    const { paragraphs } = await read('a.txt', text);
    expect(paragraphs.map(({ role }) => role)).toEqual(['title', 'byline', 'body', 'heading', 'body']);
  });

  it.each([
    ['UTF-16 without a mark', Buffer.from('修桥。', 'utf16le'), 'got bytes that are none of these'],
    ['Big5', Uint8Array.of(0xad, 0xd7, 0xbe, 0xf4, 0xa1, 0x43), 'got bytes that are none of these'],
    ['Western bytes', Buffer.from('caf\xe9 d\xe9j\xe0.', 'latin1'), 'got bytes that are none of these'],
    ['UTF-8 that is cut off', Buffer.from(text).subarray(0, -4), 'got bytes that are none of these'],
    [
      'a mark of UTF-8 before other bytes',
      withMark([0xef, 0xbb, 0xbf], inGb18030(text)),
      'got a mark of UTF-8',
    ],
    ['U+FFFD', '修桥\uFFFD座。', 'got U+FFFD in line 1'],
    ['control characters', '修桥。\n修\u0000路\u0007。', 'got U+0000 in line 2, U+0007 in line 2'],
    ['private characters', '修桥\uE005座。', 'got U+E005 in line 1'],
    ['characters that turn the text around', '修桥\u202E003座。', 'got U+202E in line 1'],
    ['radicals for characters', '修桥\u2F00座。', 'got U+2F00 in line 1'],
    ['nothing', '', 'got no text'],
    [
      'lines cut at the margin',
      '去年修桥三座，比前年多两\n座，今年再修\n两座，路也修\n好了。',
      'put each paragraph on one line',
    ],
  ])('is refused with %s, in one line', async (_, content, got) => {
    const sentence = await refusalOf('a.txt', content);
    expect(sentence).toMatch(/^a\.txt: expected .*, got .*; .*\.$/);
    expect(sentence).toContain(got);
  });
});

describe('a file that is none of these', () => {
  it.each([
    ['a.doc', '.doc'],
    ['a', 'no ending'],
  ])('is refused by its ending: %s', async (name, got) => {
    expect(await refusalOf(name, text)).toBe(
      `${name}: expected a file that ends in .txt, .docx, .html, .htm, .pdf, got ${got}; save the text as one of these.`,
    );
  });

  it('is refused when it is not there', async () => {
    const path = join(aFile('a.txt', text), 'none.txt');
    await expect(readManuscript(path)).rejects.toThrow(
      `${path}: expected a readable file, got ENOTDIR; check its name and the right to read it.`,
    );
  });
});
