import { existsSync } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from './commandLine';
import { compressed } from './compression';
import { hashedFolder, isCompressible, policyIn, workerFile } from './headers';
import { filesBelow } from './hosts';

/**
 * A deployed site is a folder of releases, each whole, and a link to the one that is served. The link is
 * replaced in one step, so no reader ever meets half a release.
 */
export interface Target {
  readonly folder: string;
  /** The path the site is served under, with a slash at both ends. */
  readonly base: string;
}

/** What is remembered of a release, outside of what is served. */
interface Release {
  readonly id: number;
  /** Seconds: when its changed files count as changed. */
  readonly stamp: number;
  readonly policy: string;
  /** The hashed files it serves; those of earlier builds with the time from which they were not needed. */
  readonly hashed: Readonly<Record<string, number | null>>;
}

export interface Staged {
  readonly release: Release;
  readonly last: Release | undefined;
  /** Serves this release from now on. */
  serve(): Promise<void>;
  /** Forgets it. */
  discard(): Promise<void>;
}

/** How long a page that somebody left open may still ask for its scripts, in seconds. */
const keptFor = 30 * 24 * 3600;

const releasesIn = (folder: string) => join(folder, 'releases');
const rootOf = ({ folder }: Target, id: number | string) => join(releasesIn(folder), String(id));
const recordOf = (target: Target, id: number) => `${rootOf(target, id)}.json`;

/** The release that is served now. */
export async function servedIn(target: Target): Promise<Release | undefined> {
  const link = join(target.folder, 'current');
  if (!existsSync(link)) return undefined;
  const id = Number((await readlink(link)).split(/[\\/]/).at(-1));
  return JSON.parse(await readFile(recordOf(target, id), 'utf8')) as Release;
}

/** Scripts and words first, then what names them, the worker last: cut anywhere, nothing is named in vain. */
const rankOf = (file: string) => (file.startsWith(hashedFolder) ? 0 : file === workerFile ? 2 : 1);

/** The same file as in the last release, its age included: who has it is not sent it again. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}

async function write(to: string, body: Buffer, stamp: number): Promise<void> {
  await writeFile(to, body);
  await utimes(to, stamp, stamp);
}

const endings = { br: '.br', gzip: '.gz' } as const;

/** Puts one file and its compressed forms into the release. */
async function place(file: string, body: Buffer, to: string, before: string, stamp: number): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const last = await readFile(before).catch(() => undefined);
  const forms = isCompressible(file) ? [...Object.values(endings)] : [];
  if (last?.equals(body) && forms.every((ending) => existsSync(before + ending))) {
    for (const ending of ['', ...forms]) await linkOrCopy(before + ending, to + ending);
    return;
  }
  if (isCompressible(file)) {
    const small = await compressed(body);
    for (const form of ['br', 'gzip'] as const) await write(to + endings[form], small[form], stamp);
  }
  await write(to, body, stamp);
}

async function whole(built: string): Promise<string[]> {
  const files = existsSync(built) ? filesBelow(built) : [];
  const missing = ['index.html', '404.html', workerFile].filter((file) => !files.includes(file));
  if (missing.length > 0) {
    throw new UsageError(
      `${built} is no whole build: it has no ${missing.join(', ')}; run npm run build first.`,
    );
  }
  return files.sort((one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1));
}

/** Hashed files of earlier builds that go on being served, with the time since when they are not needed. */
function keptFrom(last: Release | undefined, needed: ReadonlySet<string>, now: number): Map<string, number> {
  const earlier = Object.entries(last?.hashed ?? {}).filter(([file]) => !needed.has(file));
  // What the last build still needed has no time yet, so it is always kept.
  return new Map(
    earlier
      .map(([file, since]) => [file, since ?? now] as const)
      .filter(([, since]) => now - since < keptFor),
  );
}

/**
 * Makes a release of a built folder without serving it yet.
 *
 * @param now in seconds
 */
export async function stage(
  built: string,
  target: Target,
  now = Math.floor(Date.now() / 1000),
): Promise<Staged> {
  const files = await whole(built);
  const last = await servedIn(target);
  const id = (last?.id ?? 0) + 1;
  // Servers tell a file's versions apart by its time in seconds and its length: two deployments within
  // one second must not look alike.
  const stamp = Math.max(now, (last?.stamp ?? 0) + 1);
  const staging = rootOf(target, `${id}.part`);
  await rm(staging, { recursive: true, force: true });
  const inside = (root: string, file: string) => join(root, target.base, file);
  const before = last ? rootOf(target, last.id) : staging;
  for (const file of files) {
    const body = await readFile(join(built, file));
    await place(file, body, inside(staging, file), inside(before, file), stamp);
  }
  const needed = new Set(files.filter((file) => file.startsWith(hashedFolder)));
  const kept = keptFrom(last, needed, now);
  for (const file of kept.keys()) {
    const body = await readFile(inside(before, file));
    await place(file, body, inside(staging, file), inside(before, file), stamp);
  }
  const release: Release = {
    id,
    stamp,
    policy: policyIn(await readFile(join(built, 'index.html'), 'utf8')) ?? '',
    hashed: { ...Object.fromEntries([...needed].map((file) => [file, null])), ...Object.fromEntries(kept) },
  };
  return {
    release,
    last,
    serve: () => serve(target, release, last, staging),
    discard: () => rm(staging, { recursive: true, force: true }),
  };
}

async function serve(
  target: Target,
  release: Release,
  last: Release | undefined,
  staging: string,
): Promise<void> {
  const root = rootOf(target, release.id);
  await rm(root, { recursive: true, force: true });
  await rename(staging, root);
  await writeFile(recordOf(target, release.id), JSON.stringify(release, null, 2));
  const next = join(target.folder, '.next');
  await rm(next, { force: true });
  await symlink(join('releases', String(release.id)), next);
  await rename(next, join(target.folder, 'current'));
  // The release before stays: a server may have looked up a path in it a moment ago.
  const kept = new Set([release.id, last?.id].flatMap((id) => [`${id}`, `${id}.json`]));
  for (const name of await readdir(releasesIn(target.folder))) {
    if (!kept.has(name)) await rm(join(releasesIn(target.folder), name), { recursive: true, force: true });
  }
}

/**
 * A policy under which the pages of two builds both work: one of them is served while the server
 * learns the headers of the other.
 */
export function policyOfBoth(next: string, last: string | undefined): string {
  const hashesIn = (text = '') => text.match(/'sha256-[^']+'/g) ?? [];
  return ['script-src', 'style-src'].reduce((policy, name) => {
    const directive = new RegExp(`${name} [^;]*`);
    const earlier = hashesIn(directive.exec(last ?? '')?.[0]);
    return policy.replace(directive, (given) =>
      [given, ...earlier.filter((hash) => !given.includes(hash))].join(' '),
    );
  }, next);
}
