import { routesOf } from './allRoutes';
import { decoded, idIn } from './fragments';
import { hrefOf, pathOf, type Site } from './routes';

/**
 * The page that was meant by an address to which a chat program has added the text behind it: `/zh/suizhou-2024/。`,
 * `/zh/suizhou-2024/%23crime`. Undefined if none was.
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
