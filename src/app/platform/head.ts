import type { Language } from '../../core/language';
import { tagOf } from '../../core/language';

/** The parts of the document's head that depend on the language. */
export interface Head {
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly manifest: string;
}

const set = (selector: string, attribute: string, value: string) =>
  document.head.querySelector(selector)?.setAttribute(attribute, value);

/** Brings the document's head into the language of its body. */
export function showHead(language: Language, { title, description, canonical, manifest }: Head): void {
  document.documentElement.lang = tagOf[language];
  document.title = title;
  set('meta[name=description]', 'content', description);
  set('link[rel=canonical]', 'href', canonical);
  set('link[rel=manifest]', 'href', manifest);
}
