/// <reference lib="webworker" />
import { Route, Router } from 'workbox-routing';
import { isLanguage } from '../core/language';
import { type FailureReport, parseMessage, type TidyRequest } from '../core/messages';
import { absentPage } from './absent';
import type { ListedFile } from './door';
import { openEarlier } from './earlier';
import { openEdition } from './edition';
import { pageAddressOf } from './pages';

declare const self: Omit<ServiceWorkerGlobalScope, '__WB_MANIFEST'> & {
  readonly __WB_MANIFEST: ListedFile[];
};

/*
 * Everything both languages need is stored when a version is installed, all or nothing, and every file is
 * checked against its hash. A new version waits until the reader accepts it or starts afresh: it calls
 * `skipWaiting` only with the reader's consent, and never `claim`.
 */
const { scope } = self.registration;
const base = new URL(scope).pathname;
const edition = openEdition(scope, self.__WB_MANIFEST);
const earlier = openEarlier(scope, edition);

/**
 * Whether an error comes from storage: a quota, a full disk or a broken one. Engines give it many names, but
 * always as a DOMException. An error of the network is none.
 */
const isOfStorage = (error: unknown): boolean => error instanceof DOMException;

/**
 * Whether a page is of this reader. A worker sees all pages of the origin, also those of
 * other readers beside this one.
 */
const isOurs = ({ url }: Client): boolean => url.startsWith(scope);

async function tellPages(report: FailureReport): Promise<void> {
  const pages = await self.clients.matchAll({ includeUncontrolled: true });
  for (const page of pages.filter(isOurs)) page.postMessage(report);
}

/**
 * Stores this version. After a broken network the next attempt goes on with what is stored already. If there
 * is no room, the files that were added are removed again.
 */
async function install(): Promise<void> {
  const cache = await caches.open(edition.cacheName);
  const before = new Set((await cache.keys()).map(({ url }) => url));
  const { failures } = await edition.mend({ givesUp: true });
  if (failures.length === 0) {
    const request: TidyRequest = { type: 'TIDY', newest: edition.keys };
    return self.registration.active?.postMessage(request);
  }
  const failure = failures.find(isOfStorage) ?? failures[0];
  const isFull = isOfStorage(failure);
  await tellPages({ type: 'FAILED', why: String(failure), isFull });
  if (isFull) {
    const added = (await cache.keys()).filter(({ url }) => !before.has(url));
    await Promise.all(added.map((request) => cache.delete(request)));
  }
  throw failure;
}

/** Not yet in TypeScript's own types. */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?(rules: { condition: { urlPattern: unknown }; source: 'fetch-event' }): Promise<void>;
}

self.addEventListener('install', (event: RoutingInstallEvent) => {
  event.waitUntil(install());
  // Without these routes Chromium also asks the network for a page while the
  // worker is starting, on every return.
  const { URLPattern } = globalThis as { URLPattern?: new (init: object) => unknown };
  if (!event.addRoutes || !URLPattern) return;
  const rules = { condition: { urlPattern: new URLPattern({}) }, source: 'fetch-event' } as const;
  event.addRoutes(rules).catch(() => undefined);
});
self.addEventListener('activate', (event) => event.waitUntil(earlier.succeed()));

const patience = 10_000; // ms: a network that accepts and never answers counts as none

async function fromNetwork(request: Request): Promise<Response> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    return await fetch(request, { signal: giveUp.signal });
  } finally {
    // The answer has begun; a slow body may take its time.
    clearTimeout(timer);
  }
}

const languageOf = (pathname: string) => {
  const [first] = pathname.slice(base.length).split('/');
  return isLanguage(first) ? first : 'zh';
};

/** The not-found page with status 404, in the language of the address, or in Chinese if it names none. */
async function missingPage(pathname: string): Promise<Response> {
  const page = await edition.read(`${base}${languageOf(pathname)}/404.html`);
  if (!page) return absentPage(base, pathname, languageOf(pathname));
  return new Response(page.body, { status: 404, statusText: 'Not Found', headers: page.headers });
}

async function answerPage(request: Request, { pathname, search }: URL): Promise<Response> {
  const address = pageAddressOf(pathname, edition.paths);
  if (address === undefined) {
    // Without a network nothing could be fetched after a reset, so the reset page leads home instead.
    const otherwise = () =>
      pathname === `${base}reset/` ? Response.redirect(base, 302) : missingPage(pathname);
    return fromNetwork(request).catch(otherwise);
  }
  if (address !== pathname) return Response.redirect(address + search, 302);
  const stored = await edition.read(address);
  return stored ?? fromNetwork(request).catch(() => absentPage(base, pathname, languageOf(pathname)));
}

/**
 * Answers a request for a file. Open pages of an earlier version ask for scripts of that version. A page that has
 * refused the stored bytes asks past all caches.
 */
async function answerFile(request: Request, { pathname, href }: URL): Promise<Response> {
  const find = () => {
    if (!edition.paths.has(pathname)) return earlier.match(href);
    return request.cache === 'reload' ? edition.readMended(pathname) : edition.match(pathname);
  };
  return (await find().catch(() => undefined)) ?? fromNetwork(request);
}

const isPage = ({ mode }: Request): boolean => mode === 'navigate';

// Workbox's shared router is not used, because it also takes messages (`CACHE_URLS`) from any page.
const router = new Router();
router.registerRoute(
  new Route(
    ({ url: { pathname }, request, sameOrigin }) =>
      sameOrigin &&
      pathname.startsWith(base) &&
      (isPage(request) || edition.paths.has(pathname) || pathname.startsWith(`${base}assets/`)),
    ({ request, url }) => (isPage(request) ? answerPage(request, url) : answerFile(request, url)),
  ),
);
router.addFetchListener();

/** A page that is newer than this version came from the network, and is not stored however whole the version is. */
async function answerAudit({ url }: Client, port: MessagePort | undefined): Promise<void> {
  const { report } = await edition.mend();
  const isStored = pageAddressOf(new URL(url).pathname, edition.paths) !== undefined;
  port?.postMessage({ ...report, complete: report.complete && isStored });
  await earlier.tidy();
}

self.addEventListener('message', (event) => {
  const { source, ports } = event;
  const isFromPage = source instanceof Client && isOurs(source);
  // The sender is told by its script: in Firefox it is not the same object as the worker that installs.
  const isFromNewest = source !== null && 'scriptURL' in source && source.scriptURL === self.location.href;
  const message = parseMessage(event.data);
  if (message?.type === 'SKIP_WAITING' && isFromPage) void self.skipWaiting();
  if (message?.type === 'AUDIT' && isFromPage) event.waitUntil(answerAudit(source, ports[0]));
  if (message?.type === 'TIDY' && isFromNewest) event.waitUntil(earlier.remove(message.newest));
});
