import { describe, expect, it } from 'vitest';
import { linesRead, read, refusalOf, report } from './aFile';

const [title = '', byline = '', ...text] = report;
const prose = [...text, ...Array.from({ length: 9 }, (_, at) => `第${at + 1}座桥在春天开工，秋天就通了车。`)];
const whole = [title, byline, ...prose];

/** A page as offices publish them: a menu, the report, and links to others. */
const page = (article: string, head = '') =>
  `<!doctype html><html><head>${head}<title>${title}_青河镇</title></head><body>` +
  `<div class="nav"><a href="/">首页</a> <a href="/a">镇务</a></div><h1>${title}</h1>${article}` +
  `<ul class="list"><li><a href="/b">别的消息</a></li></ul><div class="footer">青河镇版权所有</div></body></html>`;

const paragraphs = (lines: readonly string[], tag = 'p') =>
  lines.map((line) => `<${tag}>　　${line}</${tag}>`).join('\n');

describe('a page', () => {
  it.each([
    ['paragraphs', `<div class="content">${paragraphs([byline, ...prose])}</div>`],
    ['divisions', `<div id="zoom"><div>${paragraphs([byline, ...prose], 'div')}</div></div>`],
    ['line breaks', `<div id="zoom">${[byline, ...prose].join('<br>\n<br>')}</div>`],
    ['a table', `<table><tr><td class="text">${paragraphs([byline, ...prose])}</td></tr></table>`],
    [
      'paragraphs of pieces',
      `<div class="content">${paragraphs([byline, ...prose].map((line) => `<span>${line.slice(0, 4)}</span><span>${line.slice(4)}</span>`))}</div>`,
    ],
  ])('gives title and text of a report in %s', async (_, article) => {
    expect(await linesRead('a.html', page(article))).toEqual(whole);
  });

  it.each([
    [
      'a meta element',
      `<meta name="ArticleTitle" content="${title}"><title>别的</title>`,
      `<h1>镇政府</h1><p>${title}</p>`,
    ],
    ['a heading that is not the first', `<title>${title}</title>`, `<h1>镇政府</h1><h2>${title}</h2>`],
    ['the title of the page', `<title>${title} | 镇政府</title>`, `<div class="title">${title}</div>`],
  ])('finds its title in %s', async (_, head, above) => {
    const html = `<html><head>${head}</head><body>${above}<div>${paragraphs(prose)}</div></body></html>`;
    expect(await linesRead('a.html', html)).toEqual([title, ...prose]);
  });

  it('takes the name of a site for no title', async () => {
    const html = `<html><head><title>镇政府</title></head><body><h1>门户</h1><div>${paragraphs(prose)}</div></body></html>`;
    expect((await linesRead('a.html', html)).slice(-prose.length)).toEqual(prose);
    expect(await linesRead('a.html', html)).not.toContain('镇政府');
  });

  it('says its format and encoding, and that it left out the page around', async () => {
    const html = page(`<div class="content">${paragraphs(prose)}</div>`, '<meta charset="utf-8">');
    expect(await read('a.htm', html)).toMatchObject({
      format: 'html',
      encoding: 'utf-8',
      dropped: ['the page around the report'],
    });
  });

  it('takes a page that was saved anew for UTF-8, whatever it says', async () => {
    const html = page(`<div class="content">${paragraphs(prose)}</div>`, '<meta charset="gb2312">');
    expect((await read('a.html', html)).encoding).toBe('utf-8');
  });

  it('runs white space together and keeps raised digits apart', async () => {
    const article = `<div class="content">${paragraphs(prose)}<p>面积
      10<sup>8</sup> 平方米。</p></div>`;
    expect((await linesRead('a.html', page(article))).at(-1)).toBe('面积 10⁸ 平方米。');
  });

  it.each([
    [
      'it says it is in another encoding',
      Buffer.concat([
        Buffer.from('<meta charset="big5"><p>'),
        Uint8Array.of(0xd0, 0xde, 0xa3, 0xac, 0xc7, 0xc5),
      ]),
      'one that says it is in big5',
    ],
    ['it holds no element', '<!-- nothing -->', 'a file without elements'],
    ['it is empty', '', 'a file without elements'],
    [
      'a figure of it is struck through',
      page(`<div class="content">${paragraphs(prose)}<p>投资<del>3000</del>2865亿元。</p></div>`),
      'text that is struck through, "3000"',
    ],
    ['it holds no report', '<!doctype html><html><body><script>1</script></body></html>', 'got no report'],
    [
      'a part of its text would be lost',
      page(
        `<div class="content">${paragraphs(prose)}<div style="display:none"><p>藏起来的一句话。</p></div></div>`,
      ),
      'lines left out, such as "藏起来的一句话。"',
    ],
  ])('is refused when %s', async (_, html, got) => {
    const sentence = await refusalOf('a.html', html);
    expect(sentence).toMatch(/^a\.html: expected .*, got .*; .*\.$/);
    expect(sentence).toContain(got);
  });
});
