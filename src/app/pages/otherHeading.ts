import { closed, type HeadingAt } from './heading';

export const otherHeading: HeadingAt = ({ page }, speech) => {
  const { t } = speech;
  const name = page === 'terms' ? 'glossary' : page === 'article' || page === 'measures' ? 'missing' : page;
  return closed(speech, { title: t(`${name}:title`), description: t(`${name}:description`) });
};
