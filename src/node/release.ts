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
 * Where a site is deployed: a folder of releases, each complete, with a link to the one that is served. A deployment
 * replaces the link in one step, so that no reader ever meets half a release.
 */
export interface Target {
  readonly folder: string;
  /** The path the site is served under, with a slash at both ends. */
  readonly base: string;
}

/** What the deployments keep about a release, in a file beside its folder. */
interface Release {
  readonly id: number;
  /** The time, in seconds, that its changed files carry. */
  readonly stamp: number;
  readonly policy: string;
  /**
   * The hashed files that it serves. The value is `null` for those of this build, and for others the time (in
   * seconds) since which no build needs them.
   */
  readonly hashed: Readonly<Record<string, number | null>>;
}

export interface Staged {
  readonly release: Release;
  readonly last: Release | undefined;
  /** Serves this release from now on. */
  serve(): Promise<void>;
  /** Removes the releases before the last one. To be called once this one is served. */
  removeEarlier(): Promise<void>;
  /** Removes this release. */
  discard(): Promise<void>;
}

/** How long the scripts stay for a page that somebody left open, in seconds. */
const keptFor = 30 * 24 * 3600;

const releasesIn = (folder: string) => join(folder, 'releases');
const rootOf = ({ folder }: Target, id: number | string) => join(releasesIn(folder), String(id));
const recordOf = (target: Target, id: number) => `${rootOf(target, id)}.json`;

/** The release that is served now. */
async function servedIn(target: Target): Promise<Release | undefined> {
  const link = join(target.folder, 'current');
  if (!existsSync(link)) return undefined;
  const id = Number((await readlink(link)).split(/[\\/]/).at(-1));
  return JSON.parse(await readFile(recordOf(target, id), 'utf8')) as Release;
}

/**
 * Hashed files are copied first, then the pages that name them, and the worker last. So a copy that is
 * cut short names no missing file.
 */
const rankOf = (file: string) => (file.startsWith(hashedFolder) ? 0 : file === workerFile ? 2 : 1);

/**
 * Puts an unchanged file into the release. It keeps its time, so that servers do not send it
 * again to a browser that has it.
 */
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

/**
 * The hashed files of earlier builds that are still served, with the time (in seconds)
 * since which no build needs them.
 */
function keptFrom(last: Release | undefined, needed: ReadonlySet<string>, now: number): Map<string, number> {
  const earlier = Object.entries(last?.hashed ?? {}).filter(([file]) => !needed.has(file));
  // A file that the last build needed has no time yet: it stays, however old the last build is.
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
  // Each deployment has a second of its own, because servers tell the versions of a file apart by its
  // length and its time in seconds.
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
    serve: () => serve(target, release, staging),
    removeEarlier: () => removeEarlier(target, release, last),
    discard: () => rm(staging, { recursive: true, force: true }),
  };
}

async function serve(target: Target, release: Release, staging: string): Promise<void> {
  const root = rootOf(target, release.id);
  await rm(root, { recursive: true, force: true });
  await rename(staging, root);
  await writeFile(recordOf(target, release.id), JSON.stringify(release, null, 2));
  const next = join(target.folder, '.next');
  await rm(next, { force: true });
  await symlink(join('releases', String(release.id)), next);
  await rename(next, join(target.folder, 'current'));
}

/** Removes all releases but this one and the last: a server may have looked up a path in it a moment ago. */
async function removeEarlier({ folder }: Target, release: Release, last: Release | undefined): Promise<void> {
  const kept = new Set([release.id, last?.id].flatMap((id) => [`${id}`, `${id}.json`]));
  for (const name of await readdir(releasesIn(folder))) {
    if (!kept.has(name)) await rm(join(releasesIn(folder), name), { recursive: true, force: true });
  }
}

/**
 * A policy under which the pages of two builds both work, because those of the last build are served until
 * the server has read the new policy.
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
