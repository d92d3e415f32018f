import { describe, expect, it } from 'vitest';
import { layers, stylesOfPages } from '../../src/prerender/styles';

const sheet = [
  '@layer ui{.card{color:red}.panel{color:blue}@media print{.card{color:#000}}}',
  '@media (width>=40rem){.card{top:0}}@media print{.card{top:1px}}',
  '[data-theme=dark] .card{color:tan}',
].join('');

const inlined = await stylesOfPages(sheet, ['<p class="card"></p>']);

describe('the styles that a page carries', () => {
  it('begin with the order of the layers', () => {
    expect(inlined.startsWith(layers)).toBe(true);
  });

  it('hold what its text needs, in every width and theme', () => {
    expect(inlined).toContain('.card{color:red}');
    expect(inlined).toContain('.card{top:0}');
    expect(inlined).toContain('[data-theme=dark] .card');
  });

  it('leave out what scripts add, and what is for paper', () => {
    expect(inlined).not.toContain('.panel');
    expect(inlined).not.toContain('print');
  });
});
