import { resolve } from 'node:path';
import { UsageError, wholeNumber } from './commandLine';
import { projectRoot } from './content';

/** The settings that the publisher makes in the environment. */
export interface BuildSettings {
  /** The path the site is served under, with a slash at both ends. */
  readonly base: string;
  /** Scheme and host without a path; empty when the address is not known. */
  readonly origin: string;
  /** Where a reader reports an error: a `mailto:` or an https address. */
  readonly contact?: string;
  readonly outDir: string;
  /** The folder for the configuration of hosts, beside the folder that is served. */
  readonly hostsDir: string;
}

function refuse(name: string, expected: string, got: string): never {
  throw new UsageError(`${name}: expected ${expected}, got "${got}"`);
}

function baseOf(value: string): string {
  const path = `/${value}/`.replace(/\/+/g, '/');
  if (!/^[\w./~-]*$/.test(path) || path.includes('..')) {
    refuse('BASE_PATH', 'a plain path such as /some/reader/', value);
  }
  return path;
}

function originOf(value: string, base: string): string {
  if (value === '') return '';
  if (!URL.canParse(value)) refuse('SITE_URL', 'an absolute address such as https://example.org/', value);
  const { protocol, origin, pathname } = new URL(value);
  if (protocol !== 'https:' && protocol !== 'http:') refuse('SITE_URL', 'an http(s) address', value);
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`;
  if (path !== '/' && path !== base) refuse('SITE_URL', `an address that ends in BASE_PATH (${base})`, value);
  return origin;
}

function contactOf(value: string): { contact?: string } {
  if (value === '') return {};
  const expected = 'an address such as mailto:errors@example.org or https://example.org/errors';
  if (!/^(?:mailto:[^\s@"<>]+@[^\s@"<>]+|https:\/\/[^\s"<>]+)$/.test(value))
    refuse('CONTACT', expected, value);
  return { contact: value };
}

/** @throws UsageError where a setting is malformed: its name, what was expected and what came */
export function buildSettings(env: NodeJS.ProcessEnv = process.env): BuildSettings {
  const base = baseOf(env.BASE_PATH ?? '/');
  return {
    base,
    origin: originOf(env.SITE_URL ?? '', base),
    ...contactOf(env.CONTACT ?? ''),
    outDir: resolve(projectRoot, env.OUT_DIR ?? 'dist'),
    hostsDir: resolve(projectRoot, env.OUT_DIR ? `${env.OUT_DIR.replace(/[\\/]+$/, '')}-deploy` : 'deploy'),
  };
}

/**
 * Reads the port from PORT; 0 is any free port, `undefined` stands for the default. `npm start` and `npm run dev` have
 * different defaults, because the service worker of the one would answer for the other at the same address.
 *
 * @throws UsageError where PORT is no port
 */
export const portOf = ({ PORT }: NodeJS.ProcessEnv = process.env): number | undefined =>
  PORT ? wholeNumber('PORT', PORT, 0, 65_535) : undefined;
