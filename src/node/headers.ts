import { extname } from 'node:path';
import { contentTypes, framing, standingHeaders } from '../core/headers';

export { contentTypes };

/**
 * All response headers stand here. `npm start` sends them, and the build writes them into the configuration of nginx,
 * Caddy and hosts that read a `_headers` file.
 */

/** How the readers reach the site: what is promised about HTTPS is only said over HTTPS. */
export interface Transport {
  readonly isSecure: boolean;
}

/** Two years, the length that preload lists ask for. */
export const transportSecurity = 'max-age=63072000; includeSubDomains; preload';

/**
 * The same on every response, errors and the worker's script included: its policy governs what the
 * worker may fetch.
 *
 * @param policy the content security policy of the pages
 */
export function securityHeaders(
  policy: string,
  { isSecure }: Transport = { isSecure: false },
): Readonly<Record<string, string>> {
  const upgrade = isSecure ? '; upgrade-insecure-requests' : '';
  return {
    'Content-Security-Policy': `${policy}; ${framing}${upgrade}`,
    ...(isSecure && { 'Strict-Transport-Security': transportSecurity }),
    ...standingHeaders,
  };
}

/** How long an answer may be kept, by what it is. */
export const cacheControl = {
  /** Named after its content: it never changes. */
  hashed: 'public, max-age=31536000, immutable, no-transform',
  worker: 'no-cache',
  /** Asked for again each time, and proxies must not rewrite it. */
  page: 'no-cache, no-transform',
  /** A missing file that a proxy remembers breaks the deployment that brings it. */
  error: 'no-store',
} as const;

export type Kept = keyof typeof cacheControl;

export const hashedFolder = 'assets/';
export const workerFile = 'sw.js';

export function keptAs(path: string): Exclude<Kept, 'error'> {
  if (path.startsWith(hashedFolder)) return 'hashed';
  return path === workerFile ? 'worker' : 'page';
}

export const cacheControlOf = (path: string): string => cacheControl[keptAs(path)];

/** Text shrinks; pictures are compressed already. */
export const isCompressible = (path: string): boolean =>
  /charset=utf-8/.test(contentTypes[extname(path)] ?? '');

/** The policy that the build wrote into its root, for all pages; the header must not say anything else. */
export const policyIn = (html: string): string | undefined =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
