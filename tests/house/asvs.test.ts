import { describe, expect, it } from 'vitest';
import { requirements } from './asvs';
import { readText } from './sources';
import { isTest } from './titles';

const headings = new Set([...readText('README.md').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading));

describe('the requirements of ASVS 5.0', () => {
  it('are mapped, each once: at least the 62 that a static reader can meet', () => {
    const ids = requirements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(62);
    expect(ids.every((id) => /^\d+\.\d+\.\d+$/.test(id))).toBe(true);
  });

  it('are held by tests that are there', () => {
    const missing = requirements.flatMap(({ id, met }) =>
      'tests' in met
        ? [
            ...(met.tests.length === 0 ? [`${id}: no test`] : []),
            ...met.tests.filter((test) => !isTest(test)).map((test) => `${id}: ${test.join(' › ')}`),
          ]
        : [],
    );
    expect(missing).toEqual([]);
  });

  it('that documents meet are said in the README', () => {
    const missing = requirements.flatMap(({ id, met }) =>
      'said' in met && met.said !== undefined && !headings.has(met.said) ? [`${id}: ${met.said}`] : [],
    );
    expect(missing).toEqual([]);
  });

  it('that are not met have a reason, and only the publisher’s own are of the first two levels', () => {
    const exceptions = requirements.flatMap(({ id, level, met }) =>
      'exception' in met ? [{ id, level, reason: met.exception }] : [],
    );
    expect(exceptions.filter(({ reason }) => reason.length < 40)).toEqual([]);
    const low = exceptions.filter(({ level }) => level < 3);
    expect(low.filter(({ reason }) => !reason.startsWith('The publisher’s'))).toEqual([]);
    expect(exceptions.map(({ id }) => id)).toEqual(['3.4.7', '3.7.4', '12.2.2']);
  });

  it('would be missed by name', () => {
    expect(isTest(['tests/house/asvs.test.ts', 'would be missed by name'])).toBe(true);
    expect(isTest(['tests/house/asvs.test.ts', 'is no test'])).toBe(false);
    expect(isTest(['tests/house/nothing.test.ts', 'would be missed by name'])).toBe(false);
  });
});
