import { anchorOfTerm } from '../../../core/terms';
import { articleParts } from '../../pages/ArticlePage';
import { articleHeading } from '../../pages/articleHeading';
import { appFor } from '../app';

/** The idle script of the article's page. */
export const openApp = appFor(
  articleHeading,
  (route, speech) => (route.page === 'article' ? articleParts(speech, route.article) : []),
  { notes: `[data-card] a[href*="#${anchorOfTerm('')}"]` },
);
