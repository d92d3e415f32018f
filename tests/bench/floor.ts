import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { languages } from '../../src/core/language';
import { freshFolder } from '../support/run-folder';

/** Registers the worker when the page has loaded; the one line of script that the floor cannot do without. */
const register = "addEventListener('load',()=>navigator.serviceWorker.register('/sw.js'))";

const workerOf = (version: string, addresses: readonly string[]) =>
  [
    `const c='${version}';`,
    `addEventListener('install',e=>e.waitUntil(caches.open(c).then(x=>x.addAll(${JSON.stringify(addresses)}))));`,
    "addEventListener('fetch',e=>e.respondWith(caches.match(e.request).then(r=>r||fetch(e.request))))\n",
  ].join('');

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

/** The page without its scripts; its policy allows the one line and asks for no trusted types. */
function bare(html: string): string {
  const found = html.match(/<script\b[^>]*>.*?<\/script>/gs);
  if (!found) throw new Error('the built page has no script to take away');
  return found
    .reduce((rest, script) => rest.replace(script, ''), html)
    .replace("script-src 'self'", `script-src 'self' 'sha256-${hashOf(register)}'`)
    .replace("require-trusted-types-for 'script'; trusted-types reader-sw", "worker-src 'self'")
    .replace('</body>', `<script>${register}</script></body>`);
}

/**
 * What no reader of this text could do with less: the same page, text and styles, no script, and the
 * smallest worker that keeps both languages for reading offline.
 *
 * @returns the folder, which the same server can serve
 */
export function makeFloor(dist: string, articles: readonly string[]): string {
  const root = freshFolder('floor');
  const put = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const addresses = articles.flatMap((article) => languages.map((language) => `${language}/${article}/`));
  const pages = addresses.map((address) => {
    const path = `${address}index.html`;
    return { path, html: bare(readFileSync(join(dist, path), 'utf8')) };
  });
  for (const { path, html } of pages) put(path, html);
  // The server takes the policy of its header from here.
  put('index.html', pages[0]?.html ?? '');
  const version = hashOf(pages.map(({ html }) => html).join('')).slice(0, 8);
  put(
    'sw.js',
    workerOf(
      version,
      addresses.map((address) => `/${address}`),
    ),
  );
  cpSync(join(dist, 'icons'), join(root, 'icons'), { recursive: true });
  for (const language of languages) {
    const file = `${language}.webmanifest`;
    put(file, readFileSync(join(dist, file), 'utf8'));
  }
  return root;
}
