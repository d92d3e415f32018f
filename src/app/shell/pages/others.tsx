import type { Route } from '../../../core/routes';
import { AboutPage } from '../../pages/AboutPage';
import { HomePage } from '../../pages/HomePage';
import { MeasuresPage } from '../../pages/MeasuresPage';
import { MissingPage } from '../../pages/MissingPage';
import { TermsPage } from '../../pages/TermsPage';
import { appFor } from '../app';

function pageAt(route: Route) {
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

/** The idle script of every page but the article's. */
export const openApp = appFor(pageAt);
