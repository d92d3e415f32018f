import { extname } from 'node:path';
import { contentTypes, framing, standingHeaders } from '../core/headers';

export { contentTypes };

/**
 * All response headers stand here. `npm start` sends them, and the build writes them into the configuration of nginx,
 * Caddy and hosts that read a `_headers` file.
 */

/** How readers reach the site. What is promised about HTTPS is only said over HTTPS. */
export interface Transport {
  readonly isSecure: boolean;
}

/** Two years, the length that preload lists ask for. */
export const transportSecurity = 'max-age=63072000; includeSubDomains; preload';

/**
 * The headers of every response, including errors and the worker's script, whose policy
 * governs what the worker may fetch.
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

/** How long an answer may be kept, by the kind of file. */
export const cacheControl = {
  /** The file is named after its content, so it never changes. */
  hashed: 'public, max-age=31536000, immutable, no-transform',
  worker: 'no-cache',
  /** The file is asked for again each time, and proxies must not rewrite it. */
  page: 'no-cache, no-transform',
  /** A proxy that remembers a missing file would break the deployment that brings the file. */
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

/** Only text is compressed; pictures are compressed already. */
export const isCompressible = (path: string): boolean =>
  /charset=utf-8/.test(contentTypes[extname(path)] ?? '');

/** The policy that the build wrote into its root page, for all pages. The header must say the same. */
export const policyIn = (html: string): string | undefined =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
