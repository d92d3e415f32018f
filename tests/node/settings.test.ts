import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/node/content';
import { buildSettings, portOf } from '../../src/node/settings';

describe('buildSettings', () => {
  it('builds for the root of an unknown address into dist by default', () => {
    expect(buildSettings({})).toEqual({
      base: '/',
      origin: '',
      outDir: resolve(projectRoot, 'dist'),
      hostsDir: resolve(projectRoot, 'deploy'),
    });
  });

  it.each(['out/site', 'out/site/', '/out/site'])(
    'keeps what is for hosts beside what is served: %s',
    (given) => {
      const { outDir, hostsDir } = buildSettings({ OUT_DIR: given });
      expect(hostsDir).toBe(`${outDir}-deploy`);
    },
  );

  it.each([
    ['/some/reader/', '/some/reader/'],
    ['/some/reader', '/some/reader/'],
    ['some/reader', '/some/reader/'],
    ['//some//reader//', '/some/reader/'],
    ['/~me/reader_1.0/', '/~me/reader_1.0/'],
    ['', '/'],
    ['/', '/'],
  ])('takes the base path %j as %s', (given, base) => {
    expect(buildSettings({ BASE_PATH: given }).base).toBe(base);
  });

  it.each([
    '/../up/',
    '/a b/',
    '/"x/',
    '/<x>/',
    '/要览/',
    '/a?b/',
    '/a#b/',
    'https://example.org/',
    '/a%2e/',
  ])('refuses the base path %j', (given) => {
    expect(() => buildSettings({ BASE_PATH: given })).toThrow(
      `BASE_PATH: expected a plain path such as /some/reader/, got "${given}"`,
    );
  });

  it.each([
    ['https://example.org/', '/', 'https://example.org'],
    ['https://example.org', '/', 'https://example.org'],
    ['http://localhost:8080/', '/', 'http://localhost:8080'],
    ['https://example.org/some/reader/', '/some/reader/', 'https://example.org'],
    ['https://example.org/some/reader', '/some/reader/', 'https://example.org'],
    ['https://example.org/', '/some/reader/', 'https://example.org'],
    ['', '/', ''],
  ])('takes the site address %j under %s as %j', (given, base, origin) => {
    expect(buildSettings({ SITE_URL: given, BASE_PATH: base }).origin).toBe(origin);
  });

  it.each([
    ['example.org', 'an absolute address such as https://example.org/'],
    ['ftp://example.org/', 'an http(s) address'],
    ['file:///tmp/', 'an http(s) address'],
    ['https://example.org/elsewhere/', 'an address that ends in BASE_PATH (/)'],
  ])('refuses the site address %j', (given, expected) => {
    expect(() => buildSettings({ SITE_URL: given })).toThrow(
      `SITE_URL: expected ${expected}, got "${given}"`,
    );
  });

  it.each(['mailto:errors@example.org', 'https://example.org/errors'])(
    'takes %s for where errors are reported',
    (given) => {
      expect(buildSettings({ CONTACT: given }).contact).toBe(given);
    },
  );

  it.each(['errors@example.org', 'javascript:alert(1)', 'mailto:a"b@c', 'http://example.org/'])(
    'refuses %s for where errors are reported',
    (given) => {
      expect(() => buildSettings({ CONTACT: given })).toThrow(`CONTACT: expected an address such as`);
    },
  );

  it('takes a folder relative to the project, or anywhere', () => {
    const elsewhere = resolve('/', 'elsewhere', 'site');
    expect(buildSettings({ OUT_DIR: 'out/site' }).outDir).toBe(join(projectRoot, 'out', 'site'));
    expect(buildSettings({ OUT_DIR: elsewhere }).outDir).toBe(elsewhere);
  });
});

describe('portOf', () => {
  it.each([
    ['8080', 8080],
    ['0', 0],
    ['', undefined],
    [undefined, undefined],
  ])('takes %j as %j', (given, port) => {
    expect(portOf({ PORT: given })).toBe(port);
  });

  it.each(['abc', '80a', '-1', '1.5', '65536', '0x50'])('refuses %j', (given) => {
    expect(() => portOf({ PORT: given })).toThrow(
      `PORT: expected a whole number from 0 to 65535, got "${given}"`,
    );
  });
});
