import type { i18n } from 'i18next';
import type { ArticleReader } from '../../src/core/articleWords';
import type { Language } from '../../src/core/language';
import type { Article } from '../../src/core/model';
import { openWords, type PageInfo, type Words } from '../../src/core/page';
import { readArticle } from '../../src/core/printedFigures';
import { type Content, loadContent } from '../../src/node/content';
import { articleFilesOf, openSiteI18n, pageDataOf, siteFileOf } from '../../src/prerender/files';
import { article } from '../support/article';

/** The content as it is published: tests of what readers see use the real words. */
export const realContent: Content = loadContent();

/** i18next with the words of both languages. */
export const aSpeaker = (content: Content = realContent): i18n => openSiteI18n(content);

export { article as knownArticle };

export function theArticle(content: Content = realContent, id: string = article): Article {
  const found = content.articles.find(({ facts }) => facts.id === id);
  if (!found) throw new Error(`the content has no article "${id}"`);
  return found;
}

export const theReader = (language: Language, content: Content = realContent): ArticleReader =>
  readArticle(aSpeaker(content), theArticle(content).facts, language);

export const aPageInfo = (info: Partial<PageInfo> = {}): PageInfo => ({
  page: 'home',
  article: null,
  site: { base: '/', origin: '' },
  version: '1.2.3',
  articles: realContent.articles.map(({ facts }) => facts.id),
  files: { site: { src: '', integrity: '' }, articles: {} },
  ...info,
});

/** What a page's components may say, in each language. */
export function theWords(info = aPageInfo(), content: Content = realContent): Record<Language, Words> {
  const articles = articleFilesOf(content, info.site);
  const data = pageDataOf(articles, siteFileOf(content, articles));
  return openWords(aSpeaker(content), info, data);
}
