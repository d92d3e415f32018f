import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { integrityOf } from '../../src/prerender/policy';
import { pagesOf } from '../support/pages';
import { changeFile, copyProject } from '../support/project';
import { freshFolder } from '../support/run-folder';
import { buildSite } from '../support/site';

/** One entry of the list that a built worker stores. */
export interface Entry {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
}

const list = /\[\{"integrity":.*?\}\]/s;

const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

/** What the worker of a build stores, as the built worker itself says. */
export function manifestOf(root: string): readonly Entry[] {
  const found = list.exec(read(root, 'sw.js'))?.[0];
  if (!found) throw new Error(`${root}/sw.js holds no list of files`);
  return JSON.parse(found) as Entry[];
}

/** The path of the script of a build that contains these words. */
export function scriptWith(root: string, words: string): string {
  const script = manifestOf(root).find(({ url }) => url.endsWith('.js') && read(root, url).includes(words));
  if (!script) throw new Error(`no script in ${root} contains ${words}`);
  return `/${script.url}`;
}

/** Each is made once for each path that it stands under. */
const once = (make: (base: string) => Promise<string>): ((base?: string) => Promise<string>) => {
  const made = new Map<string, Promise<string>>();
  return (base = '/') => {
    const known = made.get(base) ?? make(base);
    made.set(base, known);
    return known;
  };
};

/** Addresses by which a page of each version can be told from those of the others. */
export const siteUrls = {
  second: 'https://next.example/',
  third: 'https://third.example/',
  auto: 'https://auto.example/',
  hostile: 'https://hostile.example/',
  endless: 'https://endless.example/',
} as const;

/** The versions that scenarios deploy one after the other. */
export const builds = {
  /** What is released. */
  first: once((base) => buildSite({ base })),
  /** Every page differs from the first one's, and no script. */
  second: once((base) => buildSite({ base, siteUrl: siteUrls.second + base.slice(1) })),
  /** Every page and every script differ. */
  third: once((base) => {
    const project = copyProject();
    changeFile(project, 'src/app/platform/idle.ts', (text) => text.replace('timeout: 2000', 'timeout: 2001'));
    changeFile(project, 'src/app/shell/openParts.ts', (text) => text.replace('slice = 8;', 'slice = 9;'));
    changeFile(project, 'src/app/platform/picture.ts', (text) =>
      text.replace('const edge = 84;', 'const edge = 83;'),
    );
    return buildSite({ project, base, siteUrl: siteUrls.third + base.slice(1) });
  }),
  /** A release whose worker takes over by itself, as this one's never does. */
  auto: once((base) => {
    const project = copyProject();
    changeFile(project, 'src/worker/sw.ts', (text) =>
      text
        .replace('event.waitUntil(install());', '$& void self.skipWaiting();')
        .replace(
          'event.waitUntil(earlier.succeed())',
          'event.waitUntil(earlier.succeed().then(() => self.clients.claim()))',
        ),
    );
    return buildSite({ project, base, siteUrl: siteUrls.auto + base.slice(1) });
  }),
  /** Markup behind every sentence, but not behind the place of a report, which its short name must contain. */
  hostile: once((base) =>
    buildSite({
      project: projectWithWords((text, file, key) =>
        key === '/place' ? text : `${text} ${markup}${/articles|terms/.test(file) ? template : ''}`,
      ),
      base,
      siteUrl: siteUrls.hostile + base.slice(1),
    }),
  ),
  /** One sentence is a word that no line holds. */
  endless: once((base) =>
    buildSite({
      project: projectWithWords((text, _file, key) =>
        key === `/cards/${endlessCard}/summary` ? endless : text,
      ),
      base,
      siteUrl: siteUrls.endless + base.slice(1),
    }),
  ),
} as const;

/** What a page would run or hide if it took it for anything but text. */
export const markup =
  '<img src=x onerror="window.hit=1"></script><script>window.hit=2</script><!-- ]]>&#x3c;b>';

/** What would be filled in if the words of an article went through the templates of the interface. */
export const template = '$t(frame:brand)';

/** As long as the content's checks let a string be. */
export const endless = 'W'.repeat(10_000);

/** The card whose sentence is a single word. */
export const endlessCard = 'crime';

type Spoil = (text: string, file: string, key: string) => string;

/** The project with other words; what would refuse them is taken out. */
function projectWithWords(spoil: Spoil): string {
  const project = copyProject();
  const lenient: Readonly<Record<string, readonly [from: string, to: string]>> = {
    'src/node/content/policy.ts': [
      'Remark[] {\n  if (text.length',
      'Remark[] {\n  if (text) return [];\n  if (text.length',
    ],
    'src/node/build.ts': ['if (faults.length > 0)', 'if (faults.length < 0)'],
    'src/prerender/plugin.ts': ['if (checked.faults.length > 0)', 'if (checked.faults.length < 0)'],
  };
  for (const [file, [from, to]] of Object.entries(lenient))
    changeFile(project, file, (text) => text.replace(from, to));
  for (const file of readdirSync(join(project, 'locales'), { recursive: true, encoding: 'utf8' })) {
    if (!/^(zh|en).*\.json$/.test(file)) continue;
    const path = join(project, 'locales', file);
    const words = JSON.parse(readFileSync(path, 'utf8')) as unknown;
    writeFileSync(path, JSON.stringify(spoiled(words, spoil, file, '')));
  }
  return project;
}

