import { type Language, tagOf } from '../../core/language';

/** What a document's head says in the language of its words. */
export type Head = Readonly<Record<keyof typeof said, string>> & { readonly title: string };

const said = {
  description: ['meta[name=description]', 'content'],
  canonical: ['link[rel=canonical]', 'href'],
  manifest: ['link[rel=manifest]', 'href'],
} as const;

const keys = Object.keys(said) as (keyof typeof said)[];

const find = ({ head }: Document, key: keyof typeof said) => head.querySelector(said[key][0]);

export const headOf = (page: Document): Head => ({
  title: page.title,
  ...(Object.fromEntries(
    keys.map((key) => [key, find(page, key)?.getAttribute(said[key][1]) ?? '']),
  ) as Record<keyof typeof said, string>),
});

/** Makes the document say in its head what it now says in its body. */
export function showHead(language: Language, head: Head): void {
  document.documentElement.lang = tagOf[language];
  document.title = head.title;
  for (const key of keys) find(document, key)?.setAttribute(said[key][1], head[key]);
}
