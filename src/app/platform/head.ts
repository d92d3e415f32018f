import { type Language, tagOf } from '../../core/language';

export interface Head {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly manifest: string;
}

/** Makes the document say in its head what it now says in its body. */
export function showHead({ language, title, description, canonical, manifest }: Head): void {
  document.documentElement.lang = tagOf[language];
  document.title = title;
  const set = (selector: string, attribute: string, value: string) =>
    document.head.querySelector(selector)?.setAttribute(attribute, value);
  set('meta[name=description]', 'content', description);
  set('link[rel=canonical]', 'href', canonical);
  set('link[rel=manifest]', 'href', manifest);
}
