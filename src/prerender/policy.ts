import { createHash } from 'node:crypto';

/** Subresource integrity of a file, as the `integrity` attribute and the worker's manifest take it. */
export const integrityOf = (bytes: string | Uint8Array): string =>
  `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

const hashOf = (text: string) => `'${integrityOf(text)}'`;

/**
 * The content security policy that every page carries in a meta element, for hosts that cannot set
 * headers. It allows this site's own files, the inlined styles and scripts by their hashes, and one script
 * URL for the worker; nothing else.
 *
 * @param styles the styles that are inlined into one page or another
 * @param scripts the scripts that are inlined into every page, the import map among them
 */
export function policyOf(styles: readonly string[], scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts.map(hashOf)].join(' '),
    "script-src-attr 'none'",
    ["style-src 'self'", ...styles.map(hashOf)].join(' '),
    "style-src-attr 'none'",
    // `blob:` is for the picture of a card, which the page draws itself.
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types reader-sw',
  ].join('; ');
}