function spoiled(words: unknown, spoil: Spoil, file: string, key: string): unknown {
  if (typeof words === 'string') return words && spoil(words, file, key);
  if (Array.isArray(words)) return words.map((word, at) => spoiled(word, spoil, file, `${key}/${at}`));
  return Object.fromEntries(
    Object.entries(words as object).map(([name, word]) => [
      name,
      spoiled(word, spoil, file, `${key}/${name}`),
    ]),
  );
}

export type Version = keyof typeof builds;

/** Code that runs before anything of the reader's: in each page, and in the worker. */
export interface Prelude {
  readonly page?: string;
  readonly worker?: string;
}

const preluded = new Map<string, string>();

/**
 * A copy of a build with a prelude in it. The worker's list gets the new hashes, so that the build is as whole
 * as the first one and the prelude is there without a network too.
 */
export function withPrelude(root: string, { page, worker }: Prelude, base = '/'): string {
  const key = JSON.stringify([root, page, worker]);
  const made = preluded.get(key);
  if (made) return made;
  const copy = freshFolder('prelude');
  cpSync(root, copy, { recursive: true });
  const added: Entry[] = [];
  if (page !== undefined) {
    writeFileSync(join(copy, '__prelude.js'), page);
    added.push({ integrity: integrityOf(page), revision: md5(page), url: '__prelude.js' });
    for (const { file } of pagesOf(copy)) {
      const html = readFileSync(file, 'utf8').replace(
        '<head>',
        `<head><script src="${base}__prelude.js"></script>`,
      );
      writeFileSync(file, html);
    }
  }
  const entries = manifestOf(root).map((entry) => renewed(copy, entry));
  const script = read(root, 'sw.js').replace(list, () => JSON.stringify([...added, ...entries]));
  writeFileSync(join(copy, 'sw.js'), `${worker ?? ''}\n${script}`);
  preluded.set(key, copy);
  return copy;
}

function renewed(root: string, entry: Entry): Entry {
  const bytes = readFileSync(join(root, fileOf(entry.url)));
  const integrity = integrityOf(bytes);
  return integrity === entry.integrity ? entry : { ...entry, integrity, revision: md5(bytes) };
}

/** The file behind an address of the list. */
export const fileOf = (url: string): string =>
  url === './' ? 'index.html' : url.replace(/\/$/, '/index.html');

const md5 = (bytes: string | Uint8Array): string => createHash('md5').update(bytes).digest('hex');

/** Named by pages, and not for reading: pictures for the install dialog, and files for machines. */
const exempt = /^\/(screenshots\/|robots\.txt$|sitemap\.xml$|sw\.js$)/;

/** Everything that the files of a build name on their own site, beside what the worker stores. */
export function crawlBuild(root: string) {
  const entries = manifestOf(root);
  const listed = new Set(entries.map(({ url }) => new URL(url, 'http://site/').pathname));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(html|js|json|webmanifest)$/.test(file),
  );
  const named = new Set(files.flatMap((file) => addressesIn(read(root, file), file)));
  return {
    named: named.size,
    missing: [...named].filter((path) => !listed.has(path) && !exempt.test(path)),
    doubled: entries.map(({ url }) => url).filter((url, at, all) => all.indexOf(url) !== at),
    wrong: entries
      .filter(({ url, integrity }) => integrityOf(readFileSync(join(root, fileOf(url)))) !== integrity)
      .map(({ url }) => url),
  };
}

/** Addresses in attributes, and paths in quotes that a script or a list of data names. */
function addressesIn(text: string, file: string): string[] {
  // Scripts hold the like of it with places to be filled.
  const attributes = [...text.matchAll(/\b(?:href|src)="([^"#?$]*)"?/g)].map(([, found]) => found ?? '');
  const quoted = [...text.matchAll(/["'`](\.?\/?(?:assets\/|icons\/|data\/|\.\/)[\w./-]+\.\w+)["'`]/g)].map(
    ([, found]) => found ?? '',
  );
  const at = `http://site/${file}`;
  return (
    [...attributes, ...quoted]
      .filter((address) => address !== '' && !/^[a-z]+:/.test(address))
      // What a late script needs is listed from the base on.
      .map((address) => new URL(address, address.startsWith('assets/') ? 'http://site/' : at).pathname)
  );
}
