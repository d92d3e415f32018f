import type { Route } from '../../core/routes';
import { AboutPage } from './AboutPage';
import { ArticlePage } from './ArticlePage';
import { HomePage } from './HomePage';
import { MeasuresPage } from './MeasuresPage';
import { MissingPage } from './MissingPage';
import { TermsPage } from './TermsPage';

/** The page at an address: one line for each kind of route. For the prerenderer, which needs them all. */
export function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'article':
      return <ArticlePage id={route.article} />;
    case 'measures':
      return <MeasuresPage id={route.article} />;
    case 'terms':
      return <TermsPage />;
    case 'about':
      return <AboutPage />;
    case 'missing':
      return <MissingPage />;
  }
}
