import { describe, expect, it } from 'vitest';
import { withoutOptionalTags, withoutQuotes } from '../../src/prerender/lean';

describe('withoutOptionalTags', () => {
  it.each([
    ['<ul><li>a</li><li>b</li></ul>', '<ul><li>a<li>b</ul>'],
    ['<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a<dd>b</dl>'],
    ['<dl><div><dt>a</dt><dd>b</dd></div></dl>', '<dl><div><dt>a<dd>b</div></dl>'],
    ['<div><p>a</p><p>b</p></div>', '<div><p>a<p>b</div>'],
    ['<tr><th>a</th><td>b</td></tr>', '<tr><th>a<td>b</tr>'],
  ])('leaves out of %s what a parser adds again', (html, lean) => {
    expect(withoutOptionalTags(html)).toBe(lean);
  });

  it.each(['<div><p>a</p> b</div>', '<div><p>a</p><span>b</span></div>', '<a><p>a</p></a>', '<p>a</p>'])(
    'keeps the end of a paragraph that nothing else ends: %s',
    (html) => {
      expect(withoutOptionalTags(html)).toBe(html);
    },
  );
});

describe('withoutQuotes', () => {
  it.each([
    ['<a class="a" href="/en/">b</a>', '<a class=a href="/en/">b</a>'],
    ['<a href="#main" class="a">b</a>', '<a href="#main" class=a>b</a>'],
  ])('leaves them out of %s', (html, lean) => {
    expect(withoutQuotes(html)).toBe(lean);
  });

  it.each([
    ['two classes', '<a class="a b">c</a>'],
    ['no class', '<a class="">c</a>'],
    ['other attributes', '<a href="b" title=" class=&quot;d&quot;">e</a>'],
    ['text', '<p>say class="so"</p>'],
  ])('keeps them around %s', (_what, html) => {
    expect(withoutQuotes(html)).toBe(html);
  });
});
