import { cacheControl, keptAs, securityHeaders } from '../headers';
import { type Hosted, type HostFile, isSecureHost, languagesWithMissing, note } from './host';

/**
 * The file for hosts that read `_headers` from what is uploaded. If two rules name the same header,
 * such hosts join the values. So Cache-Control has a rule for each file or folder of the top level,
 * and is not in the rule for all.
 */
function headers(host: Hosted): string {
  const rule = (path: string, lines: readonly string[]) =>
    [`${host.base}${path}`, ...lines.map((line) => `  ${line}`)].join('\n');
  const fixed = Object.entries(securityHeaders(host.policy, { isSecure: isSecureHost(host) }));
  const top = [...new Set(host.files.map((file) => file.replace(/\/.*/, '/*')))].sort();
  const kept = (path: string) => [`Cache-Control: ${cacheControl[keptAs(path)]}`];
  return `${[
    note('The headers of every answer.'),
    rule(
      '*',
      fixed.map(([name, value]) => `${name}: ${value}`),
    ),
    rule('', kept('index.html')),
    ...top.map((path) => rule(path, kept(path))),
  ].join('\n')}\n`;
}

/** Hosts that do not look for a 404.html in each folder find it by this list. */
const redirects = (host: Hosted): string =>
  `${[
    note('The not-found pages.'),
    ...languagesWithMissing(host).map(
      (language) => `${host.base}${language}/* ${host.base}${language}/404.html 404`,
    ),
  ].join('\n')}\n`;

export const headersFiles = (host: Hosted): HostFile[] => [
  { path: 'static/_headers', text: headers(host) },
  { path: 'static/_redirects', text: redirects(host) },
];
