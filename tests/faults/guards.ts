import type { EngineName } from '../support/browsers';
import { changeFile, copyProject } from '../support/project';
import { buildSite } from '../support/site';

/** A protection of the product, how to take it away, and the row of the table that must notice. */
export interface Guard {
  readonly what: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly caughtBy: string;
  /** Where the row notices; Chromium when not given. */
  readonly engine?: EngineName;
}

const worker = 'src/worker/sw.ts';
const door = 'src/worker/door.ts';
const edition = 'src/worker/edition.ts';
const registering = 'src/app/platform/worker.ts';

export const guards: readonly Guard[] = [
  {
    what: 'a new version waits',
    file: worker,
    from: 'event.waitUntil(install());',
    to: 'event.waitUntil(install()); void self.skipWaiting();',
    caughtBy: 'U12',
  },
  {
    what: 'no page is claimed',
    file: worker,
    from: 'event.waitUntil(earlier.succeed())',
    to: 'event.waitUntil(earlier.succeed().then(() => self.clients.claim()))',
    caughtBy: 'U12',
  },
  {
    what: 'what is stored is compared with its hash',
    file: edition,
    from: 'if (stored && (await integrityOf(stored)) === file.integrity)',
    to: 'if (stored)',
    caughtBy: 'I15',
  },
  {
    what: 'only the released bytes are stored',
    file: door,
    from: 'if ((await integrityOf(body)) !== integrity)',
    to: 'if (integrity.length < 0)',
    caughtBy: 'I02',
  },
  {
    what: 'what fails its hash is asked for past the browser’s cache',
    file: door,
    from: ".catch(() => fetchWith('reload', file, path))",
    to: '',
    caughtBy: 'I02',
  },
  {
    what: 'a half edition gives its room back',
    file: worker,
    from: 'if (isFull) {',
    to: 'if (isOfStorage(undefined)) {',
    caughtBy: 'I07',
  },
  {
    what: 'versions that were never accepted are removed',
    file: worker,
    from: 'return self.registration.active?.postMessage(request);',
    to: 'return void request;',
    caughtBy: 'U19',
  },
  {
    what: 'a file announced as something else is not stored',
    file: door,
    from: /return ok && type.*/,
    to: 'return ok && type.length + kind.length >= 0;',
    caughtBy: 'I18',
  },
  {
    what: 'a network that never answers counts as none',
    file: worker,
    from: 'setTimeout(() => giveUp.abort(), patience)',
    to: 'setTimeout(() => undefined, patience)',
    caughtBy: 'N02',
  },
  {
    what: 'an address without its slash means its page',
    file: 'src/worker/pages.ts',
    from: /, `\$\{pathname\}\/`\]/,
    to: ']',
    caughtBy: 'I12',
  },
  {
    what: 'the not-found page has its status',
    file: worker,
    from: "status: 404, statusText: 'Not Found'",
    to: "status: 200, statusText: 'OK'",
    caughtBy: 'I11',
  },
  {
    what: 'newer versions are looked for ten minutes apart',
    file: registering,
    from: 'const checkAtMost = 10 * 60 * 1000;',
    to: 'const checkAtMost = 0;',
    caughtBy: 'U17',
  },
  {
    what: 'accepting reloads when the new version is in force',
    file: registering,
    from: "if (worker.state !== 'activated' || isFirst) return;",
    to: "if (worker.state !== 'parsed' || isFirst) return;",
    caughtBy: 'U02',
  },
  {
    what: 'a mirror that throws is no mirror',
    file: 'src/app/platform/storage.ts',
    from: 'attempt(() => globalThis[each].getItem(prefix + key))',
    to: 'globalThis[each].getItem(prefix + key)',
    caughtBy: 'D02',
  },
  {
    what: 'a browser without service workers is told from one with them',
    file: registering,
    from: "if (!('serviceWorker' in navigator)) return events.unavailable();",
    to: '',
    caughtBy: 'B01',
  },
  {
    what: 'a refused registration is said',
    file: registering,
    from: /\} catch \{\s*return events.unavailable\(\);\s*\}\s*if \(!registration\)/,
    to: '} finally { } if (!registration)',
    caughtBy: 'B02',
  },
  {
    what: 'no page is left for one that cannot come',
    file: 'src/app/platform/unreached.ts',
    from: 'fetch(address)',
    to: 'Promise.resolve({ ok: true })',
    caughtBy: 'U06',
  },
  {
    what: '“saved” is said only of a whole edition',
    file: 'src/app/shell/app.tsx',
    from: "complete ? { kind: 'saved', bytes }",
    to: "complete || true ? { kind: 'saved', bytes }",
    caughtBy: 'I03',
  },
  {
    what: 'who saves data is asked first',
    file: 'src/app/platform/network.ts',
    from: '?.saveData) ||',
    to: '?.saveData === undefined) ||',
    caughtBy: 'N15',
  },
  {
    what: 'a clipboard that is denied is no error',
    file: 'src/app/platform/clipboard.ts',
    from: 'return false;',
    to: 'return true;',
    caughtBy: 'B06',
  },
  {
    what: 'what could not be had is said',
    file: 'src/app/shell/app.tsx',
    from: 'addEventListener(unreached,',
    to: "addEventListener('nothing',",
    caughtBy: 'U06',
  },
  {
    what: 'what waits is offered, however many were found before it',
    file: registering,
    from: /offer\(\);(?=\s*if \(worker)/,
    to: '',
    caughtBy: 'U19',
  },
  {
    what: 'loaded again the page stands where it was left',
    file: 'src/app/platform/placeLeft.ts',
    from: 'const spot = placeLeft();',
    to: 'const spot = undefined as Spot | undefined;',
    caughtBy: 'R06',
  },
  {
    what: 'each base path has a cache of its own',
    file: 'src/core/caches.ts',
    from: /`yaolan:[^`]*`/,
    to: "'yaolan:'",
    caughtBy: 'K1',
  },
  {
    what: 'a script that came altered is asked for anew',
    file: 'src/app/platform/released.ts',
    from: 'const { isAnew } = await fetchChecked(script);',
    to: 'const isAnew = false;',
    caughtBy: 'K2',
  },
  {
    what: 'browsers know the hash of every script',
    file: 'src/prerender/plugin.ts',
    from: /integrity: Object\.fromEntries\([^;]*?\),\n {8}\}\);/,
    to: 'integrity: {} });',
    caughtBy: 'K3',
  },
  {
    what: 'a text that a translator has replaced comes back when it changes',
    file: 'src/app/shell/app.tsx',
    from: 'followTranslator(app);',
    to: '',
    caughtBy: 'K13',
  },
  {
    what: 'what a host says beside a file is not stored',
    file: door,
    from: 'new Response(body, { headers: headersOf(path) })',
    to: 'new Response(body, response)',
    caughtBy: 'K4',
  },
  {
    what: 'a page that is gone is named',
    file: worker,
    from: /fromNetwork\(request\)\.catch\(\(\) => absentPage\([^;]*;/,
    to: 'fromNetwork(request);',
    caughtBy: 'K6',
  },
  {
    what: 'the clock between two looks for updates only goes forward',
    file: registering,
    from: /performance\.now\(\)/g,
    to: 'Date.now()',
    caughtBy: 'K10',
  },
  {
    what: 'files of an earlier version stay while a page of it is open',
    file: 'src/worker/earlier.ts',
    from: 'if (await isPageOpen()) return;',
    to: '',
    caughtBy: 'K11',
  },
  {
    what: 'messages have exactly their fields',
    file: 'src/core/messages.ts',
    from: 'const isExact = ',
    to: 'const isExact = true || ',
    caughtBy: 'K14',
  },
];

/** The product without one of its protections. */
export function buildWithout({ file, from, to }: Guard): Promise<string> {
  const project = copyProject();
  changeFile(project, file, (text) => text.replace(from, to));
  return buildSite({ project });
}
