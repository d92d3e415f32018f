import { plain } from '../../core/prose';
import type { Route } from '../../core/routes';
import type { Print } from '../ui/print';

export interface Heading {
  readonly title: string;
  readonly description: string;
}

/** The document's title and description on one kind of page; each stands with the script of its kind. */
export type HeadingAt = (route: Route, speech: Print) => Heading;

/** The site's name closes every title but its own. */
export function closed({ t }: Print, { title, description }: Heading): Heading {
  const brand = t('frame:brand');
  return {
    title: plain(title.includes(brand) ? title : `${title} · ${brand}`),
    description: plain(description),
  };
}
