import { describe, expect, it } from 'vitest';
import { stylesFor } from '../../src/prerender/styles';

const table = '<main><table class="t"><td data-kind="a">1</table></main>';
const text = '<main><p class="p">x</main>';
const styles = (css: string, page = text) => stylesFor(css, [page], [text, table]);

describe('stylesFor', () => {
  it.each([
    '.t{a:b}',
    'table{a:b}',
    '.p td{a:b}',
    'main>table{a:b}',
    '[data-kind]{a:b}',
    ':is(table,td){a:b}',
  ])('leaves out what can match nothing on the page: %s', (css) => {
    expect(styles(css)).toBe('');
    expect(styles(css.replace('.p', '.t'), table)).toBe(css.replace('.p', '.t'));
  });

  it.each([
    ...['p{a:b}', '.p{a:b}', '*,:before{a:b}', ':lang(en){a:b}', ':focus-visible{a:b}', 'p:not(.t){a:b}'],
    ...[
      ':is(table,p)>b{a:b}',
      '[open] p{a:b}',
      ':root{--a:b}',
      '@keyframes a{from{a:b}to{a:c}}',
      '@layer a,b;',
    ],
  ])('keeps what may match: %s', (css) => {
    expect(styles(css)).toBe(css);
  });

  it.each(['button{a:b}', '[data-note]{a:b}', '[role=status]{a:b}'])(
    'keeps what only a script can bring: %s',
    (css) => {
      expect(styles(css)).toBe(css);
    },
  );

  it('leaves out a selector of several, and a block that has become empty', () => {
    expect(styles('p,table{a:b}')).toBe('p{a:b}');
    expect(styles('@layer a{@media print{.t{a:b}}}')).toBe('');
  });

  it('writes custom properties as close as the rest', () => {
    expect(styles(':root{--a:min(1rem, 5vw);--b:"A B", serif}')).toBe(
      ':root{--a:min(1rem,5vw);--b:"A B",serif}',
    );
  });

  it('takes no word of a script for an element', () => {
    expect(stylesFor('td{a:b}', ['<p>x<script>"<td>"</script>'], [])).toBe('');
  });
});
