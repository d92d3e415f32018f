import * as shell from '../../src/app/shell/prerender';
import { routesOf } from '../../src/core/allRoutes';
import { namespaceOf } from '../../src/core/articleWords';
import type { Language } from '../../src/core/language';
import { pathOf, type Route, type Site } from '../../src/core/routes';
import type { Content } from '../../src/node/content';
import { policyOf } from '../../src/prerender/policy';
import { openSite } from '../../src/prerender/site';
import { knownArticle, realContent } from '../core/aSpeaker';

/** Words by namespace, as a test may change them. */
type Spoilable = Record<Language, Record<string, Record<string, unknown>>>;

interface Changes {
  site?: Partial<Site>;
  content?: Content;
  /** Works on a copy of all words. */
  spoil?: (words: Spoilable) => void;
}

const css = 'b{color:red}';

export const assets = {
  css,
  sheet: { src: '/assets/sheet-abc.css', integrity: 'sha256-def' },
  boot: 'boot()',
  importMap: '{"integrity":{"/assets/entry-abc.js":"sha256-abc"}}',
  policy: policyOf([css], ['boot()']),
  entry: { src: '/assets/entry-abc.js', integrity: 'sha256-abc' },
};

function spoilt(original: Content, spoil: NonNullable<Changes['spoil']>): Content {
  const content = structuredClone(original);
  const namespacesIn = (language: Language) => ({
    ...content.ui[language],
    ...Object.fromEntries(
      content.articles.map(({ facts, words }) => [namespaceOf(facts.id), words[language]]),
    ),
    terms: content.terms.words[language],
  });
  spoil({ zh: namespacesIn('zh'), en: namespacesIn('en') } as unknown as Spoilable);
  return content;
}

/** The site with the real content, unless another is given, rendered as the build does it, without a build. */
export function aSite({ site: ofSite = {}, content = realContent, spoil }: Changes = {}) {
  const site: Site = { base: '/', origin: '', ...ofSite };
  const built = openSite(shell, spoil ? spoilt(content, spoil) : content, site);
  function fileNamed(name: string): string {
    const page = built.pages.find(({ fileName }) => fileName === name);
    if (!page) throw new Error(`no page ${name}`);
    return page.render(assets);
  }
  return {
    ...built,
    site,
    routes: routesOf(content.articles.map(({ facts }) => facts.id)),
    page: (route: Route) => fileNamed(pathOf(route).replace(/\/$/, '/index.html')),
    bilingual: (kind: 'root' | 'missing') => fileNamed(kind === 'root' ? 'index.html' : '404.html'),
    resetPage: () => built.reset(assets),
  };
}

export const articleId = knownArticle;

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
