import { hrefOf, pathOf, routesOf, type Site } from './routes';

/** As a browser shows an address; one that is not encoded well stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The id that a fragment means. Chat programs take what stands after an address for a part of it (`#crime。`,
 * `#crime，看看`); an id ends before the first sign that no id has.
 */
export const idIn = (fragment: string): string => /^#?([\w-]*)/.exec(decoded(fragment))?.[1] ?? '';

/**
 * The page that an address of no page means, for the same reason: `/zh/suizhou-2024/。`,
 * `/zh/suizhou-2024/%23crime`. Undefined where it means none.
 */
export function meantAddress(site: Site, articles: readonly string[], pathname: string): string | undefined {
  const path = decoded(pathname.slice(site.base.length));
  const [meant = ''] = /^[\w/-]*/.exec(path) ?? [];
  const rest = path.slice(meant.length);
  const folder = meant.replace(/\/?$/, '/');
  const route = rest && routesOf(articles).find((route) => pathOf(route) === folder);
  if (!route) return undefined;
  const id = rest.startsWith('#') ? idIn(rest) : '';
  return hrefOf(site, route) + (id && `#${id}`);
}
