import type { PageCard } from '../../core/page';

/** What a page of this site says about itself. */
export const readCard = (page: Document): PageCard =>
  JSON.parse(page.getElementById('page')?.textContent ?? '');
