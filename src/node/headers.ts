import { extname } from 'node:path';

/**
 * All response headers stand here. `npm start` sends them, and the build writes them into the configuration of nginx,
 * Caddy and hosts that read a `_headers` file.
 */

/** Headers that promise HTTPS are only sent over HTTPS. */
export interface Transport {
  readonly isSecure: boolean;
}

/** Only a header can forbid framing; the rest of the policy stands in each page's meta element too. */
const framing = "frame-ancestors 'none'";

const features = [
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi'],
  ...['accelerometer', 'gyroscope', 'magnetometer', 'display-capture', 'idle-detection', 'local-fonts'],
  ...['browsing-topics', 'clipboard-read'],
].map((feature) => `${feature}=()`);

const neededFeatures = ['clipboard-write', 'screen-wake-lock', 'fullscreen'].map(
  (feature) => `${feature}=(self)`,
);

/** Two years, the length that preload lists ask for. */
export const transportSecurity = 'max-age=63072000; includeSubDomains; preload';

/**
 * The headers that every response has: errors too, and the worker's script, whose policy governs what the worker may
 * fetch.
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
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': [...features, ...neededFeatures].join(', '),
    'X-Frame-Options': 'DENY',
    'Origin-Agent-Cluster': '?1',
  };
}

/** How long a browser or proxy may keep an answer. */
export const cacheControl = {
  /** A file whose name holds its hash never changes. */
  hashed: 'public, max-age=31536000, immutable, no-transform',
  worker: 'no-cache',
  /** Browsers ask each time whether a page has changed, and proxies must not rewrite it. */
  page: 'no-cache, no-transform',
  /** A proxy that remembered a missing file would hide the deployment that brings it. */
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

/** The types of files that are served, by their endings; hosts answer 404 for any other. */
export const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** Texts are compressed; pictures are so already. */
export const isCompressible = (path: string): boolean =>
  /charset=utf-8/.test(contentTypes[extname(path)] ?? '');

/** Reads the policy that the build wrote into its pages. The header must say the same, or the stricter of the two would block. */
export const policyIn = (html: string): string | undefined =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
