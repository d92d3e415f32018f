import { describe, expect, it } from 'vitest';
import { filesIn, readText } from './sources';

const physical = [
  /^(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b/,
  /^border-(?:top|bottom)-(?:left|right)-radius$/,
  /^(?:left|right|top|bottom)$/,
  /^(?:min-|max-)?(?:width|height)$/,
];

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly line: number;
}

/** Declarations of a stylesheet: what stands before a colon inside braces, but no selector or query. */
function declarationsOf(css: string): Declaration[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...plain.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map((match) => ({
    property: match[1] ?? '',
    value: (match[2] ?? '').trim(),
    line: plain.slice(0, match.index).split('\n').length,
  }));
}

function faultsIn(file: string, css = readText(file)): string[] {
  return declarationsOf(css).flatMap(({ property, value, line }) => {
    const isPhysical =
      physical.some((pattern) => pattern.test(property)) ||
      (/^(?:text-align|float|clear|caption-side)$/.test(property) && /^(?:left|right)\b/.test(value)) ||
      // Four values turn with the page, so sides that differ need names.
      (/^(?:margin|padding|inset|border-width)$/.test(property) && areSidesNamed(value));
    return isPhysical ? [`${file}:${line}: ${property}: ${value} names a side; use a logical property`] : [];
  });
}

/** `1px 2px 3px 4px`, where right and left differ. */
function areSidesNamed(value: string): boolean {
  const parts = value.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '()').split(/\s+/);
  return parts.length === 4 && parts[1] !== parts[3];
}

const sheets = filesIn('src', /\.css$/);

describe('the styles', () => {
  it('use logical properties', () => {
    expect(sheets.length).toBeGreaterThan(10);
    expect(sheets.reduce((sum, file) => sum + declarationsOf(readText(file)).length, 0)).toBeGreaterThan(200);
    expect(sheets.flatMap((file) => faultsIn(file))).toEqual([]);
  });

  it.each([
    ...['margin-left: 1px', 'padding-right: 1px', 'border-left: 1px solid', 'left: 0', 'text-align: right'],
    ...['float: left', 'border-top-left-radius: 1px', 'margin: 0 1px 0 2px', 'min-height: 1px', 'width: 1px'],
  ])('would be found out: %s', (declaration) => {
    expect(faultsIn('a.css', `.a { color: red; ${declaration}; }`)).toHaveLength(1);
    expect(faultsIn('a.css', `@layer a { .a{${declaration}} }`)).toHaveLength(1);
  });

  it.each([
    ...['margin-inline-start: 1px', 'inset-block-start: 0', 'text-align: start', 'padding: 1px 2px 3px'],
    ...['min-block-size: 1px', 'transform-origin: left', '--left: 1px', 'color: red /* left: 0; */'],
  ])('may say: %s', (declaration) => {
    expect(
      faultsIn('a.css', `.a { ${declaration}; } @media (min-width: 1px) { .left:right { color: red; } }`),
    ).toEqual([]);
  });

  it('put every rule of a component into a layer', () => {
    const bare = sheets.filter(
      (file) => file.endsWith('.module.css') && !/^\s*(?:\/\*[\s\S]*?\*\/\s*)?@layer /.test(readText(file)),
    );
    expect(bare).toEqual([]);
  });

  it('take colours from tokens', () => {
    const colour = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(/i;
    const found = sheets
      .filter((file) => !file.endsWith('/tokens.css'))
      .flatMap((file) =>
        declarationsOf(readText(file))
          .filter(({ value }) => colour.test(value))
          .map(({ line, property, value }) => `${file}:${line}: ${property}: ${value}`),
      );
    expect(found).toEqual([]);
  });

  it('load nothing from anywhere', () => {
    expect(sheets.filter((file) => /@import|@font-face|url\(/.test(readText(file)))).toEqual([]);
  });
});
