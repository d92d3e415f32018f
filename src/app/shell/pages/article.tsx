import { articleParts } from '../../pages/ArticlePage';
import { appFor } from '../app';
import { openTermNotes } from '../termNotes';

/** The idle script of the article's page. */
export const openApp = appFor(
  (route, speech) => (route.page === 'article' ? articleParts(speech, route.article) : []),
  { notes: openTermNotes },
);
