import sortingEn from '../../../../locales/en/sorting.json';
import sortingZh from '../../../../locales/zh/sorting.json';
import { measuresIslands } from '../../pages/measuresIslands';
import { arrange } from '../../state/sorting';
import { appFor } from '../app';

/** The idle script of the page of all figures. */
export const openApp = appFor({
  islands: measuresIslands,
  words: { zh: { sorting: sortingZh }, en: { sorting: sortingEn } },
  arrange: (part, { speech }) => arrange(part, speech.language),
});
