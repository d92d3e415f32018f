import en from '../../locales/en/absent.json';
import zh from '../../locales/zh/absent.json';
import { framing } from '../core/headers';
import { autonymOf, type Language, otherThan, tagOf } from '../core/language';
import { headersOf, integrityOf } from './door';

const words = { zh, en } as const;

/** The colours and the type of the pages, as far as four lines need them. */
const style = `
  :root { color-scheme: light dark; font: 1.0625rem/1.7 sans-serif; color: #211c16; background: #fbf7ee; }
  body { max-width: 34rem; margin: 12vh auto 0; padding: 0 1.25rem; }
  h1 { font: 600 1.6rem/1.3 Georgia, 'Songti SC', 'Noto Serif CJK SC', serif; }
  a { display: inline-block; min-width: 44px; padding: 8px 0; margin-inline-end: 1.5rem; color: inherit; }
  @media (prefers-color-scheme: dark) { :root { color: #ece3d4; background: #17130f; } }
`;

const escaped = (path: string): string => path.replaceAll('&', '&amp;').replaceAll("'", '&#39;');

/** @param path as in a URL, so that it has no angle brackets and no double quotes */
function htmlOf(base: string, path: string, language: Language): string {
  const { title, text, again, home } = words[language];
  const other = otherThan(language);
  const address = escaped(path);
  const otherAddress = address.replace(`${base}${language}/`, `${base}${other}/`);
  return `<!doctype html>
<html lang="${tagOf[language]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
<main>
<h1>${title}</h1>
<p>${text.replace('{{address}}', () => `<b>${address}</b>`)}</p>
<a href="${address}">${again}</a>
<a href="${base}${language}/">${home}</a>
<a href="${otherAddress}" hreflang="${tagOf[other]}" lang="${tagOf[other]}" data-switch="${other}">${autonymOf[other]}</a>
</main>
</html>`;
}

/**
 * The page that a reader sees if a page of this version can be had neither from the cache, because
 * something took it away, nor from a network. The worker makes it itself, so that it is there even when
 * nothing at all is stored any more.
 */
export async function absentPage(base: string, path: string, language: Language): Promise<Response> {
  const hash = await integrityOf(new TextEncoder().encode(style));
  // Firefox asks for the icon of the site, whatever the page says.
  const policy = `default-src 'none'; img-src 'self'; style-src '${hash}'`;
  return new Response(htmlOf(base, path, language), {
    status: 503,
    statusText: 'Service Unavailable',
    headers: {
      ...headersOf('/'),
      'Content-Security-Policy': `${policy}; base-uri 'none'; form-action 'none'; ${framing}`,
    },
  });
}
