import type { i18n } from 'i18next';
import { renderToString } from 'preact-render-to-string';
import { languages, tagOf } from '../../core/language';
import { openWords, type PageData, type PageInfo } from '../../core/page';
import type { Route } from '../../core/routes';
import { pageModules } from '../pages';
import { type Assets, bilingualBody, documentOf, linksOf, resetDocument } from './document';
import { View } from './View';

export interface Prerenderer {
  /** The whole HTML document of a route, with its linked data (JSON-LD) where it has any. */
  page(route: Route, info: PageInfo, assets: Assets, linked?: object): string;
  /** The document at `/`, or the not-found page for addresses without a language. */
  bilingual(kind: 'root' | 'missing', info: PageInfo, assets: Assets): string;
  /** The reset page; its assets name a script of its own. */
  reset(info: PageInfo, assets: Assets): string;
}

/** Renders any page in any language; a word that is missing throws and so stops the build. */
export function openPrerenderer(instance: i18n, data: PageData): Prerenderer {
  return {
    page(route, info, assets, linked) {
      const { language, page } = route;
      const words = openWords(instance, info, data)[language];
      const { Page, headingOf } = pageModules[page];
      const parts = { words, follow: () => () => undefined };
      const body = renderToString(
        <View parts={parts}>
          <Page />
        </View>,
      );
      const links = linksOf(info.site, route);
      return documentOf({ language, ...headingOf(words), body, info, linked, links }, assets, info.site);
    },
    bilingual(kind, info, assets) {
      const { site } = info;
      const words = openWords(instance, info, data);
      const choices = languages.map((language) => {
        const { t } = words[language];
        const text = kind === 'root' ? t('home:lead') : t('missing:title');
        return { language, brand: t('frame:brand'), text, link: t('frame:enter') };
      });
      const alternates = languages.map(
        (language) =>
          `<link rel="alternate" hreflang="${tagOf[language]}" href="${site.origin}${site.base}${language}/">`,
      );
      const titles = choices.map(({ brand, text }) => (kind === 'root' ? brand : text));
      const document = {
        language: 'zh' as const,
        title: titles.join(' · '),
        description: words.zh.t('home:description'),
        body: bilingualBody(site, choices),
        info,
        links: kind === 'root' ? alternates.join('') : '<meta name="robots" content="noindex">',
      };
      return documentOf(document, assets, site);
    },
    reset(info, assets) {
      const words = openWords(instance, info, data);
      const inEach = languages.map((language) => {
        const { t } = words[language];
        return {
          language,
          title: t('reset:title'),
          text: t('reset:text'),
          button: t('reset:button'),
          done: t('reset:done'),
          failed: t('reset:failed'),
          noScript: t('reset:no-script'),
          home: t('reset:home'),
        };
      });
      return resetDocument(info.site, inEach, assets);
    },
  };
}
