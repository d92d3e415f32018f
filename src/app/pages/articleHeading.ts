import { articleOf } from '../ui/print';
import { closed, type HeadingAt } from './heading';

export const articleHeading: HeadingAt = (route, speech) => {
  const article = articleOf(speech, 'article' in route ? route.article : undefined);
  return closed(speech, { title: article.text('title'), description: article.text('description') });
};
