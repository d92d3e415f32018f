import { openPrerenderer } from '../../src/app/shell/prerender';
import type { Resources } from '../../src/core/i18n';
import type { Language } from '../../src/core/language';
import type { PageCard } from '../../src/core/page';
import { type Route, routesOf, type Site } from '../../src/core/routes';
import { pageCardOf, pageDataOf, resourcesOf } from '../../src/prerender/files';
import { policyOf } from '../../src/prerender/policy';
import { realContent } from '../core/aSpeaker';

type Words = Record<Language, Resources>;

interface Changes {
  site?: Partial<Site>;
  /** Works on a copy of all words. */
  spoil?: (words: Record<Language, Record<string, Record<string, unknown>>>) => void;
}

const css = 'b{color:red}';

export const assets = {
  css,
  boot: 'boot()',
  policy: policyOf([css], 'boot()'),
  entry: { src: '/assets/entry-abc.js', integrity: 'sha256-abc' },
};

/** Every page of the real content, rendered as the build does it, without a build. */
export function aSite({ site: ofSite = {}, spoil }: Changes = {}) {
  const site: Site = { base: '/', origin: '', ...ofSite };
  const data = pageDataOf(realContent, '1.2.3');
  const words = structuredClone<Words>({
    zh: resourcesOf(realContent, 'zh'),
    en: resourcesOf(realContent, 'en'),
  });
  spoil?.(words as Parameters<typeof spoil>[0]);
  const cardFor = (page: PageCard['page'], article: string | null = null) =>
    pageCardOf(realContent, site, () => `${site.base}assets/app-abc.js`, { page, article });
  const cardOf = (route: Route) => cardFor(route.page, 'article' in route ? route.article : null);
  const prerenderer = openPrerenderer(site, data, words);
  return {
    site,
    cardOf,
    prerenderer,
    routes: routesOf(realContent.articles.map(({ facts }) => facts.id)),
    page: (route: Route) => prerenderer.page(route, cardOf(route), assets),
    bilingual: (kind: 'root' | 'missing') => prerenderer.bilingual(kind, cardFor(kind), assets),
  };
}

export const articleId = realContent.articles[0]?.facts.id ?? '';

/** One copy of the words with one key, `namespace.key.key`, gone. */
export const without =
  (language: Language, path: string): NonNullable<Changes['spoil']> =>
  (words) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let holder: Record<string, unknown> = words[language];
    for (const key of keys) holder = holder[key] as Record<string, unknown>;
    if (!(last in holder)) throw new Error(`there is no ${path} to take away`);
    delete holder[last];
  };
