import { articleHeading } from './articleHeading';
import type { HeadingAt } from './heading';
import { measuresHeading } from './measuresHeading';
import { otherHeading } from './otherHeading';

/** On any page, for the prerenderer. */
export const headingOf: HeadingAt = (route, speech) => {
  if (route.page === 'article') return articleHeading(route, speech);
  return (route.page === 'measures' ? measuresHeading : otherHeading)(route, speech);
};
