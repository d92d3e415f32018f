import type { PageName } from '../../core/routes';
import * as about from './AboutPage';
import * as article from './ArticlePage';
import * as home from './HomePage';
import * as measures from './MeasuresPage';
import * as missing from './MissingPage';
import type { PageModule } from './pageModule';
import * as saved from './SavedPage';
import * as search from './SearchPage';
import * as settings from './SettingsPage';
import * as terms from './TermsPage';

/** Every kind of page there is. */
export const pageModules: Readonly<Record<PageName, PageModule>> = {
  about,
  article,
  home,
  measures,
  missing,
  saved,
  search,
  settings,
  terms,
};
