import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../src/node/content/fault';
import { readJson } from '../../../src/node/content/json';
import type { Braces } from '../../../src/node/content/policy';
import { cpuTimeOf } from '../../support/cpuTime';
import { faultsOf } from './aContentTree';

const linesFor = (input: string | Uint8Array, braces?: Braces): string[] =>
  faultsOf(() => readJson('a.json', input, braces)).map(lineOf);

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('readJson › syntax', () => {
  it.each([
    ['{}', {}],
    [' [ ] ', []],
    ['{"a":{"b":[1,-2.5e1,true,false,null,"c"]}}', { a: { b: [1, -25, true, false, null, 'c'] } }],
    ['"\\u4f60\\u597d \\ud83d\\ude00 \\"\\\\\\/"', '你好 😀 "\\/'],
    ['9007199254740992', 2 ** 53],
    ['-0.5', -0.5],
  ])('reads %s as JSON.parse does', (text, value) => {
    expect(plain(readJson('a.json', text))).toEqual(value);
    expect(value).toEqual(JSON.parse(text));
  });

  it.each([
    ['', 'a value, got the end of the file'],
    ['{"a":1,}', 'a key in double quotes, got } U+007D (line 1, column 8)'],
    ['[1,]', 'a value, got ] U+005D (line 1, column 4)'],
    ['[1 2]', '"," or "]", got 2 U+0032 (line 1, column 4)'],
    ['{"a" 1}', '":" after a key, got 1 U+0031 (line 1, column 6)'],
    ['{\n  a: 1}', 'a key in double quotes, got a U+0061 (line 2, column 3)'],
    ["['a']", "a value, got ' U+0027 (line 1, column 2)"],
    ['// note\n1', 'a value, got / U+002F (line 1, column 1)'],
    ['1 /* note */', 'the end of the file, got / U+002F (line 1, column 3)'],
    ['01', 'the end of the file, got 1 U+0031 (line 1, column 2)'],
    ['.5', 'a value, got . U+002E (line 1, column 1)'],
    ['5.', 'the end of the file, got . U+002E (line 1, column 2)'],
    ['+1', 'a value, got + U+002B (line 1, column 1)'],
    ['0x10', 'the end of the file, got x U+0078 (line 1, column 2)'],
    ['NaN', 'a value, got N U+004E (line 1, column 1)'],
    ['Infinity', 'a value, got I U+0049 (line 1, column 1)'],
    ['undefined', 'a value, got u U+0075 (line 1, column 1)'],
    ['"open', 'text up to the closing quote, got the end of the file'],
    ['"\\x41"', 'an escape that JSON knows, got \\ U+005C (line 1, column 2)'],
    ['"\\u12G4"', 'an escape that JSON knows, got \\ U+005C (line 1, column 2)'],
    ['"a\nb"', 'text up to the closing quote, got U+000A (line 1, column 3)'],
    ['{} {}', 'the end of the file, got { U+007B (line 1, column 4)'],
    ['\u00a01', 'a value, got U+00A0 (line 1, column 1)'],
  ])('refuses %j', (text, remark) => {
    expect(linesFor(text).at(-1)).toContain(`: expected ${remark}`);
  });

  it('names the file and the pointer of what could not be read', () => {
    expect(linesFor('{"cards":{"crime/1":[true,tru]}}')).toEqual([
      'a.json cards.crime/1[1]: expected a value, got t U+0074 (line 1, column 27)',
    ]);
  });

  it('refuses a key that stands twice, also when one of them is escaped', () => {
    expect(linesFor('{"a":{"title":1,"\\u0074itle":2}}')).toEqual([
      'a.json a.title: expected each key once, got the same key again',
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s', (key) => {
    expect(linesFor(`{"a":{"${key}":{"polluted":true}}}`)).toEqual([
      `a.json a.${key}: expected another key, got "${key}"`,
    ]);
  });

  it('answers with objects that find only their own keys', () => {
    const object = readJson('a.json', '{"a":1}') as Record<string, unknown>;
    expect('toString' in object).toBe(false);
    expect(object.a).toBe(1);
  });

  it.each(['1e400', '-1e400', '9007199254740994', '1e16'])('refuses %s, which is no safe number', (text) => {
    expect(linesFor(`{"n":${text}}`)).toEqual([
      `a.json n: expected a number between -2^53 and 2^53, got ${text}`,
    ]);
  });
});

describe('readJson › bytes', () => {
  it('refuses a byte order mark', () => {
    const line = 'a.json: expected UTF-8 without a byte order mark, got U+FEFF';
    expect(linesFor(bytes([0xef, 0xbb, 0xbf], '{}'))).toEqual([line]);
    expect(linesFor('\ufeff{}')).toEqual([line]);
  });

  it.each([
    ['a stray byte', bytes('{"a":"', [0xff], '"}'), '0xFF at offset 6'],
    ['an overlong form', bytes('"', [0xc0, 0xaf], '"'), '0xC0 at offset 1'],
    ['a surrogate', bytes('"', [0xed, 0xa0, 0x80], '"'), '0xED at offset 1'],
    ['a cut character', bytes('"', [0xe4, 0xbd]), '0xE4 at offset 1'],
    ['UTF-16 with its mark', Buffer.from('\ufeff{}', 'utf16le'), '0xFF at offset 0'],
  ])('refuses %s', (_name, input, place) => {
    expect(linesFor(input)).toEqual([`a.json: expected UTF-8, got a byte that is not, ${place}`]);
  });

  it('refuses UTF-16 without a mark', () => {
    expect(linesFor(Buffer.from('{}', 'utf16le'))).toHaveLength(1);
  });
});

describe('readJson › limits', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  it('reads 64 levels and refuses the 65th', () => {
    expect(linesFor(nested(64))).toEqual([]);
    expect(linesFor(nested(65))).toEqual([
      `a.json ${'[0]'.repeat(64)}: expected at most 64 levels, got [ U+005B (line 1, column 65)`,
    ]);
  });

  it('refuses a million levels without running out of stack', () => {
    expect(linesFor('['.repeat(1_000_000))).toHaveLength(1);
    expect(linesFor('{"a":'.repeat(500_000))).toHaveLength(1);
  });

  it('refuses a file above 4 MB before reading it', () => {
    const size = 4 * 1024 * 1024;
    expect(linesFor(`"${'a'.repeat(size)}"`)).toEqual([
      `a.json: expected at most ${size} bytes, got ${size + 2}`,
    ]);
  });

  it('refuses a string that no page could show', () => {
    expect(linesFor(`["${'a'.repeat(10_000)}"]`)).toEqual([]);
    expect(linesFor(`["${'a'.repeat(10_001)}"]`)).toEqual([
      'a.json [0]: expected a string of at most 10000 characters, got 10001',
    ]);
  });

  it.each([
    ['many strings', `[${'"字字字字",'.repeat(200_000)}1]`],
    ['many escapes', `["${'\\u4f60'.repeat(1600)}"${`,"${'\\u4f60'.repeat(1600)}"`.repeat(300)}]`],
    ['many faults', `[${'"\\u202e",'.repeat(300_000)}1]`],
    ['many spaces', `${' '.repeat(4_000_000)}1`],
    ['many equal keys', `{${'"a":1,'.repeat(500_000)}"a":1}`],
    ['a number of a million digits', '1'.repeat(1_000_000)],
  ])('is done with %s within a second', (_name, text) => {
    expect(cpuTimeOf(() => linesFor(text))).toBeLessThan(1000);
  });
});

describe('readJson › text', () => {
  it.each([
    [0x202e, 'no bidirectional control'],
    [0x2066, 'no bidirectional control'],
    [0x200f, 'no bidirectional control'],
    [0x061c, 'no bidirectional control'],
    [0x200b, 'no invisible character'],
    [0x200d, 'no invisible character'],
    [0x2060, 'no invisible character'],
    [0x00ad, 'no invisible character'],
    [0xfeff, 'no invisible character'],
    [0xfe0f, 'no invisible character'],
    [0x3164, 'no invisible character'],
    [0xe0041, 'no invisible character'],
    [0x0000, 'no control character, line break or tab'],
    [0x0009, 'no control character, line break or tab'],
    [0x000a, 'no control character, line break or tab'],
    [0x000d, 'no control character, line break or tab'],
    [0x007f, 'no control character, line break or tab'],
    [0x0085, 'no control character, line break or tab'],
    [0x2028, 'no line or paragraph separator'],
    [0x2029, 'no line or paragraph separator'],
    [0xd800, 'no half of a surrogate pair'],
    [0xdfff, 'no half of a surrogate pair'],
    [0xfdd0, 'no noncharacter'],
    [0xffff, 'no noncharacter'],
    [0x10ffff, 'no noncharacter'],
    [0xe010, 'no private-use character'],
    [0xf0000, 'no private-use character'],
    [0xff11, 'digits 0 to 9 only, no look-alike'],
    [0x2460, 'digits 0 to 9 only, no look-alike'],
    [0x00b2, 'digits 0 to 9 only, no look-alike'],
    [0x0661, 'digits 0 to 9 only, no look-alike'],
    [0x06f1, 'digits 0 to 9 only, no look-alike'],
    [0x1d7ce, 'digits 0 to 9 only, no look-alike'],
    [0x2162, 'digits 0 to 9 only, no look-alike'],
    [0x3007, 'digits 0 to 9 only, no look-alike'],
  ])('refuses U+%x in values and in keys, and names it', (code, expected) => {
    const text = JSON.stringify({ a: [`x${String.fromCodePoint(code)}y`] });
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    expect(linesFor(text)).toEqual([`a.json a[0]: expected ${expected}, got ${name}`]);
    const [line] = linesFor(JSON.stringify({ [`x${String.fromCodePoint(code)}y`]: 1 }));
    expect(line).toMatch(new RegExp(`^a\\.json x.+y: expected ${expected}, got U\\${name.slice(1)}$`, 'u'));
  });

  it('refuses text that is not in form NFC', () => {
    expect(linesFor('"cafe\u0301"')).toEqual([
      'a.json: expected text in Unicode form NFC, got decomposed characters',
    ]);
  });

  it.each([
    '随州2024年政法工作：综述报道了什么',
    '“五分工作法”、《清单》（“1+4”）——没有说明…',
    'Suizhou’s 2024 review – what it reports',
    '𠮷 is a rare character',
    'a < b and b > a',
    'R&D; 5 & 6',
    '$5 (five)',
  ])('lets %s pass', (text) => {
    expect(linesFor(JSON.stringify(text))).toEqual([]);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '</script>',
    '<!-- note',
    '-->',
    ']]>',
    '<?xml',
    '&#60;',
    '&lt;b&gt;',
  ])('refuses the markup %s, also when it is escaped', (text) => {
    expect(linesFor(JSON.stringify([`a ${text}`]))[0]).toMatch(/^a\.json \[0\]: expected no markup, got "/);
    const escaped = Array.from(text, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(
      '',
    );
    expect(linesFor(`["${escaped}"]`)[0]).toMatch(/^a\.json \[0\]: expected no markup, got "/);
  });

  it('refuses a nested key of i18next', () => {
    expect(linesFor('{"a":"see $t(reader.next)"}', 'names')).toEqual([
      'a.json a: expected no nested key, got "$t(reader.next)"',
    ]);
  });

  it.each<[Braces, string, boolean]>([
    ['none', '{{posts}}', false],
    ['measures', '{{posts}} and {{legal-opinions}}', true],
    ['measures', '{{articleTitle}}', false],
    ['measures', '{{- posts}}', false],
    ['measures', '{{ posts }}', false],
    ['measures', '{{posts, number}}', false],
    ['measures', '{{{posts}}}', false],
    ['measures', '{{posts}', false],
    ['measures', 'a } b', false],
    ['measures', '{{}}', false],
    ['names', '{{count}} of {{articleTitle}}', true],
    ['names', '{{__proto__}}', false],
    ['names', '{{a.b}}', false],
  ])('with braces for %s, answers for %s: %s', (braces, text, passes) => {
    expect(linesFor(JSON.stringify(text), braces)).toHaveLength(passes ? 0 : 1);
  });

  it('lists several faults of one file together', () => {
    expect(linesFor('{"a":"\\u200b","b":["１","<b>"],"a":1e400}')).toEqual([
      'a.json a: expected no invisible character, got U+200B',
      'a.json b[0]: expected digits 0 to 9 only, no look-alike, got U+FF11',
      'a.json b[1]: expected no markup, got "<b>"',
      'a.json a: expected each key once, got the same key again',
      'a.json a: expected a number between -2^53 and 2^53, got 1e400',
    ]);
  });
});
