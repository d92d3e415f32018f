import { describe, expect, it } from 'vitest';
import { mirrorPrefix, nameUnder } from '../../src/core/names';

describe('names', () => {
  it('at the root are those that every reader has had', () => {
    expect([nameUnder('/'), mirrorPrefix('/')]).toEqual(['yaolan', 'yaolan:']);
  });

  it('under each other base path are its own', () => {
    const bases = ['/', '/a/', '/a/b/', '/b/'];
    expect(new Set(bases.map(nameUnder)).size).toBe(bases.length);
    for (const one of bases)
      for (const other of bases.filter((base) => base !== one))
        expect(`${mirrorPrefix(one)}key`.startsWith(mirrorPrefix(other))).toBe(false);
  });
});
