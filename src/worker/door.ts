import { contentTypes, framing, standingHeaders } from '../core/headers';

/** A file of this version, as the build lists it. */
export interface ListedFile {
  readonly url: string;
  /** Part of the key that the file is stored under; null if the address itself names the content. */
  readonly revision: string | null;
  readonly integrity: string;
}

const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

export const integrityOf = async (body: BufferSource): Promise<string> =>
  `sha256-${base64(await crypto.subtle.digest('SHA-256', body))}`;

const endingOf = (path: string): string => (/\/$/.test(path) ? '.html' : (/\.\w+$/.exec(path)?.[0] ?? ''));

/**
 * The headers of a stored file, whatever the host said when it was fetched. A page's policy is in the page
 * itself; the header adds what only a header can forbid.
 */
export const headersOf = (path: string): Readonly<Record<string, string>> => ({
  ...standingHeaders,
  'Content-Security-Policy': framing,
  'Content-Type': contentTypes[endingOf(path)] ?? 'application/octet-stream',
});

/**
 * Whether an answer can be used. A host that sends a page in another charset, or a script as plain text, does
 * not work as it should, and its answer is refused.
 */
function isUsable({ ok, headers }: Response, path: string): boolean {
  const type = headers.get('Content-Type') ?? '';
  const kind = { '.html': 'text/html', '.js': 'javascript' }[endingOf(path)] ?? '';
  return ok && type.includes(kind) && !/charset=(?!"?utf-8)/i.test(type);
}

async function fetchWith(
  cache: RequestCache,
  { url, integrity }: ListedFile,
  path: string,
): Promise<Response> {
  const response = await fetch(url, { cache, credentials: 'same-origin' });
  if (!isUsable(response, path)) throw new Error(`not to be used: status ${response.status}`);
  const body = await response.arrayBuffer();
  if ((await integrityOf(body)) !== integrity) throw new Error('not the released bytes');
  return new Response(body, { headers: headersOf(path) });
}

/**
 * The only way in for answers that are to be stored. It accepts the released bytes only, and makes a new
 * answer of them. So no header of the host is obeyed from then on, and no stored answer is a redirected one,
 * which browsers would refuse to show as a page.
 *
 * @param path the address at which the file is asked for
 */
export const fetchFile = (file: ListedFile, path: string): Promise<Response> =>
  // Browsers keep hashed files for a year, including those that were cut short on their way. The
  // second attempt bypasses their cache.
  fetchWith(file.revision ? 'no-cache' : 'default', file, path)
    .catch(() => fetchWith('reload', file, path))
    .catch((cause: unknown) => {
      throw new Error(file.url, { cause });
    });
