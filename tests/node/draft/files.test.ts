import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAll } from '../../../src/node/draft/files';
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
