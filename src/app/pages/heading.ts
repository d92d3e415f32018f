import { plain } from '../../core/prose';
import type { Route } from '../../core/routes';
import { articleOf, type Speech } from '../ui/words';

export interface Heading {
  readonly title: string;
  readonly description: string;
}

function headingIn(route: Route, speech: Speech): Heading {
  const { t } = speech;
  switch (route.page) {
    case 'article': {
      const article = articleOf(speech, route.article);
      return { title: article.text('title'), description: article.text('description') };
    }
    case 'measures': {
      const article = articleOf(speech, route.article);
      const words = { article: article.text('title'), count: article.facts.measures.length };
      return { title: t('measures:title'), description: t('measures:description', words) };
    }
    case 'terms':
      return { title: t('glossary:title'), description: t('glossary:description') };
    case 'home':
    case 'about':
    case 'missing':
      return { title: t(`${route.page}:title`), description: t(`${route.page}:description`) };
  }
}

/** The document's title and description; the site's name closes every title but its own. */
export function headingOf(route: Route, speech: Speech): Heading {
  const { title, description } = headingIn(route, speech);
  const brand = speech.t('frame:brand');
  return {
    title: plain(title.includes(brand) ? title : `${title} · ${brand}`),
    description: plain(description),
  };
}
