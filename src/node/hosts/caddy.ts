import {
  cacheControl,
  contentTypes,
  hashedFolder,
  securityHeaders,
  transportSecurity,
  workerFile,
} from '../headers';
import {
  editedNote,
  escaped,
  foldersOf,
  type Hosted,
  type HostFile,
  hostName,
  isSecureHost,
  languagesWithMissing,
  note,
  transportNote,
} from './host';

const indented = (lines: readonly string[], by = 1) => lines.map((line) => '\t'.repeat(by) + line).join('\n');

const indentedText = (text: string, by = 1) => text.replaceAll('\n', `\n${'\t'.repeat(by)}`);

/** Headers that are set when the answer is written, so that they replace those of the file server. */
const atLast = (matcher: string, lines: readonly string[]) =>
  `header${matcher && ` ${matcher}`} {\n${indented([...lines, 'defer'])}\n}`;

function headers(host: Hosted): string {
  const { 'Strict-Transport-Security': _onlySecure, ...fixed } = securityHeaders(host.policy, {
    isSecure: isSecureHost(host),
  });
  const lines = Object.entries(fixed).map(([name, value]) => `${name} "${value}"`);
  return `${note('The headers of every answer.')}
${atLast('', [...lines, 'Vary Accept-Encoding', '-Server'])}
${isSecureHost(host) ? 'import transport_security\n' : ''}`;
}

/** Matches a client that names an encoding, unless it names it with the quality 0. */
const taking = (encoding: string) => `(?i)(?:^|,)\\s*${encoding}\\s*(?:$|,|;\\s*q=(?:1|0?\\.\\d*[1-9]))`;

/**
 * Caddy's `precompressed` sends files without their length (Go leaves it out where Content-Encoding is set first),
 * and a client then takes a cut answer for a whole one. So the path is rewritten to the compressed file, and
 * Content-Encoding is set last.
 */
const compressed = (ending: string, encoding: string, name: string, fileServer: string) => `@${name} {
	header_regexp Accept-Encoding "${taking(encoding)}"
	file {path}${ending}
}
handle @${name} {
	header {
		Content-Encoding ${encoding}
		defer
	}
	rewrite {path}${ending}
	${indentedText(fileServer)}
}`;

/** Sends the file of the path, compressed in the best way that the client takes. */
const files = (fileServer: string) => `${compressed('.br', 'br', 'brotli', fileServer)}
${compressed('.gz', 'gzip', 'gzip', fileServer)}
handle {
	${indentedText(fileServer)}
}`;

function site(host: Hosted): string {
  const { base } = host;
  const folders = foldersOf(host).map(escaped).join('|');
  const endings = Object.keys(contentTypes).map((ending) => `*${ending}`);
  const languages = languagesWithMissing(host);
  const typed = Object.entries(contentTypes).map(([ending, type]) => {
    const name = `@${ending.slice(1)}`;
    return `${name} path *${ending}${ending === '.html' ? ' */' : ''}\n${atLast(name, [`Content-Type "${type}"`])}`;
  });
  return `${note('What stands inside the site block.')}
@secure protocol https
import headers.caddy

@hashed path ${base}${hashedFolder}*
@worker path ${base}${workerFile}
@page not path ${base}${hashedFolder}* ${base}${workerFile}
header @hashed Cache-Control "${cacheControl.hashed}"
header @worker Cache-Control "${cacheControl.worker}"
header @page Cache-Control "${cacheControl.page}"
${typed.join('\n')}

route {
	# An encoded slash would name a file by another path, which Caddy resolves.
	@encoded expression \`{http.request.orig_uri}.matches("(?i)^[^?]*%2f")\`
	error @encoded 404
	@refused not method GET HEAD
	error @refused 405
	# A page is smaller than what a range saves, and a browser might store a part of one as the whole.
	request_header -Range
	header -Accept-Ranges

	@askingFolder {
		path_regexp asking ^/*${base.slice(1)}(${folders})$
		expression \`{query} != ""\`
	}
	redir @askingFolder ${base}{re.asking.1}/?{query} 301
	@folder path_regexp folder ^/*${base.slice(1)}(${folders})$
	redir @folder ${base}{re.folder.1}/ 301${base === '/' ? '' : `\n\tredir ${base.slice(0, -1)} ${base} 301`}

	@strange not path */ ${endings.join(' ')}
	error @strange 404
	@index path */
	rewrite @index {path}index.html
	# The file server answers 500 where the system takes the path for no name of a file (NUL, 8 kB).
	@none not file {path}
	error @none 404
	${indentedText(files('file_server {\n\tdisable_canonical_uris\n}'))}
}

handle_errors {
	import headers.caddy
	${atLast('', [`Cache-Control ${cacheControl.error}`, '-ETag', '-Last-Modified', '-Accept-Ranges']).replaceAll('\n', '\n\t')}
	route {
		@missing expression \`{err.status_code} == 404\`
		handle @missing {
			header {
				Content-Type "${contentTypes['.html']}"
				defer
			}
			# A client that has the not-found page must still be told 404, not 304.
			request_header -If-None-Match
			request_header -If-Modified-Since
${languages
  .flatMap((language) => [
    // Caddy compares paths without regard to case, but patterns with it.
    `@in_${language} path_regexp ^${escaped(base)}${language}/`,
    `rewrite @in_${language} ${base}${language}/404.html`,
  ])
  .map((line) => `\t\t\t${line}`)
  .join('\n')}
			@in_none not path_regexp ^${escaped(base)}(${languages.join('|')})/
			rewrite @in_none ${base}404.html
			${indentedText(files('file_server {\n\tstatus 404\n}'), 3)}
		}
		@method expression \`{err.status_code} == 405\`
		header @method Allow "GET, HEAD"
		respond "" {err.status_code}
	}
}
`;
}

function servers(host: Hosted): string {
  const name = hostName(host);
  const root = `	root * "${host.root}"\n	import site.caddy`;
  const start = `${editedNote('The sites.')}\n`;
  if (!isSecureHost(host)) return `${start}http://${name} {\n${root}\n}\n`;
  return `${start}${transportNote}
(transport_security) {
	header @secure Strict-Transport-Security "${transportSecurity}"
}

http://${name} {
	import headers.caddy
	@secure protocol https
	header Cache-Control "${cacheControl.page}"
	redir https://{host}{uri} 301
}

https://${name} {
${root}
}
`;
}

export const caddyFiles = (host: Hosted): HostFile[] => [
  { path: 'caddy/Caddyfile', text: servers(host), isEdited: true },
  { path: 'caddy/site.caddy', text: site(host) },
  { path: 'caddy/headers.caddy', text: headers(host) },
];
