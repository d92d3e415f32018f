import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { type Language, languages } from '../../src/core/language';
import type { PageInfo } from '../../src/core/page';
import type { Readings } from './figures';

const compress = (body: Buffer): Buffer =>
  brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });

/** Bytes of a served file as it goes over the line, without headers. */
export function brotliOf(root: string, path: string): number {
  const body = readFileSync(join(root, path.replace(/\/$/, '/index.html')));
  return /\.(?:png|ico)$/.test(path) ? body.length : compress(body).length;
}

/** How much of the compressed page has to arrive before a browser can read it as far as `end`. */
function bytesUntil(html: string, end: number): number {
  const whole = compress(Buffer.from(html));
  const wanted = Buffer.byteLength(html.slice(0, end));
  const readable = (bytes: number) =>
    brotliDecompressSync(whole.subarray(0, bytes), { finishFlush: constants.BROTLI_OPERATION_FLUSH }).length;
  let [few, enough] = [0, whole.length];
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (readable(middle) >= wanted) enough = middle;
    else few = middle;
  }
  return enough;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What the files of an article weigh in brotli. Counted from the build, so the same on every machine. */
export function weightsOf(root: string, article: string, language: Language): Readings {
  const page = `${language}/${article}/`;
  const html = readFileSync(join(root, page, 'index.html'), 'utf8');
  const info = JSON.parse(html.match(/id="page">(.*?)<\/script>/s)?.[1] ?? '') as PageInfo;
  const entry = html.match(/<script type="module"[^>]* src="([^"]+)"/)?.[1] ?? '';
  const words = info.files.articles[article]?.src ?? '';
  const pages = languages.flatMap((each) => [`${each}/${article}/`, `${each}/${article}/measures/`]);
  const edition = [...pages, words, `data/${article}.json`, `data/${article}.csv`];
  const endOfFirstCard = html.indexOf('</article>') + '</article>'.length;
  return {
    'page bytes': brotliOf(root, page),
    'first card bytes': bytesUntil(html, endOfFirstCard),
    'first script': brotliOf(root, entry),
    'article words': brotliOf(root, words),
    'edition bytes': sum(edition.map((path) => brotliOf(root, path))),
  };
}
