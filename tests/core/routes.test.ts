import { describe, expect, it } from 'vitest';
import { routesOf } from '../../src/core/allRoutes';
import {
  addressInLanguage,
  addressOf,
  hrefOf,
  inLanguage,
  languageOfPath,
  pathOf,
  type Route,
  type Site,
} from '../../src/core/routes';

const aSite = (site: Partial<Site> = {}): Site => ({ base: '/', origin: '', ...site });

const article = 'suizhou-2024';

const addresses: readonly (readonly [Route, string])[] = [
  [{ page: 'home', language: 'zh' }, 'zh/'],
  [{ page: 'article', language: 'zh', article }, 'zh/suizhou-2024/'],
  [{ page: 'measures', language: 'en', article }, 'en/suizhou-2024/measures/'],
  [{ page: 'terms', language: 'en' }, 'en/terms/'],
  [{ page: 'about', language: 'zh' }, 'zh/about/'],
  [{ page: 'missing', language: 'en' }, 'en/404.html'],
];

describe('pathOf', () => {
  it.each(addresses)('puts %j at %s', (route, path) => {
    expect(pathOf(route)).toBe(path);
  });
});

describe('hrefOf', () => {
  it.each(addresses)('sets %j under the base path', (route, path) => {
    expect(hrefOf(aSite(), route)).toBe(`/${path}`);
    expect(hrefOf(aSite({ base: '/some/reader/' }), route)).toBe(`/some/reader/${path}`);
  });

  it('leaves the origin out', () => {
    expect(hrefOf(aSite({ origin: 'https://example.org' }), { page: 'home', language: 'zh' })).toBe('/zh/');
  });
});

describe('addressOf', () => {
  it('is absolute where the origin is known', () => {
    const site = aSite({ base: '/reader/', origin: 'https://example.org' });
    expect(addressOf(site, { page: 'terms', language: 'en' })).toBe('https://example.org/reader/en/terms/');
  });

  it('is root-relative where the origin is not known', () => {
    expect(addressOf(aSite(), { page: 'terms', language: 'en' })).toBe('/en/terms/');
  });
});

describe('inLanguage', () => {
  it.each(addresses)('keeps the page and the article of %j', (route) => {
    expect(inLanguage(inLanguage(route, 'en'), 'zh')).toEqual({ ...route, language: 'zh' });
  });

  it('leaves the route it was given alone', () => {
    const route: Route = { page: 'home', language: 'zh' };
    inLanguage(route, 'en');
    expect(route.language).toBe('zh');
  });
});

describe('routesOf', () => {
  it('names every page of every article in both languages', () => {
    expect(routesOf(['a', 'b']).map(pathOf)).toEqual([
      ...[
        'zh/',
        'zh/a/',
        'zh/a/measures/',
        'zh/b/',
        'zh/b/measures/',
        'zh/search/',
        'zh/saved/',
        'zh/settings/',
        'zh/terms/',
        'zh/about/',
        'zh/404.html',
      ],
      ...[
        'en/',
        'en/a/',
        'en/a/measures/',
        'en/b/',
        'en/b/measures/',
        'en/search/',
        'en/saved/',
        'en/settings/',
        'en/terms/',
        'en/about/',
        'en/404.html',
      ],
    ]);
  });

  it('gives no two pages the same address', () => {
    const paths = routesOf(['a', 'b']).map(pathOf);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('languageOfPath', () => {
  it.each([
    ['/', '/zh/', 'zh'],
    ['/', '/en/suizhou-2024/', 'en'],
    ['/', '/en', 'en'],
    ['/some/reader/', '/some/reader/zh/terms/', 'zh'],
    ['/', '/', undefined],
    ['/', '/english/', undefined],
    ['/', '/EN/', undefined],
    ['/', '/data/zh/', undefined],
    ['/some/reader/', '/zh/', undefined],
    ['/some/reader/', '/else/reader/zh/', undefined],
    ['/some/reader/', '/some/reader', undefined],
  ] as const)('under %s finds in %s: %s', (base, path, language) => {
    expect(languageOfPath(base, path)).toBe(language);
  });

  it('finds the language of every page', () => {
    const site = aSite({ base: '/some/reader/' });
    for (const route of routesOf([article])) {
      expect(languageOfPath(site.base, hrefOf(site, route))).toBe(route.language);
    }
  });
});

describe('addressInLanguage', () => {
  const url = (address: string) => new URL(address, 'https://example.org');

  it.each([
    ['/', '/zh/', '/en/'],
    ['/', '/zh/suizhou-2024/#crime', '/en/suizhou-2024/#crime'],
    ['/', '/zh/suizhou-2024/?from=singlemessage#crime', '/en/suizhou-2024/?from=singlemessage#crime'],
    ['/', '/zh/suizhou-2024/index.html', '/en/suizhou-2024/index.html'],
    ['/', '/zh', '/en/'],
    ['/some/reader/', '/some/reader/zh/a/measures/?q=%E9%9A%8F', '/some/reader/en/a/measures/?q=%E9%9A%8F'],
  ])('under %s turns %s into %s', (base, from, to) => {
    expect(addressInLanguage(base, url(from), 'en')).toBe(to);
  });

  it('agrees with the link that stands on the page', () => {
    const site = aSite({ base: '/some/reader/' });
    for (const route of routesOf([article])) {
      const switched = addressInLanguage(site.base, url(hrefOf(site, route)), 'en');
      expect(switched).toBe(hrefOf(site, inLanguage(route, 'en')));
    }
  });
});
