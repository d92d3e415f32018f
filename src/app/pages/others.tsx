import type { Route } from '../../core/routes';
import { AboutPage } from './AboutPage';
import { HomePage } from './HomePage';
import { MeasuresPage } from './MeasuresPage';
import { MissingPage } from './MissingPage';
import { TermsPage } from './TermsPage';

/** The page at an address, but for the article's: one line for each kind of route. */
export function otherPageAt(route: Route) {
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'measures':
      return <MeasuresPage id={route.article} />;
    case 'terms':
      return <TermsPage />;
    case 'about':
      return <AboutPage />;
    case 'missing':
      return <MissingPage />;
    case 'article':
      // It has a script of its own, without these pages.
      return null;
  }
}
