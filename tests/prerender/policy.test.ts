import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { integrityOf, policyOf } from '../../src/prerender/policy';

const directivesOf = (policy: string) =>
  new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive] as const));

describe('policyOf', () => {
  it('allows an inline style by the hash of its text', () => {
    const css = 'p{color:var(--ink)}/* 字 */';
    const hash = createHash('sha256').update(css, 'utf8').digest('base64');
    expect(directivesOf(policyOf([css], ['boot()'])).get('style-src')).toBe(
      `style-src 'self' 'sha256-${hash}'`,
    );
  });

  it('allows the styles of every kind of page', () => {
    const [one, other] = [policyOf(['a'], []), policyOf(['b'], [])].map(
      (policy) => policy.match(/'sha256-[^']+'/)?.[0],
    );
    expect(directivesOf(policyOf(['a', 'b'], [])).get('style-src')).toBe(`style-src 'self' ${one} ${other}`);
  });

  it('follows the styles and the boot script', () => {
    expect(policyOf(['a'], ['boot()'])).not.toBe(policyOf(['b'], ['boot()']));
    expect(policyOf(['a'], ['boot()'])).not.toBe(policyOf(['a'], ['other()']));
  });

  it('allows nothing that it does not name', () => {
    expect(directivesOf(policyOf([''], ['boot()'])).get('default-src')).toBe("default-src 'none'");
  });

  it.each(['unsafe-inline', 'unsafe-eval', 'unsafe-hashes', 'http', '*', 'data:'])(
    'never says %s',
    (word) => {
      expect(policyOf(['p{}'], ['boot()'])).not.toContain(word);
    },
  );

  it('names each directive once', () => {
    const names = policyOf([''], ['boot()'])
      .split('; ')
      .map((directive) => directive.split(' ')[0]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('fits into an attribute and a header', () => {
    expect(policyOf(['p{}'], ['boot()'])).toMatch(/^[\x20-\x7e]+$/);
    expect(policyOf(['p{}'], ['boot()'])).not.toMatch(/[<>&"]/);
  });
});

describe('integrityOf', () => {
  it('is the SHA-256 of the bytes', () => {
    expect(integrityOf('')).toBe('sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
    expect(integrityOf(new Uint8Array([0xe8, 0xa6, 0x81]))).toBe(integrityOf('要'));
  });
});
