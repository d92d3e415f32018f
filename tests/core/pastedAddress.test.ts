import { describe, expect, it } from 'vitest';
import { idIn } from '../../src/core/fragments';
import { meantAddress } from '../../src/core/pastedAddress';

describe('idIn', () => {
  it.each([
    '#crime',
    '#crime。',
    '#crime）',
    '#crime，看看',
    '#crime%E3%80%82',
    '#crime.',
    '#crime)',
    '#crime%',
  ])('finds the card in %s', (fragment) => {
    expect(idIn(fragment)).toBe('crime');
  });

  it('finds nothing where there is no id', () => {
    expect([idIn(''), idIn('#'), idIn('#。')]).toEqual(['', '', '']);
  });
});

describe('meantAddress', () => {
  const meant = (path: string, base = '/') =>
    meantAddress({ base, origin: '' }, ['suizhou-2024'], base + path);

  it.each([
    ['zh/suizhou-2024/。', '/zh/suizhou-2024/'],
    ['zh/suizhou-2024/%E3%80%82', '/zh/suizhou-2024/'],
    ['zh/suizhou-2024。', '/zh/suizhou-2024/'],
    ['zh/suizhou-2024/%23crime', '/zh/suizhou-2024/#crime'],
    ['zh/suizhou-2024/%23crime，看看', '/zh/suizhou-2024/#crime'],
    ['en/about/)', '/en/about/'],
  ])('%s means %s', (path, address) => {
    expect(meant(path)).toBe(address);
    expect(meant(path, '/some/reader/')).toBe(`/some/reader${address}`);
  });

  it.each(['zh/nothing-here/', 'zh/nothing-here/。', 'zh/404.html', 'zh/suizhou-2024', ''])(
    '%s means no page',
    (path) => {
      expect(meant(path)).toBeUndefined();
    },
  );
});
