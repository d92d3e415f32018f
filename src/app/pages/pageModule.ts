import type { ComponentType } from 'preact';
import type { Words } from '../../core/page';
import { plain } from '../../core/prose';

/** The document's title and description. */
export interface Heading {
  readonly title: string;
  readonly description: string;
}

/** One kind of page: its content between the bar and the foot, and its title and description in the head. */
export interface PageModule {
  readonly Page: ComponentType;
  readonly headingOf: (words: Words) => Heading;
}

/** Ends every title with the site's name, unless it contains the name already. */
export function withBrand({ t }: Words, { title, description }: Heading): Heading {
  const brand = t('frame:brand');
  return {
    title: plain(title.includes(brand) ? title : `${title} · ${brand}`),
    description: plain(description),
  };
}

/** For pages whose title and description are in a namespace of the interface. */
export const headingFrom =
  (namespace: 'about' | 'glossary' | 'home' | 'missing' | 'saved' | 'search' | 'settings') =>
  (words: Words): Heading =>
    withBrand(words, {
      title: words.t(`${namespace}:title`),
      description: words.t(`${namespace}:description`),
    });
