import type { Route } from '../../core/routes';
import { ArticlePage } from './ArticlePage';
import { MeasuresPage } from './MeasuresPage';
import { otherPageAt } from './others';

/** The page at any address, for the prerenderer, which needs them all. */
export function Page({ route }: { readonly route: Route }) {
  if (route.page === 'article') return <ArticlePage id={route.article} />;
  if (route.page === 'measures') return <MeasuresPage id={route.article} />;
  return otherPageAt(route);
}
