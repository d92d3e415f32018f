/// <reference lib="webworker" />
import { setCacheNameDetails } from 'workbox-core';
import { PrecacheController } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { cachePrefix } from '../core/caches';
import type { AuditReport, FailureReport, TidyRequest } from '../core/messages';
import { auditCache, isUsable, refill } from './audit';
import { figuresOf, tableOf } from './openTables';
import { pageAddressOf } from './pages';

interface StoredFile {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
}

declare const self: Omit<ServiceWorkerGlobalScope, '__WB_MANIFEST'> & {
  readonly __WB_MANIFEST: StoredFile[];
};

/*
 * Everything both languages need is stored when a version is installed, all or nothing, and every
 * file is checked against its hash. There is no skipWaiting and no claim here: a new version waits
 * until the reader accepts it or starts afresh.
 */
setCacheNameDetails({ prefix: cachePrefix, suffix: 'v1' });
const entries = self.__WB_MANIFEST;
const precache = new PrecacheController();
precache.addToCacheList(entries);

/** Quota, a full disk, a broken one: engines give many names to it, but what the network does is no DOMException. */
const isOfStorage = (error: unknown): boolean => error instanceof DOMException;

precache.strategy.plugins.push({
  cacheWillUpdate: async ({ request, response }) => (isUsable(response, request.url) ? response : null),
  // The reader's page and its other language have just come; where they are still good the server only says so.
  requestWillFetch: async ({ request }) =>
    request.cache === 'reload' ? new Request(request, { cache: 'no-cache' }) : request,
  /*
   * Browsers keep hashed files for a year, and one that was cut short on its way without a length too. What
   * fails its hash may have come from there, so it is asked for once more past the browser's cache.
   */
  async handlerDidError({ error, request: { url, integrity } }) {
    const key = precache.getCacheKeyForURL(url);
    if (!integrity || !key || isOfStorage(error)) return undefined;
    return refill(await caches.open(precache.strategy.cacheName), key, { url, integrity });
  },
});

/** Not yet in TypeScript's own types. */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?(rules: { condition: { urlPattern: unknown }; source: 'fetch-event' }): Promise<void>;
}

const keysOf = (files: readonly StoredFile[]): string[] =>
  files.flatMap(({ url }) => precache.getCacheKeyForURL(url) ?? []);

/** Versions that waited between this one and the newest, and were never accepted, leave nothing behind. */
async function tidy(newest: readonly unknown[]): Promise<void> {
  const cache = await caches.open(precache.strategy.cacheName);
  const kept = new Set([...keysOf(entries), ...newest]);
  const left = (await cache.keys()).filter(({ url }) => !kept.has(url));
  await Promise.all(left.map((request) => cache.delete(request)));
}

/**
 * So many files at a time: over the slowest lines each answer takes seconds to begin, and Firefox ends a worker
 * that installs for more than a minute.
 */
const lanes = 4;

/** Resolves when nothing is being fetched any more; rejects with the first failure then. */
async function fetchAll(event: ExtendableEvent): Promise<void> {
  const { plugins } = precache.strategy;
  const installs = Array.from({ length: lanes }, (_, lane) => {
    const part = new PrecacheController({ plugins });
    part.addToCacheList(entries.filter((_, at) => at % lanes === lane));
    return part.install(event);
  });
  for (const ended of await Promise.allSettled(installs)) if (ended.status === 'rejected') throw ended.reason;
}

/** What a broken network leaves half done goes on next time; for what there is no room, room is given back. */
async function installWhole(event: ExtendableEvent): Promise<void> {
  const cache = await caches.open(precache.strategy.cacheName);
  const before = new Set((await cache.keys()).map(({ url }) => url));
  try {
    await fetchAll(event);
    // Firefox takes a body that breaks off before its announced end, and then stores nothing without a word.
    const { complete } = await auditCache(precache, entries);
    if (!complete) throw new Error('not every file of this version could be stored');
    const request: TidyRequest = { type: 'TIDY', keep: keysOf(entries) };
    self.registration.active?.postMessage(request);
  } catch (error) {
    const isFull = isOfStorage(error);
    const report: FailureReport = { type: 'FAILED', why: String(error), isFull };
    for (const page of await self.clients.matchAll({ includeUncontrolled: true })) page.postMessage(report);
    if (isFull) {
      const added = (await cache.keys()).filter(({ url }) => !before.has(url));
      await Promise.all(added.map((request) => cache.delete(request)));
    }
    throw error;
  }
}

self.addEventListener('install', (event: RoutingInstallEvent) => {
  event.waitUntil(installWhole(event));
  // Otherwise Chromium asks the network for a page beside a worker that is still starting, on every return.
  const { URLPattern } = globalThis as { URLPattern?: new (init: object) => unknown };
  if (!event.addRoutes || !URLPattern) return;
  const rules = { condition: { urlPattern: new URLPattern({}) }, source: 'fetch-event' } as const;
  event.addRoutes(rules).catch(() => undefined);
});
self.addEventListener('activate', (event) => void precache.activate(event));

const base = new URL(self.registration.scope).pathname;
const stored = new Set(entries.map(({ url }) => new URL(url, self.registration.scope).pathname));
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

/** The not-found page of the address's language, for other addresses the Chinese one, with the status it should have. */
async function missingPage(pathname: string): Promise<Response> {
  const language = pathname.slice(base.length).split('/')[0];
  const candidates = [`${base}${language}/404.html`, `${base}zh/404.html`];
  const address = candidates.find((candidate) => stored.has(candidate)) ?? '';
  const page = await precache.matchPrecache(address);
  if (!page) return Response.error();
  return new Response(page.body, { status: 404, statusText: 'Not Found', headers: page.headers });
}

async function answerPage(request: Request, url: URL): Promise<Response> {
  if (figuresOf(url.pathname, stored)) return answerFile(request, url);
  const address = pageAddressOf(url.pathname, stored);
  if (address === undefined) {
    // Without a network there is nothing to begin anew with, so the way out leads home.
    const otherwise = () =>
      url.pathname === `${base}reset/` ? Response.redirect(base, 302) : missingPage(url.pathname);
    return fromNetwork(request).catch(otherwise);
  }
  if (address !== url.pathname) {
    return Response.redirect(address + url.search, 302);
  }
  return (await precache.matchPrecache(address)) ?? fromNetwork(request);
}

async function answerFile(request: Request, url: URL): Promise<Response> {
  const figures = figuresOf(url.pathname, stored);
  const rows = figures && (await precache.matchPrecache(figures));
  if (rows) return tableOf(rows);
  return (await precache.matchPrecache(url.pathname)) ?? fromNetwork(request);
}

registerRoute(
  ({ url, request, sameOrigin }) =>
    sameOrigin &&
    url.pathname.startsWith(base) &&
    (request.mode === 'navigate' ||
      stored.has(url.pathname) ||
      figuresOf(url.pathname, stored) !== undefined),
  ({ request, url }) => (request.mode === 'navigate' ? answerPage(request, url) : answerFile(request, url)),
);

self.addEventListener('message', (event) => {
  const { type, keep } = (event.data ?? {}) as { type?: unknown; keep?: unknown };
  if (type === 'SKIP_WAITING') void self.skipWaiting();
  if (type === 'TIDY' && Array.isArray(keep)) event.waitUntil(tidy(keep));
  if (type === 'AUDIT') {
    const [port] = event.ports;
    const answer = async () => {
      const report: AuditReport = await auditCache(precache, entries);
      port?.postMessage(report);
    };
    event.waitUntil(answer());
  }
});
