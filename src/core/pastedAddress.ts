import { hrefOf, pathOf, routesOf, type Site } from './routes';

/** Decodes an address as browsers show it. One that is not encoded well stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The id that a fragment means. Chat programs take text that follows an address for a part of it (`#crime。`,
 * `#crime，看看`), so the id ends before the first character that no id has.
 */
export const idIn = (fragment: string): string => /^#?([\w-]*)/.exec(decoded(fragment))?.[1] ?? '';

/**
 * The page meant by an address that names none because of such text: `/zh/suizhou-2024/。`,
 * `/zh/suizhou-2024/%23crime`. Undefined if it means none.
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
