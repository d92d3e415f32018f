import { describe, expect, it } from 'vitest';
import { advisoriesIn } from '../support/advisories';
import { readText } from './sources';

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  /** Set where only tools need the package: no reader gets it. */
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, Locked> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

describe('the packages', () => {
  it('come from the registry, each with its hash', () => {
    const wrong = installed.filter(
      ([, { resolved, integrity }]) => resolved !== undefined || !integrity?.startsWith('sha512-'),
    );
    expect(installed.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it('that reach the reader ask for no more than their notice', () => {
    const reaching = installed.filter(([, { dev, devOptional }]) => !dev && !devOptional);
    const licences = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];
    expect(reaching.length).toBeGreaterThan(3);
    expect(reaching.filter(([, { license = '' }]) => !licences.includes(license))).toEqual([]);
  });
});

describe('the answer of npm audit', () => {
  it('counts what is high or critical', () => {
    const said = JSON.stringify({
      vulnerabilities: { a: { severity: 'low' }, b: { severity: 'high' }, c: { severity: 'critical' } },
    });
    expect(advisoriesIn(said)).toEqual({ kind: 'answered', high: 2, names: ['b', 'c'] });
  });

  it.each(['', 'not json', '{"message":"405 Method Not Allowed"}', '{"error":{"summary":"no network"}}'])(
    'is not taken for good news when there is none: %j',
    (said) => {
      expect(advisoriesIn(said).kind).toBe('unasked');
    },
  );
});
