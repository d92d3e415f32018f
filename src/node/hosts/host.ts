/** The site, as the configuration of hosts needs to know it. */
export interface Hosted {
  /** The folder that the server serves. */
  readonly root: string;
  /** The path the site is served under, with a slash at both ends. */
  readonly base: string;
  /** Scheme and host without a path; empty when the address is not known. */
  readonly origin: string;
  /** The content security policy of the pages, as their meta elements say it. */
  readonly policy: string;
  /** Every file of the build, relative, with slashes. */
  readonly files: readonly string[];
}

/** One file of the configuration. */
export interface HostFile {
  /** Relative to the folder for hosts. */
  readonly path: string;
  readonly text: string;
  /** Set if the publisher edits the file. It is then written only if there is none. */
  readonly isEdited?: true;
}

/**
 * Whether the site is meant for HTTPS. A site whose address is not known is, because browsers
 * install nothing without HTTPS.
 */
export const isSecureHost = ({ origin }: Hosted): boolean => !origin.startsWith('http:');

/** The name of the site, or `example.org` if SITE_URL is not set. */
export const hostName = ({ origin }: Hosted): string => (origin ? new URL(origin).hostname : 'example.org');

/** The folders of pages, without the slash at their end. An address without that slash is redirected. */
export const foldersOf = ({ files }: Hosted): string[] =>
  files.filter((file) => file.endsWith('/index.html')).map((file) => file.slice(0, -'/index.html'.length));

/** The languages that have a not-found page. */
export const languagesWithMissing = ({ files }: Hosted): string[] =>
  files.filter((file) => /^[^/]+\/404\.html$/.test(file)).map((file) => file.slice(0, -'/404.html'.length));

/** The first line of a file that every build and every deployment writes anew. */
export const note = (what: string): string =>
  `# ${what} Written anew by each build and deployment: do not edit.`;

/** The line above the value of HSTS in the files that the publisher edits. */
export const transportNote =
  '# Lists of HTTPS-only sites ask for the last two words. Take them out unless every host below this name is HTTPS for good.';

/** The first line of a file for the publisher to edit. */
export const editedNote = (what: string): string =>
  `# ${what} Yours to edit where the site is deployed: a deployment writes it only where there is none.`;

export const escaped = (text: string): string => text.replace(/[.\\+*?^$()[\]{}|]/g, '\\$&');
