import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import { addWords, openI18n } from '../core/i18n';
import { languages } from '../core/language';
import type { PageCard } from '../core/page';
import { inLanguage, pathOf, type Route, routesOf, type Site } from '../core/routes';
import { type Content, ContentError, checkContent, loadContent, projectRoot } from '../node/content';
import { bundleStandalone } from '../node/standalone';
import { type DataFile, pageCardOf, pageDataOf, pairOf, resourcesOf, type ScriptOf } from './files';
import { jsonLdOf } from './jsonLd';
import { lean } from './lean';
import { manifestOf } from './manifest';
import { dataPackageOf, openDataOf } from './openData';
import { integrityOf, policyOf } from './policy';
import { stylesFor } from './styles';

type Shell = typeof import('../app/shell/prerender');
type Assets = import('../app/shell/document').Assets;

export const shellEntry = 'src/app/shell/prerender.tsx';
export const clientEntries = {
  entry: 'src/app/shell/entry.ts',
  article: 'src/app/shell/pages/article.ts',
  measures: 'src/app/shell/pages/measures.ts',
  search: 'src/app/shell/pages/search.ts',
  others: 'src/app/shell/pages/others.ts',
  keeper: 'src/app/shell/pages/keeper.ts',
} as const;

/** The reset page's script is no part of the bundle: it shares nothing with what may be broken. */
const resetEntry = 'src/app/shell/reset.ts';

/** Nor is the one that stands in every page. */
const bootEntry = 'src/app/shell/boot.ts';

/** The script of a page: some have their own, so that they carry no other page's. */
const appOf = (page: PageCard['page']) =>
  page === 'article' || page === 'measures' || page === 'search' ? page : 'others';

/** Each but the last stands in its pages, and by its hash in the header of every page: so they are few. */
const looks = ['article', 'measures', 'others', 'own'] as const;

/** The reader's own pages, which say little before a script has filled them, and those that only lead on. */
const ownPages: readonly PageCard['page'][] = ['search', 'saved', 'settings', 'root', 'missing'];

/** The styles of a page, by the pages it shares them with. */
function lookOf(page: PageCard['page']): (typeof looks)[number] {
  const app = appOf(page);
  return ownPages.includes(page) || app === 'search' ? 'own' : app;
}

const scriptOf = (owner: Parameters<ScriptOf>[0]) => (owner === 'keeper' ? owner : appOf(owner));

/**
 * The order in which layers of styles count. It is said here, before all styles, because the bundler
 * may put the file that says it after others.
 */
const layers = '@layer tokens,base,ui,features,pages;';
/** Where the prerenderer itself is built: it never reaches `dist/`. */
export const shellFolder = 'node_modules/.cache/yaolan-shell';

/** All styles of the printed pages and of what scripts add to them, from the prerenderer's own build. */
function sheetOf(folder: string): string {
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  if (sheets.length !== 1) throw new Error(`${folder}: expected one sheet of styles, got ${sheets.length}`);
  return readFileSync(join(folder, sheets[0] ?? ''), 'utf8').trim();
}

const versionOf = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** A page as it is without the files of this build. */
const bare: Assets = { css: '', boot: '', policy: '', entry: { src: '', integrity: '' } };

interface Parts {
  readonly site: Site;
  readonly content: Content;
  readonly script: ScriptOf;
}

