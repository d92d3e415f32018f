import { describe, expect, it } from 'vitest';
import { freeId, wantedId } from '../../../src/node/draft/ids';

describe('the id of a measure', () => {
  const wanted = wantedId('general public budget revenue of the city', 1, 1);
  const target = { direction: 'up', status: 'target' } as const;

  it('is as long as facts accept, also where it needs signs or a number', () => {
    const taken = new Set<string>();
    for (let at = 0; at < 12; at += 1) taken.add(freeId(wanted, target, taken));
    expect([...taken]).toHaveLength(12);
    for (const id of taken) expect(id).toMatch(/^[a-z][a-z0-9-]{1,40}$/);
  });

  it('says of two measures of one thing which is the target of a change', () => {
    const taken = new Set([wanted, `${wanted}-change`, `${wanted}-target`]);
    expect(freeId(wanted, target, taken)).toMatch(/^general-public-budget-rev.*-change-target$/);
  });
});
