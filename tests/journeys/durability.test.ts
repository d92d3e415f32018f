import { describe, expect, it } from 'vitest';
import { killTrials } from '../faults/trials';
import { servedSite } from '../support/served';
import { engines } from './support';

/** A taste of `tests/faults/durability.ts`, which does two hundred. */
const trials = 4;

const site = await servedSite();

describe.each(engines)('in $name', (engine) => {
  it('nothing that was called kept is lost when the browser is killed', async () => {
    const seed = Date.now() % 100_000;
    const { lost, confirmed } = await killTrials(engine, site.url, { trials, seed });
    expect(lost, `seed ${seed}`).toEqual([]);
    expect(confirmed).toBe(trials * 3);
  });
});
