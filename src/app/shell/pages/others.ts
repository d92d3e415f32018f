import copyingEn from '../../../../locales/en/copying.json';
import myDataEn from '../../../../locales/en/my-data.json';
import savedEn from '../../../../locales/en/saved.json';
import settingsEn from '../../../../locales/en/settings.json';
import copyingZh from '../../../../locales/zh/copying.json';
import myDataZh from '../../../../locales/zh/my-data.json';
import savedZh from '../../../../locales/zh/saved.json';
import settingsZh from '../../../../locales/zh/settings.json';
import data from '../../features/my-data/MyData.module.css?inline';
import saved from '../../features/saved/SavedList.module.css?inline';
import settings from '../../features/settings/Settings.module.css?inline';
import { otherIslands } from '../../pages/otherIslands';
import { appFor } from '../app';

/** The idle script of every page that has none of its own. */
export const openApp = appFor({
  islands: otherIslands,
  styles: data + saved + settings,
  words: {
    zh: { copying: copyingZh, 'my-data': myDataZh, saved: savedZh, settings: settingsZh },
    en: { copying: copyingEn, 'my-data': myDataEn, saved: savedEn, settings: settingsEn },
  },
});
