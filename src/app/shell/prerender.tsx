// First, because it says in which order the layers of all other styles count.
import '../ui/tokens.css';

import { renderToString } from 'preact-render-to-string';
import { addWords, openI18n, type Resources } from '../../core/i18n';
import { type Language, languages, tagOf } from '../../core/language';
import type { PageCard, PageData } from '../../core/page';
import type { Route, Site } from '../../core/routes';
import { headingOf } from '../pages/headings';
import { Page } from '../pages/page';
import { type Print, printIn } from '../ui/print';
import { type Assets, bilingualBody, documentOf, linksOf, resetDocument } from './document';
import { View } from './View';

export interface Prerenderer {
  /** The whole HTML document of a route, with its linked data (JSON-LD) where it has any. */
  page(route: Route, card: PageCard, assets: Assets, linked?: object): string;
  /** The document at `/`, or the not-found page for addresses without a language. */
  bilingual(kind: 'root' | 'missing', card: PageCard, assets: Assets): string;
  /** The reset page; its assets name its own script. */
  reset(assets: Assets): string;
}

/** Renders any page in any language; a word that is missing throws and so stops the build. */
export function openPrerenderer(
  site: Site,
  data: PageData,
  words: Readonly<Record<Language, Resources>>,
): Prerenderer {
  const instance = openI18n('zh');
  for (const language of languages) addWords(instance, language, words[language]);
  const printOf = (language: Language): Print => printIn(instance, language, site, data);
  const speeches: Readonly<Record<Language, Print>> = { zh: printOf('zh'), en: printOf('en') };

  function page(route: Route, card: PageCard, assets: Assets, linked?: object): string {
    const { language } = route;
    const speech = speeches[language];
    const body = renderToString(
      <View route={route} speech={speech}>
        <Page route={route} />
      </View>,
    );
    const document = {
      language,
      ...headingOf(route, speech),
      body,
      card,
      linked,
      links: linksOf(site, route),
    };
    return documentOf(document, assets, site);
  }

  function bilingual(kind: 'root' | 'missing', card: PageCard, assets: Assets): string {
    const choices = languages.map((language) => {
      const { t } = speeches[language];
      const text = kind === 'root' ? t('home:lead') : t('missing:title');
      return { language, brand: t('frame:brand'), text, link: t('frame:enter') };
    });
    const { t } = speeches.zh;
    const alternates = languages.map(
      (language) =>
        `<link rel="alternate" hreflang="${tagOf[language]}" href="${site.origin}${site.base}${language}/">`,
    );
    const document = {
      language: 'zh' as const,
      title:
        kind === 'root'
          ? choices.map(({ brand }) => brand).join(' · ')
          : choices.map(({ text }) => text).join(' · '),
      description: t('home:description'),
      body: bilingualBody(site, choices),
      card,
      links: kind === 'root' ? alternates.join('') : '<meta name="robots" content="noindex">',
    };
    return documentOf(document, assets, site);
  }

  function reset(assets: Assets): string {
    const words = languages.map((language) => {
      const { t } = speeches[language];
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
    return resetDocument(site, words, assets);
  }

  return { page, bilingual, reset };
}
