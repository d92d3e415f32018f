import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/node/content';
import { contentTypes, isCompressible } from '../../src/node/headers';
import { filesBelow } from '../../src/node/hosts';
import { type Node, nodesOf, parseCode } from '../house/sources';
import { buildSite } from '../support/site';
import { unseenIn } from '../support/unseen';

const built = await buildSite();
const files = filesBelow(built);
const texts = files
  .filter(isCompressible)
  .map((file) => ({ file, text: readFileSync(join(built, file), 'utf8') }));

/** Every place where a text of the built site holds a pattern, with a little of what stands around it. */
const found = (pattern: RegExp, of = texts): string[] =>
  of.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(
      ({ index, 0: match }) => `${file}: ${text.slice(index - 20, index)}${match}`,
    ),
  );

/** Names and not addresses: nobody is asked there. */
const names = [
  ...['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML'],
  ...['http://www.w3.org/1999/xlink', 'http://www.w3.org/XML/1998/namespace', 'https://schema.org'],
  // In the text of an error that Workbox has for developers.
  'https://bit.ly/wb-precache',
];

/** Code made of text while the page runs. */
function isMade({ type, callee, arguments: given }: Node): boolean {
  if (type !== 'CallExpression' && type !== 'NewExpression') return false;
  const called = callee as Node;
  const name = String(called.name ?? (called.property as { name?: string } | undefined)?.name);
  if (['eval', 'Function', 'execScript'].includes(name)) return true;
  const [first] = given as Node[];
  const isText = typeof first?.value === 'string' || first?.type === 'TemplateLiteral';
  return ['setTimeout', 'setInterval'].includes(name) && isText;
}

const madeIn = (code: string): boolean =>
  [...nodesOf(parseCode('found.js', code))].some(({ node }) => isMade(node));

describe('what is served', () => {
  it('is there, text by text', () => {
    expect(texts.length).toBeGreaterThan(30);
  });

  it('has only endings that hosts are told to serve', () => {
    expect(files.filter((file) => contentTypes[extname(file)] === undefined)).toEqual([]);
  });

  it('makes no code of text', () => {
    const scripts = texts.filter(({ file }) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter(({ text }) => madeIn(text)).map(({ file }) => file)).toEqual([]);
    expect(found(/\bdocument\.write\b|javascript:|\bimportScripts\(/g)).toEqual([]);
  });

  it.each([
    'eval("1")',
    'self.eval(a)',
    'new Function("a")',
    'Function("a")()',
    'setTimeout("a()", 1)',
    'setTimeout(`a`)',
  ])('would be noticed: %s', (code) => {
    expect(madeIn(code)).toBe(true);
  });

  it('has no inline handler or style, no form and no frame', () => {
    const pages = texts.filter(({ file }) => file.endsWith('.html'));
    expect(found(/<[^>]*\s(?:on[a-z]+|style)=|<(?:form|iframe|object|embed|base)\b/g, pages)).toEqual([]);
  });

  it('names no other host', () => {
    const addresses = /(?:\b(?:https?|wss?|ftp):)?\/\/[\w-]+(?:\.[\w-]+)+[\w./#-]*/g;
    const foreign = texts.flatMap(({ file, text }) =>
      [...text.matchAll(addresses)]
        .map(([address]) => address)
        .filter((address) => !names.some((name) => address === name || address === `${name}/`))
        .map((address) => `${file}: ${address}`),
    );
    expect(foreign).toEqual([]);
    expect(found(/\bdata:[a-z]+\/|(?<!img-src 'self' )\bblob:/g)).toEqual([]);
  });

  it('names no folder of the machine that built it', () => {
    const folders = [projectRoot, homedir(), tmpdir(), 'node_modules', '/home/', '/Users/', `C:${'\\'}`];
    const named = texts.flatMap(({ file, text }) =>
      folders
        .filter((folder) => folder !== '/' && text.includes(folder))
        .map((folder) => `${file}: ${folder}`),
    );
    expect(named).toEqual([]);
  });

  it('has no source map', () => {
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    expect(found(/sourceMappingURL|sourcesContent/g)).toEqual([]);
  });

  it('has no secret, of a known form or out of the environment', () => {
    const forms =
      /-----BEGIN [A-Z ]*KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|\bglpat-[\w-]{20}|\bnpm_\w{36}|\bxox[abprs]-[\w-]{10}|\bsk[-_](?:live|test|ant)[-_]\w{8}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./g;
    expect(found(forms)).toEqual([]);
    const secret = /TOKEN|SECRET|PASSW|API_?KEY|PRIVATE|CREDENTIAL/i;
    const values = Object.entries(process.env).flatMap(([name, value = '']) =>
      secret.test(name) && value.length >= 8 ? [value] : [],
    );
    expect(
      texts.filter(({ text }) => values.some((value) => text.includes(value))).map(({ file }) => file),
    ).toEqual([]);
  });

  it('has no character that turns or hides text', () => {
    // Marks that scripts put between words for a moment, and the sign that keeps an arrow from being a picture.
    const own = /\.js:\d+: U\+(?:E0[01]\w|FE0E)$/;
    expect(
      texts.flatMap(({ file, text }) => unseenIn(file, text)).filter((place) => !own.test(place)),
    ).toEqual([]);
  });
});
