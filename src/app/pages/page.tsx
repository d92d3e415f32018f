import { plain } from '../../core/prose';
import type { Route } from '../../core/routes';
import { articleOf, type Speech } from '../ui/words';
import { AboutPage } from './AboutPage';
import { ArticlePage } from './ArticlePage';
import { HomePage } from './HomePage';
import { MeasuresPage } from './MeasuresPage';
import { MissingPage } from './MissingPage';
import { TermsPage } from './TermsPage';

/** The page at an address: one line for each kind of route. */
export function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'article':
      return <ArticlePage id={route.article} />;
    case 'measures':
      return <MeasuresPage id={route.article} />;
    case 'terms':
      return <TermsPage />;
    case 'about':
      return <AboutPage />;
    case 'missing':
      return <MissingPage />;
  }
}

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
