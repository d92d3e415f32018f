import { describe, expect, it } from 'vitest';
import { linesRead, read, refusalOf } from './aFile';
import { aPdf, type Piece, setOnPages } from './aPdf';

const prose = [
  '去年全镇修桥三座，比前年多两座，又修路两条，都在秋天以前通了车，老人和孩子出门方便多了。',
  '今年再修340余米。',
  ...Array.from(
    { length: 6 },
    (_, at) => `第${at + 1}座桥在春天开工，桥面宽六米，两边有人行道和栏杆，秋天就通了车。`,
  ),
];

const line = (text: string, y: number, more: Partial<Piece> = {}): Piece => ({ x: 72, y, text, ...more });

describe('a PDF', () => {
  it('gives paragraphs from lines, over the ends of pages, without page numbers', async () => {
    const pages = setOnPages(prose);
    expect(pages.length).toBeGreaterThan(1);
    expect(await read('a.pdf', aPdf(pages))).toMatchObject({
      format: 'pdf',
      encoding: 'unicode',
      text: prose.join('\n'),
      dropped: [`page numbers of ${pages.length} pages`],
    });
  });

  it('gives the characters of fonts that are not in it and carry no table to Unicode', async () => {
    const gbk = ['D0DEBAC3C2B7B5C6', 'A1A3'].join('');
    const pdf = aPdf([[line('', 700)]], { encoding: 'GBK-EUC-H', encode: () => gbk });
    expect(await linesRead('a.pdf', pdf)).toEqual(['修好路灯。']);
  });

  it('gives the characters that a font’s own table names, and refuses the others', async () => {
    const own = { encoding: 'Identity-H', ordering: 'Identity', toUnicode: { '0001': '修', '0002': '。' } };
    const showing = (codes: string) => aPdf([[line('', 700)]], { ...own, encode: () => codes });
    expect(await linesRead('a.pdf', showing('00010002'))).toEqual(['修。']);
    expect(await refusalOf('a.pdf', showing('000100020003'))).toContain('got 1 glyphs on page 1');
  });

  it('tells paragraphs by the space between them where first lines are not moved in', async () => {
    const paragraph = ['修桥三座，比前年多两座，', '都在秋天以前就通了车了。'];
    const [first = '', second = ''] = paragraph;
    const lines = [line(first, 700), line(second, 680), line(first, 640), line(second, 620)];
    expect(await linesRead('a.pdf', aPdf([lines]))).toEqual([first + second, first + second]);
  });

  it('gives the usual characters where a font’s table names others that look like them', async () => {
    const own = {
      encoding: 'Identity-H',
      ordering: 'Identity',
      toUnicode: { '0001': '\u2F24', '0002': '\u22EF' },
    };
    const pdf = aPdf([[line('', 700)]], { ...own, encode: () => '00010002' });
    expect(await linesRead('a.pdf', pdf)).toEqual(['大…']);
  });

  it('joins a title in large letters in the middle, and no title to the text', async () => {
    const [text = []] = setOnPages(prose.slice(0, 1));
    const title = [
      { x: 126, y: 830, text: '青河镇去年修桥修路', size: 22 },
      { x: 170, y: 800, text: '情况的报告', size: 22 },
    ];
    const lines = await linesRead('a.pdf', aPdf([[...title, ...text]]));
    expect(lines).toEqual(['青河镇去年修桥修路情况的报告', prose[0]]);
  });

  it('keeps a number that does not keep step with the pages', async () => {
    const [first = [], second = []] = setOnPages(prose);
    const pdf = aPdf([first, [line('340', 790, { x: 104 }), ...second]]);
    expect((await linesRead('a.pdf', pdf)).join()).toContain('340');
  });

  it('keeps raised digits apart from numbers', async () => {
    const power = line('8', 706, { x: 136, size: 9 });
    const pieces = [line('面积10', 700), power, line('平方米。', 700, { x: 146 })];
    expect(await linesRead('a.pdf', aPdf([pieces]))).toEqual(['面积10⁸平方米。']);
  });

  it('may hold a blank page', async () => {
    expect(await linesRead('a.pdf', aPdf([[line('修桥三座。', 700)], []]))).toEqual(['修桥三座。']);
  });

  it('joins pieces of one line and keeps a gap between them as a space', async () => {
    const pieces = [line('修桥', 700), line('三座。', 700, { x: 104 }), line('修路两条。', 700, { x: 190 })];
    expect(await linesRead('a.pdf', aPdf([pieces]))).toEqual(['修桥三座。 修路两条。']);
  });

  it('says that it left out what is not level', async () => {
    const pdf = aPdf([[line('修桥三座。', 700), line('内部资料', 300, { turn: 45 })]]);
    expect(await read('a.pdf', pdf)).toMatchObject({
      text: '修桥三座。',
      dropped: ['1 pieces of text that are not level'],
    });
  });

  it.each([
    [
      'a page without text, but for its number',
      aPdf([[line('修桥三座。', 700), line('1', 60)], [line('2', 60)]]),
      'got page 2, which holds no text',
    ],
    [
      'columns',
      aPdf([[760, 730, 700, 670].flatMap((y) => [line('修桥三座。', y), line('修路两条。', y, { x: 300 })])]),
      'got columns or a table on page 1',
    ],
    [
      'vertical lines',
      aPdf([[line('修桥三座。', 700)]], { encoding: 'UniGB-UCS2-V' }),
      'got vertical lines on page 1',
    ],
    [
      'glyphs without characters',
      aPdf([[line('修桥', 700)]], { encoding: 'Identity-H', ordering: 'Identity' }),
      'got 2 glyphs on page 1 that the file names no characters for',
    ],
    ['a password', aPdf([[line('修桥三座。', 700)]], { encrypted: true }), 'got an encrypted one'],
    ['no PDF in it', '修桥三座。', 'expected a PDF, got "Invalid PDF structure"'],
  ])('is refused with %s', async (_, pdf, got) => {
    const sentence = await refusalOf('a.pdf', pdf);
    expect(sentence).toMatch(/^a\.pdf: expected .*, got .*; .*\.$/);
    expect(sentence).toContain(got);
  });
});
