import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assets } from '../app/shell/document';
import { routesOf } from '../core/allRoutes';
import { languages } from '../core/language';
import type { Facts } from '../core/model';
import type { FileAddress, PageInfo } from '../core/page';
import { addressOf, pathOf, type Route, type Site } from '../core/routes';
import { type Content, projectRoot } from '../node/content';
import { articleFilesOf, type DataFile, openSiteI18n, pageDataOf, pageInfoOf, siteFileOf } from './files';
import { jsonLdOf } from './jsonLd';
import { manifestOf } from './manifest';
import { dataPackageOf, openDataOf } from './openData';
import { integrityOf } from './policy';

type Shell = typeof import('../app/shell/prerender');

/** One page of the site as a file. */
export interface SitePage {
  readonly fileName: string;
  /** Whether it is the page of a report's cards. */
  readonly isReport: boolean;
  render(assets: Assets): string;
}

export interface BuiltSite {
  /** The files that scripts fetch, the open figures, and what browsers need to install the reader. */
  readonly files: readonly DataFile[];
  readonly pages: readonly SitePage[];
  /** The reset page; its assets name a script of its own. */
  reset(assets: Assets): string;
}

/** Pages that no search engine needs: they hold only what one reader made, or only lead to other pages. */
const unlisted: readonly PageInfo['page'][] = ['search', 'saved', 'settings', 'missing'];

const versionOf = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** The end of a file's name. It changes with the text, so that browsers may keep the file for ever. */
export const nameHash = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 8);

/** A file that the scripts fetch, under a name that changes with its content. */
function scriptFile(site: Site, name: string, value: object): DataFile & FileAddress {
  const source = JSON.stringify(value);
  const fileName = `assets/${name}-${nameHash(source)}.json`;
  return { fileName, source, src: site.base + fileName, integrity: integrityOf(source) };
}

const addressOnly = ({ src, integrity }: FileAddress): FileAddress => ({ src, integrity });

function sitemapOf(site: Site, routes: readonly Route[]): string {
  const addresses = routes
    .filter(({ page }) => !unlisted.includes(page))
    .map((route) => addressOf(site, route));
  const urls = addresses.map((address) => `<url><loc>${address}</loc></url>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>\n`;
}

/**
 * Refuses a page of a report on which a card or a measure of its facts is missing. The checks of the content see to
 * it that each has its place; this sees the page itself.
 */
function refuseGaps(html: string, { id, cards, measures }: Facts): void {
  const missing = [...cards, ...measures].filter((each) => !html.includes(` id="${each.id}"`));
  if (missing.length > 0)
    throw new Error(`the page of ${id} does not show: ${missing.map((each) => each.id).join(', ')}`);
}

const fileNameOf = (route: Route): string =>
  route.page === 'missing' ? pathOf(route) : `${pathOf(route)}index.html`;

/** Opens the shell with the content, and lists every page and file of the site. */
export function openSite(shell: Shell, content: Content, site: Site): BuiltSite {
  const version = versionOf(projectRoot);
  const instance = openSiteI18n(content);
  const articles = articleFilesOf(content, site);
  const siteData = siteFileOf(content, articles);
  const siteFile = scriptFile(site, 'site', siteData);
  const articleFiles = articles.map((article) => scriptFile(site, article.facts.id, article));
  const files: PageInfo['files'] = {
    site: addressOnly(siteFile),
    articles: Object.fromEntries(
      articles.map(({ facts }, at) => [facts.id, addressOnly(articleFiles[at] as FileAddress)]),
    ),
  };
  const infoOf = (page: PageInfo['page'], article: string | null = null) =>
    pageInfoOf({ site, version, files }, { page, article });
  const prerenderer = shell.openPrerenderer(instance, pageDataOf(articles, siteData));
  const routes = routesOf(Object.keys(files.articles));
  const linkedData = { instance, site, articles: content.articles };
  const pages: SitePage[] = [
    ...routes.map((route) => ({
      fileName: fileNameOf(route),
      isReport: route.page === 'article',
      render(assets: Assets) {
        const info = infoOf(route.page, 'article' in route ? route.article : null);
        const html = prerenderer.page(route, info, assets, jsonLdOf(linkedData, route));
        const shown = route.page === 'article' && articles.find(({ facts }) => facts.id === route.article);
        if (shown) refuseGaps(html, shown.facts);
        return html;
      },
    })),
    ...(['root', 'missing'] as const).map((page) => ({
      fileName: page === 'root' ? 'index.html' : '404.html',
      isReport: false,
      render: (assets: Assets) =>
        prerenderer.bilingual(page, infoOf(page === 'root' ? page : 'unknown'), assets),
    })),
  ];
  return {
    pages,
    reset: (assets) => prerenderer.reset(infoOf('unknown'), assets),
    files: [
      siteFile,
      ...articleFiles,
      ...content.articles.flatMap((article) => openDataOf(instance, article)),
      dataPackageOf(content.articles, version),
      ...languages.map((language) => manifestOf(instance, site, Object.keys(files.articles), language)),
      ...(site.origin ? [{ fileName: 'sitemap.xml', source: sitemapOf(site, routes) }] : []),
    ],
  };
}
