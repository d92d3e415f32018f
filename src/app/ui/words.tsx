import type { i18n } from 'i18next';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type ArticleReader, openArticle } from '../../core/articleWords';
import { type Translate, translateIn } from '../../core/i18n';
import type { Language } from '../../core/language';
import type { Facts, Term } from '../../core/model';
import type { Site } from '../../core/routes';

/** Everything a component needs to speak: the language, the interface's words and the articles'. */
export interface Speech {
  readonly language: Language;
  readonly site: Site;
  readonly version: string;
  readonly t: Translate;
  readonly articles: readonly ArticleReader[];
  readonly terms: readonly Term[];
  /** For keys made from a code in the facts; the prerender meets every one, so a miss stops the build. */
  say(key: `${string}:${string}`, values?: object): string;
}

export function speechIn(
  instance: i18n,
  language: Language,
  site: Site,
  data: { articles: readonly Facts[]; terms: readonly Term[]; version: string },
): Speech {
  const t = translateIn(instance, language);
  return {
    language,
    site,
    version: data.version,
    t,
    terms: data.terms,
    articles: data.articles.map((facts) => openArticle(instance, facts, language)),
    say: t as unknown as Speech['say'],
  };
}

const SpeechContext = createContext<Speech | undefined>(undefined);

export const Speaking = SpeechContext.Provider;

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('a component that speaks was rendered outside <Speaking>');
  return speech;
}

/** The article a page is about; with one article on the site, the only one. */
export function articleOf(speech: Speech, id?: string): ArticleReader {
  const article =
    id === undefined ? speech.articles[0] : speech.articles.find(({ facts }) => facts.id === id);
  if (!article) throw new Error(`no article "${id ?? ''}" among the page's data`);
  return article;
}
