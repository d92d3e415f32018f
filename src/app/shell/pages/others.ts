import copyingEn from '../../../../locales/en/copying.json';
import myDataEn from '../../../../locales/en/my-data.json';
import copyingZh from '../../../../locales/zh/copying.json';
import myDataZh from '../../../../locales/zh/my-data.json';
import { otherIslands } from '../../pages/otherIslands';
import { appFor } from '../app';

/** The idle script of every page that has none of its own. */
export const openApp = appFor({
  islands: otherIslands,
  words: {
    zh: { copying: copyingZh, 'my-data': myDataZh },
    en: { copying: copyingEn, 'my-data': myDataEn },
  },
});
