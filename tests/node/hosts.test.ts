import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheControlOf, securityHeaders } from '../../src/node/headers';
import { filesBelow, hostedIn, writeHostFiles } from '../../src/node/hosts';
import type { Hosted } from '../../src/node/hosts/host';
import { policyOf } from '../../src/prerender/policy';
import { freshFolder } from '../support/run-folder';
import { aBuild } from './aBuild';

const policy = policyOf(['p{}'], ['boot()']);

function filesFor(host: Partial<Hosted> = {}): Record<string, string> {
  const folder = freshFolder('hosts');
  const files = [
    '404.html',
    'assets/app-a.js',
    'index.html',
    'sw.js',
    'zh/404.html',
    'zh/a/index.html',
    'zh/index.html',
  ];
  writeHostFiles(folder, { root: '/srv/yaolan/current', base: '/', origin: '', policy, files, ...host });
  return Object.fromEntries(
    filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

/** Whether a pattern of a `_headers` file is meant for a path. */
const isFor = (pattern: string, path: string) =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;

function rulesOf(text: string): { pattern: string; headers: [string, string][] }[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .reduce<{ pattern: string; headers: [string, string][] }[]>((rules, line) => {
      const [name = '', value = ''] = line.trim().split(/: (.*)/);
      if (line.startsWith(' ')) rules.at(-1)?.headers.push([name, value]);
      else rules.push({ pattern: line, headers: [] });
      return rules;
    }, []);
}

describe('the file for hosts that read _headers', () => {
  it.each(['/', '/some/reader/'])('says every header once for every file below %s', (base) => {
    const rules = rulesOf(filesFor({ base })['static/_headers'] ?? '');
    for (const file of ['index.html', '404.html', 'assets/app-a.js', 'sw.js', 'zh/a/index.html']) {
      const said = rules
        .filter(({ pattern }) => isFor(pattern, base + file))
        .flatMap(({ headers }) => headers);
      expect(said.map(([name]) => name).toSorted(), file).toEqual(
        [...Object.keys(securityHeaders(policy, { isSecure: true })), 'Cache-Control'].toSorted(),
      );
      expect(Object.fromEntries(said)['Cache-Control'], file).toBe(cacheControlOf(file));
    }
    expect(rules.filter(({ pattern }) => isFor(pattern, base)).length, 'the root itself').toBe(2);
  });

  it('names the not-found page of each language', () => {
    expect(filesFor({ base: '/r/' })['static/_redirects']).toContain('/r/zh/* /r/zh/404.html 404');
  });
});

describe('the files for hosts', () => {
  it('promise HTTPS unless the address is known to be without', () => {
    const secure = Object.values(filesFor()).join('\n');
    const plain = Object.values(filesFor({ origin: 'http://reader.example' })).join('\n');
    expect(secure).toContain('max-age=63072000');
    expect(secure).toContain('upgrade-insecure-requests');
    expect(secure).toContain('return 301 https://$host$request_uri');
    expect(plain).not.toMatch(/max-age=63072000|upgrade-insecure-requests|https:|443/);
    expect(plain).toContain('server_name reader.example;');
  });

  it('carry the policy of all pages', () => {
    const files = filesFor();
    for (const file of ['nginx/headers.conf', 'caddy/headers.caddy', 'static/_headers'])
      expect(files[file]).toContain(`${policy}; frame-ancestors 'none'`);
  });

  it('include the one list of headers in every location of nginx', () => {
    const site = filesFor()['nginx/site.conf'] ?? '';
    const locations = site.split(/^location /m).slice(1);
    expect(locations.length).toBeGreaterThan(2);
    for (const location of locations) expect(location).toContain('include yaolan/headers.conf;');
    expect(site).not.toContain('add_header');
  });

  it('name the folder and the site, and are written back as they were where that is asked for', () => {
    const folder = freshFolder('hosts');
    const built = aBuild();
    const hostedAt = (root: string) => hostedIn(built, { root, base: '/', origin: 'https://reader.example' });
    const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
    writeHostFiles(folder, hostedAt('/srv/my site/current'));
    for (const file of ['nginx/server.conf', 'caddy/Caddyfile'])
      expect(textOf(file)).toMatch(/reader\.example[\s\S]*root .*"\/srv\/my site\/current"/);
    expect(writeHostFiles(folder, hostedAt('/srv/elsewhere/current')).isChanged, 'they are edited').toBe(
      false,
    );
    const before = textOf('nginx/headers.conf');
    const written = writeHostFiles(folder, { ...hostedAt('/srv/a'), policy: "default-src 'self'" });
    expect([written.isChanged, textOf('nginx/headers.conf') === before]).toEqual([true, false]);
    written.restore();
    expect(textOf('nginx/headers.conf')).toBe(before);
  });

  it('are not made for a build that says no policy', () => {
    const built = aBuild({ 'index.html': '<!doctype html><p>x</p>' });
    expect(() => hostedIn(built, { base: '/', origin: '' })).toThrow('says no content security policy');
  });
});
