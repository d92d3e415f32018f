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
  type Hosted,
  type HostFile,
  hostName,
  isSecureHost,
  languagesWithMissing,
  note,
  transportNote,
} from './host';

/** The folder of these files, as nginx finds it beside its nginx.conf. */
const folder = 'yaolan';
const headersFile = `include ${folder}/headers.conf;`;

/** Variables that nginx looks up when it writes the headers, so that one list of headers is right for every answer. */
function maps(host: Hosted): string {
  const base = escaped(host.base);
  const missing = languagesWithMissing(host).map(
    (language) => `\t"~^${base}${language}/" ${host.base}${language}/404.html;`,
  );
  return `${note('What depends on the address or the status.')}
map $uri $yaolan_kept {
	volatile;
	${host.base}${workerFile} "${cacheControl.worker}";
	"~^${base}${escaped(hashedFolder)}" "${cacheControl.hashed}";
	default "${cacheControl.page}";
}
map $status $yaolan_cache_control {
	volatile;
	200 $yaolan_kept;
	301 $yaolan_kept;
	304 $yaolan_kept;
	default "${cacheControl.error}";
}
map $request_method $yaolan_refused {
	GET "";
	HEAD "";
	default 1;
}
# An encoded slash would name a file by another path, which nginx resolves.
map $request_uri $yaolan_encoded {
	"~*^[^?]*%2f" 1;
	default "";
}
map $status $yaolan_allow {
	volatile;
	405 "GET, HEAD";
	default "";
}
map $uri $yaolan_missing {
	volatile;
${missing.join('\n')}
	default ${host.base}404.html;
}
`;
}

/** nginx sends no header whose value is empty, and without `always` none on an error. */
function headers(host: Hosted): string {
  const fixed = {
    ...securityHeaders(host.policy, { isSecure: isSecureHost(host) }),
    ...(isSecureHost(host) && { 'Strict-Transport-Security': '$yaolan_transport_security' }),
    'Cache-Control': '$yaolan_cache_control',
    Allow: '$yaolan_allow',
  };
  const lines = Object.entries(fixed).map(([name, value]) => `add_header ${name} "${value}" always;`);
  return `${note('The headers of every answer.')}
# A location that adds a header of its own loses those of the server around it: include this file there too.
${lines.join('\n')}
`;
}

function site(): string {
  const types = Object.entries(contentTypes).map(([ending, type]) => `\t"${type}" ${ending.slice(1)};`);
  const endings = Object.keys(contentTypes).map((ending) => ending.slice(1));
  return `${note('What stands inside the server block.')}
server_tokens off;
absolute_redirect off;
charset off;
types {
${types.join('\n')}
}
default_type application/octet-stream;

# Bodies are compressed when the site is deployed, so that each is sent with its length.
gzip off;
gzip_static on;
gzip_vary on;
gzip_proxied any;

# A page is smaller than what a range saves, and a browser might store a part of one as the whole.
max_ranges 0;
etag on;

# Opening a file by its path costs a fifth of an answer. A changed page is served a second after a deployment, a new
# hashed file at once, since nginx does not remember that a file was missing.
open_file_cache max=1000 inactive=60s;
open_file_cache_valid 1s;

${headersFile}
error_page 404 $yaolan_missing;
if ($yaolan_refused) {
	return 405;
}
if ($yaolan_encoded) {
	return 404;
}

location ~ /$ {
	${headersFile}
	try_files \${uri}index.html =404;
}
location ~ \\.(?:${endings.join('|')})$ {
	${headersFile}
	try_files $uri =404;
}
location / {
	${headersFile}
	if (-f $request_filename/index.html) {
		return 301 $uri/$is_args$args;
	}
	return 404;
}
`;
}

function servers(host: Hosted): string {
  const name = hostName(host);
  const both = (port: string) => `	listen ${port};\n	listen [::]:${port};`;
  const root = `	root "${host.root}";
	# Needs nginx's brotli module. Without it delete this line: nginx then sends gzip.
	brotli_static on;
	include ${folder}/site.conf;`;
  const start = `${editedNote('The servers.')}
# Include this file in the http block. nginx finds the folder of this file by a link "${folder}" beside nginx.conf.
include ${folder}/maps.conf;
`;
  if (!isSecureHost(host)) {
    return `${start}
server {
${both('80')}
	server_name ${name};
${root}
}
`;
  }
  return `${start}${transportNote}
map $https $yaolan_transport_security {
	on "${transportSecurity}";
	default "";
}

server {
${both('80')}
	server_name ${name};
	server_tokens off;
	${headersFile}
	return 301 https://$host$request_uri;
}

server {
${both('443 ssl http2')}
	server_name ${name};
	ssl_certificate /etc/ssl/yaolan/fullchain.pem;
	ssl_certificate_key /etc/ssl/yaolan/key.pem;
	ssl_protocols TLSv1.2 TLSv1.3;
	ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;
	ssl_session_cache shared:yaolan:2m;
	ssl_session_tickets off;
${root}
}
`;
}

export const nginxFiles = (host: Hosted): HostFile[] => [
  { path: 'nginx/server.conf', text: servers(host), isEdited: true },
  { path: 'nginx/site.conf', text: site() },
  { path: 'nginx/headers.conf', text: headers(host) },
  { path: 'nginx/maps.conf', text: maps(host) },
];
