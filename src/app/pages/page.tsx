import type { Route } from '../../core/routes';
import { ArticlePage } from './ArticlePage';
import { otherPageAt } from './others';

/** The page at any address, for the prerenderer, which needs them all. */
export function Page({ route }: { readonly route: Route }) {
  return route.page === 'article' ? <ArticlePage id={route.article} /> : otherPageAt(route);
}
