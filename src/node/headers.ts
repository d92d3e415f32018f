/** The policies that can only be set by a server; the rest stands in each page's own meta element. */
const framing = "frame-ancestors 'none'";

const features = [
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi'],
  ...['accelerometer', 'gyroscope', 'magnetometer', 'display-capture', 'idle-detection', 'local-fonts'],
  ...['browsing-topics', 'clipboard-read'],
].map((feature) => `${feature}=()`);

const ownFeatures = ['clipboard-write', 'screen-wake-lock', 'fullscreen'].map(
  (feature) => `${feature}=(self)`,
);

/**
 * The same on every response, errors and the worker's script included: its policy governs what the
 * worker may fetch.
 *
 * @param policy the content security policy of the pages
 */
export function securityHeaders(policy: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': `${policy}; ${framing}`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': [...features, ...ownFeatures].join(', '),
    'X-Frame-Options': 'DENY',
    'Origin-Agent-Cluster': '?1',
  };
}

/** Hashed files never change; everything else is asked for again, and proxies must not rewrite it. */
export function cacheControlOf(path: string): string {
  return path.startsWith('assets/')
    ? 'public, max-age=31536000, immutable, no-transform'
    : 'no-cache, no-transform';
}
