import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/core/model';
import { nextSorting, type Sorting, sortedBy } from '../../src/core/sorting';
import { theArticle } from './aSpeaker';

const grouped: Sorting = { column: 'kind' };

/** The first measure of the real facts under other names, each in a paragraph of its own. */
const named = (...entries: readonly (readonly [id: string, paragraph: number])[]): Measure[] => {
  const [first] = theArticle().facts.measures;
  if (!first) throw new Error('the article has no measure');
  return entries.map(([id, paragraph]) => ({ ...first, id, paragraph }));
};

const idsIn = (measures: readonly Measure[]) => measures.map(({ id }) => id);

describe('nextSorting', () => {
  it('goes up, down, and back to the groups', () => {
    const up = nextSorting(grouped, 'measure');
    const down = nextSorting(up, 'measure');
    expect(up).toEqual({ column: 'measure', direction: 'ascending' });
    expect(down).toEqual({ column: 'measure', direction: 'descending' });
    expect(nextSorting(down, 'measure')).toEqual(grouped);
  });

  it('begins anew at another column', () => {
    const down: Sorting = { column: 'measure', direction: 'descending' };
    expect(nextSorting(down, 'paragraph')).toEqual({ column: 'paragraph', direction: 'ascending' });
  });
});

describe('sortedBy', () => {
  const name = ({ id }: Measure) => id;

  it.each([
    ['zh', ['职务', '“盗抢骗”案件', '警务站', '重点'], ['“盗抢骗”案件', '警务站', '职务', '重点']],
    [
      'en',
      ['Zero', '“Loophole” hazards', 'alarms', 'Batches'],
      ['alarms', 'Batches', '“Loophole” hazards', 'Zero'],
    ],
  ] as const)('goes by name in %s, past quotation marks and case', (language, names, wanted) => {
    const measures = named(...names.map((each) => [each, 1] as const));
    const up = { column: 'measure', direction: 'ascending' } as const;
    expect(idsIn(sortedBy(up, measures, language, name))).toEqual(wanted);
    const down = { column: 'measure', direction: 'descending' } as const;
    expect(idsIn(sortedBy(down, measures, language, name))).toEqual([...wanted].reverse());
  });

  it('goes by paragraph as a number, and in the article’s order within one', () => {
    const measures = named(['b', 10], ['a', 10], ['z', 9]);
    const by = (direction: 'ascending' | 'descending') =>
      idsIn(sortedBy({ column: 'paragraph', direction }, measures, 'en', name));
    expect(by('ascending')).toEqual(['z', 'b', 'a']);
    expect(by('descending')).toEqual(['b', 'a', 'z']);
  });

  it('leaves the facts as they are', () => {
    const measures = named(['b', 1], ['a', 1]);
    sortedBy({ column: 'measure', direction: 'ascending' }, measures, 'en', name);
    expect(idsIn(measures)).toEqual(['b', 'a']);
  });
});
