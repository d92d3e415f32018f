/** What the files for hosts are made from. */
export interface Hosted {
  /** The path the site is served under, with a slash at both ends. */
  readonly base: string;
  /** Scheme and host without a path; empty when the address is not known. */
  readonly origin: string;
  /** The content security policy of the pages, as their meta elements say it. */
  readonly policy: string;
  /** Every file of the build, relative, with slashes. */
  readonly files: readonly string[];
}

/** One file for the publisher: where it stands in the folder for hosts, and its text. */
export interface HostFile {
  readonly path: string;
  readonly text: string;
}

/** Without a word about it, a site is meant for HTTPS: nothing else installs or reads offline. */
export const isSecureHost = ({ origin }: Hosted): boolean => !origin.startsWith('http:');

/** Stands where the publisher's own name goes until the build is told it. */
export const hostName = ({ origin }: Hosted): string => (origin ? new URL(origin).hostname : 'example.org');

/** Folders that have a page, without slashes at their ends: where readers forget the last one. */
export const foldersOf = ({ files }: Hosted): string[] =>
  files.filter((file) => file.endsWith('/index.html')).map((file) => file.slice(0, -'/index.html'.length));

/** The folders with a not-found page of their own, by language. */
export const ownMissing = ({ files }: Hosted): string[] =>
  files.filter((file) => /^[^/]+\/404\.html$/.test(file)).map((file) => file.slice(0, -'/404.html'.length));

/** Where the publisher is meant to keep the deployed site. */
export const siteFolder = '/srv/yaolan';

export const note = (what: string): string =>
  `# ${what} Written by \`npm run build\`; not meant to be edited.`;

export const escaped = (text: string): string => text.replace(/[.\\+*?^$()[\]{}|]/g, '\\$&');
