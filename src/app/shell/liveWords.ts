import installEn from '../../../locales/en/install.json';
import placeEn from '../../../locales/en/place.json';
import statusEn from '../../../locales/en/status.json';
import installZh from '../../../locales/zh/install.json';
import placeZh from '../../../locales/zh/place.json';
import statusZh from '../../../locales/zh/status.json';
import type { Words } from '../../core/i18n';

/** What scripts say on every page; what stands in a page's text comes with the page. */
export const liveWords = {
  zh: { install: installZh, place: placeZh, status: statusZh },
  en: { install: installEn, place: placeEn, status: statusEn },
} satisfies Words;
