import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killTrials } from '../faults/trials';
import { buildSite, serve, type TestSite } from '../support/site';
import { engines } from './support';

/** A taste of `tests/faults/durability.ts`, which does two hundred. */
const trials = 4;

let site: TestSite;

beforeAll(async () => {
  site = await serve(await buildSite());
});

afterAll(() => site.stop());

describe.each(engines)('in $name', (engine) => {
  it('nothing that was called kept is lost when the browser is killed', async () => {
    const seed = Date.now() % 100_000;
    const { lost, confirmed } = await killTrials(engine, site.url, { trials, seed });
    expect(lost, `seed ${seed}`).toEqual([]);
    expect(confirmed).toBe(trials * 3);
  });
});
