import { languages } from './language';
import { articlePages, type Route, singlePages } from './routes';

/** Every page of the site in every language, in reading order. */
export function routesOf(articles: readonly string[]): Route[] {
  return languages.flatMap((language): Route[] => [
    { page: 'home', language },
    ...articles.flatMap((article) => articlePages.map((page): Route => ({ page, language, article }))),
    ...singlePages.filter((page) => page !== 'home').map((page): Route => ({ page, language })),
  ]);
}
