import { ArticlePage } from '../../pages/ArticlePage';
import { appFor } from '../app';

/** The idle script of the article's page. */
export const openApp = appFor((route) =>
  route.page === 'article' ? <ArticlePage id={route.article} /> : null,
);
