import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/node/content';
import { gatesFor } from '../../src/node/content/gates';
import { withMadeUp } from './twoReports';

describe('a made-up report of a government', () => {
  it('passes every check that needs no source', () => {
    const faults = gatesFor(withMadeUp()).flatMap(({ remedy, check }) =>
      check().map((finding) => ({ remedy, ...finding })),
    );
    expect(linesOf(faults)).toEqual([]);
  });
});
