import { ArticlePage } from '../../pages/ArticlePage';
import { appFor } from '../app';
import { openTermNotes } from '../termNotes';

/** The idle script of the article's page. */
export const openApp = appFor(
  (route) => (route.page === 'article' ? <ArticlePage id={route.article} /> : null),
  { notes: openTermNotes },
);
