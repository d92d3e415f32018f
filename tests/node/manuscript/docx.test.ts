import { describe, expect, it } from 'vitest';
import { aDocx, paragraph, run } from './aDocx';
import { linesRead, read, refusalOf, report } from './aFile';

const plain = (...lines: string[]) => lines.map((line) => paragraph(run(line))).join('');

const cell = (text: string) => `<w:tc>${plain(text)}</w:tc>`;
const picture =
  '<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>' +
  `${plain('框里的话。')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;

const numbering = (format: string) =>
  `<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>` +
  '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>';
const item = paragraph(run('修桥三座。'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>');

describe('a Word document', () => {
  it('gives its paragraphs, in order', async () => {
    expect(await read('a.docx', await aDocx(plain(...report)))).toMatchObject({
      format: 'docx',
      encoding: 'unicode',
      text: report.join('\n'),
      dropped: [],
    });
  });

  it('joins the runs of a paragraph and keeps entities, spaces and full width', async () => {
    const body = paragraph(run('　　去年') + run('修桥３座', '<w:b/>') + run('  &lt;A&amp;B&gt;。'));
    expect(await linesRead('a.docx', await aDocx(body))).toEqual(['去年修桥３座  <A&B>。']);
  });

  it('gives the cells of a table as paragraphs', async () => {
    const table = `<w:tbl><w:tr>${cell('修桥三座。')}${cell('修路两条。')}</w:tr></w:tbl>`;
    expect(await linesRead('a.docx', await aDocx(table))).toEqual(['修桥三座。', '修路两条。']);
  });

  it('begins a line at each line break', async () => {
    const body = paragraph(`${run('修桥三座。')}<w:r><w:br/></w:r>${run('修路两条。')}`);
    expect(await linesRead('a.docx', await aDocx(body))).toEqual(['修桥三座。', '修路两条。']);
  });

  it('keeps raised digits apart from numbers', async () => {
    const body = paragraph(
      `${run('面积10')}${run('8', '<w:vertAlign w:val="superscript"/>')}${run('平方米。')}`,
    );
    expect(await linesRead('a.docx', await aDocx(body))).toEqual(['面积10⁸平方米。']);
  });

  it('takes a text box once that stands in it twice, for new and old versions of Word', async () => {
    const box =
      `<mc:AlternateContent><mc:Choice Requires="wps">${picture}</mc:Choice><mc:Fallback><w:pict><v:shape>` +
      `<v:textbox><w:txbxContent>${plain('框里的话。')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    const body = paragraph(`<w:r>${box}</w:r>${run('修桥三座。')}`);
    expect(await linesRead('a.docx', await aDocx(body))).toEqual(['修桥三座。', '框里的话。']);
  });

  it('takes items with bullets for paragraphs', async () => {
    const docx = await aDocx(item, { numbering: numbering('bullet') });
    expect(await linesRead('a.docx', docx)).toEqual(['修桥三座。']);
  });

  it('says what it left out', async () => {
    const body = paragraph(`${run('修桥三座。')}<w:r><w:pict><v:line/></w:pict></w:r>`);
    const { dropped } = await read('a.docx', await aDocx(body, { footer: plain('第1页') }));
    expect(dropped).toEqual(['elements v:line', 'headers and footers']);
  });

  it.each([
    ['a symbol of an unknown font', '<w:r><w:sym w:font="Odd" w:char="F041"/></w:r>', 'w:sym'],
    ['an insertion', `<w:ins w:id="1">${run('新的')}</w:ins>`, '1 tracked changes'],
    ['a deletion', '<w:del w:id="1"><w:r><w:delText>旧的</w:delText></w:r></w:del>', '1 tracked changes'],
    ['a comment', '<w:commentRangeStart w:id="1"/>', '1 marks of comments'],
    ['a footnote', '<w:r><w:footnoteReference w:id="2"/></w:r>', '1 footnotes or endnotes'],
    ['hidden text', run('藏着', '<w:vanish/>'), '1 pieces of hidden text'],
    ['text struck through', run('旧的', '<w:strike/>'), '1 pieces of text that are struck through'],
    ['a box without its older version', `<w:r>${picture}</w:r>`, 'perhaps "框里的话。"'],
    ['a field', '<w:fldSimple w:instr="DATE"><w:r><w:t>三月</w:t></w:r></w:fldSimple>', 'perhaps "三月"'],
    ['a formula', '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>', 'perhaps "x"'],
  ])('is refused with %s', async (_, inner, got) => {
    const sentence = await refusalOf('a.docx', await aDocx(paragraph(run('修桥三座。') + inner)));
    expect(sentence).toMatch(/^a\.docx: expected .*, got .*; .*\.$/);
    expect(sentence).toContain(got);
  });

  it('is refused when Word counts its paragraphs, directly or by a style', async () => {
    const counted = { numbering: numbering('chineseCounting') };
    expect(await refusalOf('a.docx', await aDocx(item, counted))).toContain('1 paragraphs that Word numbers');
    const styles =
      '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="H"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>';
    const styled = await aDocx(paragraph(run('修桥。'), '<w:pStyle w:val="h"/>'), { ...counted, styles });
    expect(await refusalOf('a.docx', styled)).toContain('1 paragraphs that Word numbers');
  });

  const named = (name: string, look: string) =>
    `<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="${name}"/><w:rPr>${look}</w:rPr></w:style>`;

  it('is read whatever its styles are called, and refused where a style that it uses hides text', async () => {
    const body = paragraph(run('修桥三座。'), '<w:pStyle w:val="a3"/>');
    const { text } = await read('a.docx', await aDocx(body, { styles: named('Normal (Web)', '') }));
    expect(text).toBe('修桥三座。');
    const hidden = { styles: named('Secret', '<w:vanish/>') };
    expect(await refusalOf('a.docx', await aDocx(body, hidden))).toContain('1 pieces of hidden text');
    expect((await read('a.docx', await aDocx(plain('修桥三座。'), hidden))).text).toBe('修桥三座。');
  });

  it.each([
    ['empty', async () => aDocx(plain('')), 'got no text'],
    ['broken', async () => aDocx('<w:p>'), 'expected a sound Word document'],
    ['no zip', async () => new TextEncoder().encode('PK'), 'got a file without word/document.xml'],
  ])('is refused when it is %s', async (_, bytes, got) => {
    expect(await refusalOf('a.docx', await bytes())).toContain(got);
  });
});