/** Opens the shell with the content and says what every page and file of the site is. */
function openBuild(shell: Shell, { site, content, script }: Parts) {
  const version = versionOf(projectRoot);
  const data = pageDataOf(content, version);
  const words = { zh: resourcesOf(content, 'zh'), en: resourcesOf(content, 'en') };
  const instance = openI18n('zh');
  for (const language of languages) addWords(instance, language, words[language]);
  const [first] = content.articles;
  const files: DataFile[] = [
    ...content.articles.flatMap((article) => openDataOf(instance, article)),
    dataPackageOf(content.articles, version),
    ...languages.map((language) => manifestOf(instance, site, first?.facts.id ?? '', language)),
  ];
  const prerenderer = shell.openPrerenderer(site, data, words);
  const parts = { instance, site, articles: content.articles };
  const cardOf = (page: PageCard['page'], article: string | null = null) =>
    pageCardOf(content, site, script, { page, article });
  const pageOf = (route: Route, card: PageCard, assets: Assets) =>
    prerenderer.page(route, card, assets, jsonLdOf(parts, route));
  return {
    files,
    bilingual: (kind: 'root' | 'missing', assets: Assets) =>
      prerenderer.bilingual(kind, cardOf(kind), assets),
    page: (route: Route, assets: Assets) => {
      const card = cardOf(route.page, 'article' in route ? route.article : null);
      const pair = pairOf(languages.map((language) => pageOf(inLanguage(route, language), card, bare)));
      return pageOf(route, { ...card, pair }, assets);
    },
    reset: prerenderer.reset,
    routes: routesOf(content.articles.map(({ facts }) => facts.id)),
  };
}

/** What a file's name ends with, so that it may be kept for ever. */
const nameHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 8);

const htmlOf = (pages: readonly { readonly html: string }[]) => pages.map(({ html }) => html);

const fileNameOf = (route: Route): string =>
  route.page === 'missing' ? pathOf(route) : `${pathOf(route)}index.html`;

