/**
 * The headers that are the same for every answer. The servers send them, and the worker gives them to what it
 * stores, in place of whatever a host said at the time of installing.
 */

const denied = [
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi'],
  ...['accelerometer', 'gyroscope', 'magnetometer', 'display-capture', 'idle-detection', 'local-fonts'],
  ...['browsing-topics', 'clipboard-read'],
].map((feature) => `${feature}=()`);

const granted = ['clipboard-write', 'screen-wake-lock', 'fullscreen'].map((feature) => `${feature}=(self)`);

/** What only a header can forbid; the rest of the policy stands in each page's own meta element too. */
export const framing = "frame-ancestors 'none'";

export const standingHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [...denied, ...granted].join(', '),
  'X-Frame-Options': 'DENY',
  'Origin-Agent-Cluster': '?1',
};

/** The content types of all that may be served, by the ending of the file. Hosts answer 404 for any other. */
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
