import type { i18n } from 'i18next';
import { translateIn } from '../core/i18n';
import { type Language, languages, tagOf } from '../core/language';
import { hrefOf, type Site } from '../core/routes';
import { screenshotSizes } from '../node/screenshotSizes';
import type { DataFile } from './files';

const icons = [
  { src: 'icons/pwa-192x192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { src: 'icons/pwa-512x512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { src: 'icons/maskable-icon-512x512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  { src: 'icons/monochrome-512x512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' },
];

/** Android shows no more of them. */
const mostShortcuts = 4;

/**
 * One app, described in each language: the same id, scope and start address, so that a reader who
 * installs from either language has one icon, which opens in the language last used.
 */
export function manifestOf(
  instance: i18n,
  site: Site,
  articles: readonly string[],
  language: Language,
): DataFile {
  const { base } = site;
  const t = translateIn(instance, language);
  const say = t as unknown as (key: string) => string;
  const inEvery = (key: 'name' | 'short-name' | 'description') =>
    Object.fromEntries(
      languages.map((each) => [tagOf[each], translateIn(instance, each)(`frame:app.${key}`)]),
    );
  const shortcut = (article: string) => ({
    name: say(`reports:${article}.name`),
    url: hrefOf(site, { page: 'article', language, article }),
    icons: [{ src: `${base}icons/pwa-192x192.png`, sizes: '192x192', type: 'image/png' }],
  });
  const screenshot = (shape: keyof typeof screenshotSizes) => ({
    src: `${base}screenshots/${language}-${shape}.png`,
    sizes: `${screenshotSizes[shape].width}x${screenshotSizes[shape].height}`,
    type: 'image/png',
    form_factor: shape,
    label: t(`frame:app.${shape}`),
  });
  const manifest = {
    id: base,
    scope: base,
    start_url: `${base}?source=pwa`,
    lang: tagOf[language],
    dir: 'ltr',
    name: t('frame:app.name'),
    short_name: t('frame:app.short-name'),
    description: t('frame:app.description'),
    name_localized: inEvery('name'),
    short_name_localized: inEvery('short-name'),
    description_localized: inEvery('description'),
    display: 'standalone',
    background_color: '#fbf7ee',
    theme_color: '#fbf7ee',
    categories: ['news', 'education'],
    icons: icons.map((icon) => ({ ...icon, src: base + icon.src })),
    screenshots: [screenshot('narrow'), screenshot('wide')],
    shortcuts: articles.slice(0, mostShortcuts).map(shortcut),
  };
  return { fileName: `${language}.webmanifest`, source: JSON.stringify(manifest) };
}
