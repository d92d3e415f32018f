import { describe, expect, it } from 'vitest';
import { pageAddressOf } from '../../src/worker/pages';

const stored = new Set([
  '/some/reader/',
  '/some/reader/zh/',
  '/some/reader/zh/suizhou-2024/',
  '/some/reader/zh/404.html',
  '/some/reader/data/suizhou-2024.json',
]);

describe('pageAddressOf', () => {
  it.each([
    ['a page by its own address', '/some/reader/zh/suizhou-2024/', '/some/reader/zh/suizhou-2024/'],
    ['the start of the site', '/some/reader/', '/some/reader/'],
    ['a file', '/some/reader/data/suizhou-2024.json', '/some/reader/data/suizhou-2024.json'],
    ['a page by its file', '/some/reader/zh/suizhou-2024/index.html', '/some/reader/zh/suizhou-2024/'],
    ['the start by its file', '/some/reader/index.html', '/some/reader/'],
    ['a page that lacks its slash', '/some/reader/zh', '/some/reader/zh/'],
    ['the base path that lacks its slash', '/some/reader', '/some/reader/'],
  ])('finds %s', (_what, address, page) => {
    expect(pageAddressOf(address, stored)).toBe(page);
  });

  it.each([
    '/some/reader/fr/',
    '/some/reader/zh/suizhou-2024/nothing/',
    '/some/reader/zh/suizhou-2024/index.htm',
    '/some/reader/zh/myindex.html',
    '/some/reader/ZH/',
    '/zh/',
    '/',
    '',
  ])('finds nothing for %s', (address) => {
    expect(pageAddressOf(address, stored)).toBeUndefined();
  });

  it('prefers the exact address', () => {
    const both = new Set(['/a', '/a/']);
    expect(pageAddressOf('/a', both)).toBe('/a');
  });
});
