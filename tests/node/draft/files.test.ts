import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonOf, writeAll } from '../../../src/node/draft/files';
import { freshFolder } from '../../support/run-folder';

describe('writeAll', () => {
  it('puts back what it had replaced when a later file cannot be', () => {
    const folder = freshFolder('files');
    const [first, second] = [join(folder, 'a.json'), join(folder, 'b.json')];
    writeFileSync(first, 'before');
    mkdirSync(join(second, 'inside'), { recursive: true });
    expect(() =>
      writeAll(
        new Map([
          [first, 'after'],
          [second, 'after'],
        ]),
      ),
    ).toThrow();
    expect(readFileSync(first, 'utf8')).toBe('before');
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'b.json']);
  });
});

describe('jsonOf', () => {
  it('keeps short lists in one line, as the formatter does', () => {
    expect(jsonOf({ paragraphs: [1, 2], names: [{ paragraph: 3 }], items: [] })).toBe(
      '{\n  "paragraphs": [1, 2],\n  "names": [\n    {\n      "paragraph": 3\n    }\n  ],\n  "items": []\n}',
    );
  });
});
