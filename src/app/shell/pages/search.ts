import searchEn from '../../../../locales/en/search.json';
import searchZh from '../../../../locales/zh/search.json';
import search from '../../features/search/Search.module.css?inline';
import { searchIslands } from '../../pages/searchIslands';
import { appFor } from '../app';

/** The idle script of the search page. */
export const openApp = appFor({
  islands: searchIslands,
  styles: search,
  words: { zh: { search: searchZh }, en: { search: searchEn } },
});
