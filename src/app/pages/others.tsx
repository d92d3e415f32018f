import type { Route } from '../../core/routes';
import { AboutPage } from './AboutPage';
import { HomePage } from './HomePage';
import { MissingPage } from './MissingPage';
import * as own from './others.module.css';
import { SavedPage } from './SavedPage';
import { SearchPage } from './SearchPage';
import { SettingsPage } from './SettingsPage';
import { TermsPage } from './TermsPage';

export const pageClass = own.page;

/** The page at an address, but for those with a script of their own: one line for each kind of route. */
export function otherPageAt(route: Route) {
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'search':
      return <SearchPage />;
    case 'saved':
      return <SavedPage />;
    case 'settings':
      return <SettingsPage />;
    case 'terms':
      return <TermsPage />;
    case 'about':
      return <AboutPage />;
    case 'missing':
      return <MissingPage />;
    case 'article':
    case 'measures':
      // They have scripts of their own, without these pages.
      return null;
  }
}
