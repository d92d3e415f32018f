import { describe, expect, it } from 'vitest';
import { isItem } from '../../src/core/items';
import { lastSequence, savedIn } from '../../src/core/records';
import { byAge, isLaterNote } from '../../src/core/stampOrder';

const mark = { saved: true, at: 5 };

describe('order', () => {
  it('is by sequence, and what has none comes before, by its time', () => {
    const made = [
      { at: 1, sequence: 9 },
      { at: 8 },
      { at: 7_000, sequence: 2 },
      { at: 3 },
      { at: 5, sequence: 'x' },
    ];
    expect([...made].sort(byAge).map(({ at }) => at)).toEqual([3, 5, 8, 7_000, 1]);
  });
});

describe('a note that was jotted down in leaving', () => {
  it('is later than all that its page knew of, whatever the clock said', () => {
    expect(isLaterNote({ at: 1, sequence: 4 }, { at: 9_000, sequence: 4 })).toBe(true);
    expect(isLaterNote({ at: 1, sequence: 4 }, { at: 9_000 })).toBe(true);
    expect(isLaterNote({ at: 1, sequence: 4 }, undefined)).toBe(true);
  });

  it('is no later than what was kept after it', () => {
    expect(isLaterNote({ at: 9_000, sequence: 4 }, { at: 1, sequence: 5 })).toBe(false);
  });

  it('goes by its time where it has no number', () => {
    expect([4, 5, 6].map((at) => isLaterNote({ at }, { at: 5, sequence: 7 }))).toEqual([false, false, true]);
  });
});

describe('savedIn', () => {
  it('has the good entries among garbage, known here or not', () => {
    const records = new Map<string, unknown>([
      ['saved:report/crime', mark],
      ['saved:gone/card', mark],
      ['saved:', mark],
      ['saved:report', mark],
      ['saved:report/crime/more', mark],
      ['saved:<b>/x', mark],
      ['saved:report/text', 'yes'],
      ['saved:report/null', null],
      ['saved:report/when', { saved: true, at: Number.NaN }],
      ['place:report', mark],
    ]);
    expect(savedIn(records).map(([item]) => item)).toEqual(['report/crime', 'gone/card']);
  });
});

describe('isItem', () => {
  it.each([
    7,
    null,
    '',
    'report',
    'report/',
    '/card',
    'report/Card',
    'report/card/',
    `report/${'x'.repeat(200)}`,
  ])('is not %j', (value) => {
    expect(isItem(value)).toBe(false);
  });
});

describe('lastSequence', () => {
  it('is the greatest that was ever given, also where the counter is garbage', () => {
    const records = new Map<string, unknown>([
      ['sequence', 'x'],
      ['sequences', { theme: 12, size: 'y' }],
      ['saved:report/crime', { ...mark, sequence: 9 }],
      ['saved:report/huge', { ...mark, sequence: 1e300 }],
    ]);
    expect(lastSequence(records)).toBe(12);
    expect(lastSequence(new Map())).toBe(0);
  });
});
