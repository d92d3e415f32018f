/** The paths of content, relative to the project: the one place for every path that a message may name. */

import type { Language } from '../../core/language';

export const contentFolder = 'src/content';
export const termsFile = 'src/content/terms.json';
/** The codes of units that measures may have. */
export const unitsFile = 'src/content/units.json';
/** The English of common terms, for drafts. */
export const labelsFile = 'src/content/labels.json';

export const factsFileOf = (article: string): string => `${contentFolder}/${article}/facts.json`;
/** What must not be read into this article's figures; an article need not have this file. */
export const readingsFileOf = (article: string): string => `${contentFolder}/${article}/readings.json`;
/** The last comparison with the source, see `checked`; an article that was never compared has none. */
export const checkedFileOf = (article: string): string => `${contentFolder}/${article}/checked.json`;
export const articlesFolderOf = (language: Language): string => `locales/${language}/articles`;
export const wordsFileOf = (language: Language, article: string): string =>
  `${articlesFolderOf(language)}/${article}.json`;
export const uiFolderOf = (language: Language): string => `locales/${language}`;
export const uiFileOf = (language: Language, namespace: string): string =>
  `${uiFolderOf(language)}/${namespace}.json`;
export const termWordsFileOf = (language: Language): string => uiFileOf(language, 'terms');