function sitemapOf(site: Site, routes: readonly Route[]): string {
  const addresses = routes
    .filter(({ page }) => page !== 'missing' && !ownPages.includes(page))
    .map((route) => site.origin + site.base + pathOf(route));
  const urls = addresses.map((address) => `<url><loc>${address}</loc></url>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>\n`;
}

/**
 * Writes every page of the reader in both languages, with its data files and manifests, as part of
 * the client build: because they are emitted and not written afterwards, the worker's manifest
 * finds them all. In development the same pages are rendered on request.
 */
export function yaolan(site: Site): Plugin {
  let content: Content;
  return {
    name: 'yaolan-prerender',
    buildStart() {
      // Once is enough: the pages are written by the client's build.
      if (this.environment.name !== 'client') return;
      const checked = checkContent();
      if (checked.faults.length > 0) throw new ContentError(checked.faults);
      content = checked.content;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        if (this.environment.name !== 'client') return;
        const url = pathToFileURL(join(projectRoot, shellFolder, 'prerender.js')).href;
        const shell = (await import(`${url}?${Date.now()}`)) as Shell;
        const outputs = Object.values(bundle);
        const chunkNamed = (name: string) => {
          const chunk = outputs.find((output) => output.type === 'chunk' && output.name === name);
          if (chunk?.type !== 'chunk') throw new Error(`the client build has no script "${name}"`);
          return chunk;
        };
        const sheet = layers + sheetOf(join(projectRoot, shellFolder));
        for (const { type, fileName } of outputs) {
          // But for the styles of paper, which no page waits for.
          if (type === 'asset' && /(?<!print-[\w-]{8})\.css$/.test(fileName)) delete bundle[fileName];
        }
        const entry = chunkNamed('entry');
        const { files, page, routes, bilingual, reset } = openBuild(shell, {
          site,
          content,
          script: (owner) => site.base + chunkNamed(scriptOf(owner)).fileName,
        });
        const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
        const [code, boot] = await Promise.all([
          bundleStandalone(resetEntry),
          bundleStandalone(bootEntry, 'es'),
        ]);
        if (!code || !boot) throw new Error('a script that stands alone is empty');
        const nameOfReset = `assets/reset-${nameHash(code)}.js`;
        const ofReset = { src: site.base + nameOfReset, integrity: integrityOf(code) };
        emit(nameOfReset, code);
        const pages = [
          ...routes.map((route) => ({
            fileName: fileNameOf(route),
            page: route.page,
            write: (assets: Assets) => lean(page(route, assets)),
          })),
          { fileName: 'index.html', page: 'root', write: (assets: Assets) => bilingual('root', assets) },
          { fileName: '404.html', page: 'missing', write: (assets: Assets) => bilingual('missing', assets) },
          {
            fileName: 'reset/index.html',
            page: 'missing',
            write: (assets: Assets) => reset({ ...assets, entry: ofReset }),
          },
        ] as const;
        const markup = pages.map(({ page, write }) => ({ look: lookOf(page), html: write(bare) }));
        const sheets = Object.fromEntries(
          looks.map((look) => {
            const shown = markup.filter((page) => page.look === look);
            return [look, stylesFor(sheet, htmlOf(shown), htmlOf(markup))] as const;
          }),
        );
        const { own = '', ...inline } = sheets;
        const nameOfOwn = `assets/own-${nameHash(own)}.css`;
        emit(nameOfOwn, own);
        // In nine pages the same styles would be a twentieth of the offline edition's bytes.
        const sheetOfOwn = { src: site.base + nameOfOwn, integrity: integrityOf(own) };
        const assetsOf = (page: PageCard['page']): Assets => {
          const look = lookOf(page);
          const css = inline[look] ?? '';
          // The root's policy holds for all pages: servers take their header from it.
          const allowed = page === 'root' ? Object.values(inline) : look === 'own' ? [] : [css];
          return {
            css,
            sheet: look === 'own' ? sheetOfOwn : undefined,
            boot: boot.trim(),
            policy: policyOf(allowed, boot.trim()),
            entry: { src: site.base + entry.fileName, integrity: integrityOf(entry.code) },
          };
        };
        for (const { fileName, source } of files) emit(fileName, source);
        for (const { fileName, page, write } of pages) emit(fileName, write(assetsOf(page)));
        if (site.origin) emit('sitemap.xml', sitemapOf(site, routes));
      },
    },
    configureServer(server) {
      server.middlewares.use(developmentPages(server, site));
      // Content is read from disk and not imported, so Vite does not know that pages depend on it.
      server.watcher.on('change', (file) => {
        if (/[\\/](locales|content)[\\/].*\.json$/.test(file)) server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/** Pages for `npm run dev`: rendered afresh for each request, with hot reload and without a policy. */
function developmentPages(server: ViteDevServer, site: Site) {
  const environment = server.environments.ssr;
  return async (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
    try {
      if (!('runner' in environment)) return next();
      const runner = environment.runner as { import(url: string): Promise<unknown> };
      const shell = (await runner.import(`/${shellEntry}`)) as Shell;
      const { files, page, routes, bilingual, reset } = openBuild(shell, {
        site,
        content: loadContent(),
        script: (owner) => site.base + clientEntries[scriptOf(owner)],
      });
      const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
      const send = (type: string, body: string) => {
        response.setHeader('Content-Type', `${type}; charset=utf-8`);
        response.end(body);
      };
      const file = files.find(({ fileName }) => fileName === path);
      if (file) return send('application/json', file.source);
      const assets = {
        css: '',
        boot: '',
        policy: '',
        entry: { src: `${site.base}${clientEntries.entry}`, integrity: '' },
      };
      const route = routes.find((route) => [pathOf(route), `${pathOf(route)}index.html`].includes(path));
      const ofReset = { src: `${site.base}${resetEntry}`, integrity: '' };
      const html = route
        ? page(route, assets)
        : path === ''
          ? bilingual('root', assets)
          : path === 'reset/'
            ? reset({ ...assets, entry: ofReset })
            : undefined;
      if (html === undefined) return next();
      const styled = html.replace(
        '</head>',
        `<script type="module" src="${site.base}src/app/shell/development.ts"></script></head>`,
      );
      return send('text/html', await server.transformIndexHtml(request.url ?? '/', styled));
    } catch (error) {
      return next(error);
    }
  };
}
