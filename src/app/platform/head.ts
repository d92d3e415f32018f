import type { Language } from '../../core/language';
import { tagOf } from '../../core/language';

/** What a document's head says in the language of its words. */
export interface Head {
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly manifest: string;
}

const set = (selector: string, attribute: string, value: string) =>
  document.head.querySelector(selector)?.setAttribute(attribute, value);

/** Makes the document say in its head what it now says in its body. */
export function showHead(language: Language, { title, description, canonical, manifest }: Head): void {
  document.documentElement.lang = tagOf[language];
  document.title = title;
  set('meta[name=description]', 'content', description);
  set('link[rel=canonical]', 'href', canonical);
  set('link[rel=manifest]', 'href', manifest);
}
