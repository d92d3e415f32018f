import { SortAnnouncement, SortHead } from '../features/measures/SortHead';
import type { Islands } from './islands';

/** Those of the page of all figures. */
export const measuresIslands = {
  'sort-measure': () => <SortHead column="measure" />,
  'sort-paragraph': () => <SortHead column="paragraph" />,
  sorted: SortAnnouncement,
} satisfies Islands;
