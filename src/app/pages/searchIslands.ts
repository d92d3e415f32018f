import { Search } from '../features/search/Search';
import type { Islands } from './islands';

/** That of the search page. */
export const searchIslands = { search: Search } satisfies Islands;
