import { describe, expect, it } from 'vitest';
import { guards } from '../faults/guards';
import { scenarios } from '../faults/scenarios';
import { readText } from './sources';

/** Trying the guards takes an hour, so it is told here and not then that the code around one has changed. */
describe('the protections that are taken out to try the faults', () => {
  it.each(guards.map((guard) => [guard.what, guard] as const))(
    '%s',
    (_what, { file, from, to, caughtBy }) => {
      const code = readText(file);
      expect(code.replace(from, to), `${file} no longer has the code to take out`).not.toBe(code);
      expect(scenarios.filter(({ id }) => id === caughtBy)).toHaveLength(1);
    },
  );
});
