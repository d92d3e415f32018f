import { type Language, languages, tagOf } from '../../core/language';
import type { FileAddress, PageInfo } from '../../core/page';
import { addressOf, hrefOf, inLanguage, type Route, type Site } from '../../core/routes';

/** What the build knows about the files that every page needs. */
export interface Assets {
  /** The styles that the text needs, inlined so that the text waits for no second request. */
  readonly css: string;
  /** All styles of the site: for print, and for the screen once there is a script (see `platform/sheet`). */
  readonly sheet: FileAddress;
  /** The script that runs before the first paint, inlined as well. */
  readonly boot: string;
  /** The import map, with which browsers refuse scripts whose bytes differ from the released ones. */
  readonly importMap: string;
  /** The content security policy, which names the hashes of the inlined styles and scripts. */
  readonly policy: string;
  readonly entry: FileAddress;
}

export interface Document {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  readonly info: PageInfo;
  /** What the page tells programs about itself, if anything (JSON-LD). */
  readonly linked?: object | undefined;
  /** Further elements of the head, as HTML. */
  readonly links: string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

/** JSON that cannot end the script element it stands in. */
const escapeJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** Canonical address and the page's other language; absolute when the site's origin is known. */
export function linksOf(site: Site, route: Route): string {
  if (route.page === 'missing') return '<meta name="robots" content="noindex">';
  const alternate = (tag: string, to: Route) =>
    `<link rel="alternate" hreflang="${tag}" href="${escapeHtml(addressOf(site, to))}">`;
  return [
    `<link rel="canonical" href="${escapeHtml(addressOf(site, route))}">`,
    ...languages.map((language) => alternate(tagOf[language], inLanguage(route, language))),
    alternate('x-default', inLanguage(route, 'zh')),
  ].join('');
}

const stylesOf = ({ css }: Assets): string => `<style>${css}</style>`;

const sheetOf = ({ sheet: { src, integrity } }: Assets): string =>
  src && `<link rel="stylesheet" media="print" href="${src}" integrity="${integrity}">`;

const moduleOf = ({ src, integrity }: FileAddress, priority = ''): string =>
  `<script type="module"${priority} src="${src}"${integrity ? ` integrity="${integrity}"` : ''}></script>`;

const linkedBlock = (linked: object | undefined): string =>
  linked ? `<script type="application/ld+json">${escapeJson(linked)}</script>` : '';

export function documentOf(document: Document, assets: Assets, site: Site): string {
  const { language, title, description, body, info, linked, links } = document;
  const { base } = site;
  return [
    `<!doctype html><html lang="${tagOf[language]}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(assets.policy)}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    links,
    `<link rel="manifest" href="${base}${language}.webmanifest">`,
    `<link rel="icon" href="${base}icons/favicon.ico" sizes="32x32">`,
    `<link rel="icon" href="${base}icons/icon.svg" type="image/svg+xml">`,
    `<link rel="apple-touch-icon" href="${base}icons/apple-touch-icon-180x180.png">`,
    // Of two theme colours the first whose media query applies counts.
    '<meta name="theme-color" content="#17130f" media="(prefers-color-scheme:dark)">',
    '<meta name="theme-color" content="#fbf7ee">',
    assets.boot && `<script>${assets.boot}</script>`,
    `${stylesOf(assets)}${linkedBlock(linked)}</head>`,
    `<body><live-page></live-page><div id="app">${body}</div>`,
    // What paper and scripts need comes last, because the text does not need it.
    sheetOf(assets),
    `<script type="application/json" id="page">${escapeJson(info)}</script>`,
    assets.importMap && `<script type="importmap">${assets.importMap}</script>`,
    // Low priority, because browsers would fetch it as urgently as what they paint.
    moduleOf(assets.entry, ' fetchpriority="low"'),
    '</body></html>\n',
  ].join('');
}

/** What the reset page says in one language. */
export interface ResetWords {
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly done: string;
  readonly failed: string;
  readonly noScript: string;
  readonly home: string;
}

/**
 * The reset page, in both languages at once. It has neither the entry script nor page information, because
 * it must work where these fail.
 */
export function resetDocument(site: Site, words: readonly ResetWords[], assets: Assets): string {
  const title = words.map(({ title }) => title).join(' · ');
  const heading = words.map(
    ({ language, title }) => `<span lang="${tagOf[language]}">${escapeHtml(title)}</span>`,
  );
  const block = ({ language, text, button, done, failed, noScript, home }: ResetWords) => {
    const address = escapeHtml(hrefOf(site, { page: 'home', language }));
    return [
      `<div lang="${tagOf[language]}"><p>${escapeHtml(text)}</p>`,
      `<p><button type="button" data-reset hidden>${escapeHtml(button)}</button></p>`,
      `<noscript><p>${escapeHtml(noScript)}</p></noscript>`,
      `<div role="status"><p data-done hidden>${escapeHtml(done)}</p><p data-failed hidden>${escapeHtml(failed)}</p></div>`,
      `<p><a href="${address}">${escapeHtml(home)}</a></p></div>`,
    ].join('');
  };
  return [
    `<!doctype html><html lang="${tagOf.zh}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(assets.policy)}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
    `<title>${escapeHtml(title)}</title><meta name="robots" content="noindex">`,
    `<link rel="icon" href="${site.base}icons/favicon.ico" sizes="32x32">`,
    stylesOf(assets),
    `${moduleOf(assets.entry)}</head>`,
    `<body><main id="main" class="choice"><h1>${heading.join(' ')}</h1>${words.map(block).join('')}</main></body></html>\n`,
  ].join('');
}

export interface Choice {
  readonly language: Language;
  readonly brand: string;
  readonly text: string;
  readonly link: string;
}

/**
 * A page in both languages at once: the root, from where a script sends the reader on, and the not-found page
 * for addresses that name no language.
 */
export function bilingualBody(site: Site, choices: readonly Choice[]): string {
  const brand = (choice: Choice) =>
    `<span lang="${tagOf[choice.language]}">${escapeHtml(choice.brand)}</span>`;
  const block = ({ language, text, link }: Choice) => {
    const tag = tagOf[language];
    const home = escapeHtml(hrefOf(site, { page: 'home', language }));
    return `<div lang="${tag}"><p>${escapeHtml(text)}</p><p><a href="${home}" hreflang="${tag}">${escapeHtml(link)}</a></p></div>`;
  };
  return `<main id="main" class="choice"><h1>${choices.map(brand).join(' ')}</h1>${choices.map(block).join('')}</main>`;
}
