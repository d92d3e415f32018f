import { articleOf } from '../ui/print';
import { closed, type HeadingAt } from './heading';

export const measuresHeading: HeadingAt = (route, speech) => {
  const { t } = speech;
  const article = articleOf(speech, 'article' in route ? route.article : undefined);
  const words = { article: article.text('title'), count: article.facts.measures.length };
  return closed(speech, { title: t('measures:title'), description: t('measures:description', words) });
};
