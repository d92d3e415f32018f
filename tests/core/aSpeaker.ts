import type { i18n } from 'i18next';
import { type ArticleReader, openArticle } from '../../src/core/articleWords';
import { addWords, openI18n } from '../../src/core/i18n';
import { type Language, languages } from '../../src/core/language';
import type { Article } from '../../src/core/model';
import { type Content, loadContent } from '../../src/node/content';
import { resourcesOf } from '../../src/prerender/files';

/** The content as it is published: tests of what readers see use the real words. */
export const realContent: Content = loadContent();

/** i18next with the words of both languages. */
export function aSpeaker(content: Content = realContent): i18n {
  const instance = openI18n('zh');
  for (const language of languages) addWords(instance, language, resourcesOf(content, language));
  return instance;
}

export function theArticle(content: Content = realContent): Article {
  const [article] = content.articles;
  if (!article) throw new Error('the content has no article');
  return article;
}

export const theReader = (language: Language, content: Content = realContent): ArticleReader =>
  openArticle(aSpeaker(content), theArticle(content).facts, language);
