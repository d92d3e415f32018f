import { isLanguage, type Language } from './language';

/** The pages that belong to one article, and those that stand alone. */
export const articlePages = ['article', 'measures'] as const;
export const singlePages = ['home', 'search', 'saved', 'settings', 'terms', 'about', 'missing'] as const;

export type Route =
  | { readonly page: (typeof singlePages)[number]; readonly language: Language }
  | { readonly page: (typeof articlePages)[number]; readonly language: Language; readonly article: string };

export type PageName = Route['page'];

/** The address of the site. `base` is the path it is served under, with a slash at both ends. */
export interface Site {
  readonly base: string;
  /** `https://example.org`, without the base path; empty when not known at build time. */
  readonly origin: string;
  /** Where a reader reports an error: a `mailto:` or an https address; absent where the publisher has named none. */
  readonly contact?: string;
}

/** The route's path below the base, without a leading slash. */
export function pathOf(route: Route): string {
  switch (route.page) {
    case 'home':
      return `${route.language}/`;
    case 'article':
      return `${route.language}/${route.article}/`;
    case 'measures':
      return `${route.language}/${route.article}/measures/`;
    case 'search':
    case 'saved':
    case 'settings':
    case 'terms':
    case 'about':
      return `${route.language}/${route.page}/`;
    case 'missing':
      return `${route.language}/404.html`;
  }
}

export const hrefOf = (site: Site, route: Route): string => site.base + pathOf(route);

/**
 * The address of the reset page, for a reader that no longer works: one page in
 * both languages, outside the app.
 */
export const resetHref = (site: Site): string => `${site.base}reset/`;

/** Absolute if the site's origin is known, otherwise root-relative. */
export const addressOf = (site: Site, route: Route): string => site.origin + hrefOf(site, route);

export const inLanguage = (route: Route, language: Language): Route => ({ ...route, language });

/** The language that an address asks for, if it asks for one. */
export function languageOfPath(base: string, pathname: string): Language | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const first = pathname.slice(base.length).split('/')[0];
  return isLanguage(first) ? first : undefined;
}

/** The parts of a URL that are used here; `core` knows no browser's classes. */
export interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** The same address in another language; the rest of the path, query and hash are kept. */
export function addressInLanguage(base: string, url: Address, language: Language): string {
  const rest = url.pathname.slice(base.length).split('/').slice(1).join('/');
  return `${base}${language}/${rest}${url.search}${url.hash}`;
}
