import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { projectRoot } from './src/node/content';
import { buildSettings } from './src/node/settings';
import { clientEntries, shellEntry, shellFolder, yaolan } from './src/prerender/plugin';
import { integrityOf } from './src/prerender/policy';

const { base, origin, outDir } = buildSettings();

const styleSheets = readdirSync(join(projectRoot, 'src/app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.module.css'))
  // The article's come first, since the first names are the shortest.
  .sort((one, other) => Number(/reader/.test(other)) - Number(/reader/.test(one)) || (one < other ? -1 : 1));

/** Every class of the modules in a fixed order, so that the prerenderer's build and the browser's count alike. */
const classNames = styleSheets.flatMap((file) => {
  const names =
    readFileSync(join(projectRoot, 'src/app', file), 'utf8').match(/(?<=\.)[a-zA-Z][\w-]*/g) ?? [];
  return [...new Set(names)].map((name) => `${basename(file)}/${name}`);
});

/** The shortest names there are: each stands in the styles of every page, where no compression helps it. */
function scopedName(name: string, file: string): string {
  // The same for styles that come with a script, as text (`?inline`).
  const index = classNames.indexOf(`${basename(file.replace(/\?.*/, ''))}/${name}`);
  if (index < 0) throw new Error(`${file}: the class ${name} came up only after the styles had been read`);
  const letter = (place: number) => String.fromCharCode(97 + place);
  // Letters and digits in turn, so that no name is a word (`ad` is one that blockers hide).
  return index < 26 ? letter(index) : letter(Math.floor(index / 10) - 2) + (index % 10);
}

/**
 * i18next's warnings to developers, which it never makes in a build without `debug`: a kilobyte of their
 * sentences would reach each reader. Words that are missing stop the build by other ways, see `core/i18n`.
 */
const silent = ['log', 'warn', 'error', 'deprecate', 'once'].map((call) => `this.logger.${call}`);

/**
 * Parts of i18next that nothing here can reach, each from where it begins to what follows it: words come with the
 * scripts and not from a backend, and `Intl` formats before i18next fills in. With them a reader's phone would fetch
 * a kilobyte more.
 */
const unreachable = [
  {
    from: 'class Connector extends EventEmitter {',
    to: '\nconst get = () => (',
    instead: 'class Connector extends EventEmitter {}',
  },
  {
    from: 'const parseFormatStr = ',
    to: '\nconst removePending = ',
    instead: 'class Formatter { init() {} format(value) { return value; } }',
  },
  // Plugins, languages loaded later, directions of writing, copies of the instance.
  { from: '  use(module) {', to: '\n  setResolvedLanguage(', instead: '' },
  { from: '  loadNamespaces(ns, callback) {', to: '\n  static createInstance(', instead: '' },
  { from: '  cloneInstance(options', to: '\n  toJSON() {', instead: '' },
] as const;

const leanI18next: Plugin = {
  name: 'yaolan-lean-i18next',
  transform(code, id) {
    if (!id.includes('/i18next/dist/esm/i18next.js')) return;
    return unreachable.reduce((rest, { from, to, instead }) => {
      const start = rest.indexOf(from);
      const end = rest.indexOf(to, start);
      if (start < 0 || end < 0)
        throw new Error(`${id}: expected ${from} … ${to.trim()}, got another version`);
      return rest.slice(0, start) + instead + rest.slice(end);
    }, code);
  },
};

/** What the first script on every page shares with the rest, which comes when the page is idle. */
const ofEntry =
  /src.(core.(language|page|routes)|app.(platform.(anchor|idle|install|place|storage)|state.(install|keeper|place|settings|signal)|shell.entry))\.ts$/;

/** Names of classes would go into the code that uses them, and their styles with them out of the build. */
const withStyles = { inlineConst: false } as const;

/**
 * A script fetched later brings its own styles and needs nothing preloaded: Vite's kilobyte for that is one call.
 */
const plainImports: Plugin = {
  name: 'yaolan-plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
};

/** What only scripts need that come when they are asked for; several of them share some of it. */
const ofLaterScripts =
  /src.(core.(records|search|speech|sentences|share|picture|lines|qr)|app.(platform.(voices|mediaSession|spokenBlocks|interleave|cardKeys|clipboard|saveFile|addressQuery|unasked)|state.(copying|search|savedList|listening)|features.(both|share|search|help|citation|saved|listen)|shell.tools.(both|keys|listen|passOn|large|progressMarks)))/;

/** Tests that visit the built site in a browser. */
const onTheBuiltSite = [
  'tests/journeys/**/*.test.ts',
  'tests/faults/smoke.test.ts',
  'tests/house/budgets.test.ts',
];

/** Tests of the built site on real web servers, and those that build it again and again. */
const onServers = ['tests/hosts/**/*.test.ts', 'tests/node/{build,reproducible}.test.ts'];

export default defineConfig({
  base,
  appType: 'custom',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The package's own default is written for browsers without classes or async functions, none of which
  // has service workers with hashes; its other build does the same in half the bytes.
  resolve: { alias: { 'workbox-window': 'workbox-window/build/workbox-window.prod.mjs' } },
  css: { modules: { generateScopedName: scopedName } },
  build: {
    outDir,
    target: 'es2022',
    // Two in a hundred bytes smaller than Oxc's output, after brotli.
    minify: 'terser',
    // What is unsafe about these would be code that reads a property for its effect, calls an anonymous function
    // with `new`, or replaces what is built in. Nothing here does; the journeys run the result in three engines.
    terserOptions: {
      module: true,
      compress: {
        passes: 3,
        ecma: 2022,
        pure_funcs: silent,
        pure_getters: true,
        unsafe: true,
        unsafe_arrows: true,
        hoist_funs: true,
        hoist_props: false,
      },
    },
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  environments: {
    ssr: {
      build: {
        ssr: true,
        outDir: shellFolder,
        emptyOutDir: true,
        // The styles of all pages, which the prerenderer sets into each.
        emitAssets: true,
        cssCodeSplit: false,
        cssMinify: true,
        copyPublicDir: false,
        rollupOptions: {
          input: { prerender: shellEntry },
          output: { entryFileNames: '[name].js' },
          optimization: withStyles,
        },
      },
    },
    client: {
      build: {
        rollupOptions: {
          input: clientEntries,
          preserveEntrySignatures: 'exports-only',
          // What several pages' scripts share is one file, whichever pages these are.
          output: {
            codeSplitting: {
              groups: [
                { name: 'first', test: ofEntry, priority: 1 },
                { name: 'app', minShareCount: 2, test: (id) => !ofLaterScripts.test(id) },
                // What some of the scripts share that readers ask for.
                {
                  name: 'later',
                  test: /src.(core.sentences|app.(platform.(saveFile|clipboard)|shell.tools.openPanel))/,
                },
              ],
            },
          },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      const { ssr, client } = builder.environments;
      if (!ssr || !client) throw new Error('the ssr and client environments are part of this configuration');
      await builder.build(ssr);
      await builder.build(client);
    },
  },
  // Tests read the code as it is and visit a built site; they build nothing themselves.
  plugins: process.env.VITEST
    ? []
    : [
        plainImports,
        leanI18next,
        yaolan({ base, origin }),
        VitePWA({
          strategies: 'injectManifest',
          srcDir: 'src/worker',
          filename: 'sw.ts',
          // The app registers the worker itself, through workbox-window and a Trusted Types policy.
          injectRegister: false,
          manifest: false,
          injectManifest: {
            // Tables are made of the figures in the JSON; the way out needs a network in any case; without one an
            // address in no language gets the not-found page of one, see `worker/sw`.
            globPatterns: ['**/*.{html,js,css,json,webmanifest,svg,png,ico}'],
            globIgnores: ['screenshots/**', 'sw.js', 'reset/**', 'assets/reset-*', '404.html'],
            manifestTransforms: [
              (entries) => ({
                manifest: entries.map(({ url, ...entry }) => ({
                  ...entry,
                  // Pages are stored under the address readers use, so that no redirect is ever stored.
                  url: url.replace(/(^|\/)index\.html$/, '$1') || './',
                  integrity: integrityOf(readFileSync(join(outDir, url))),
                })),
                warnings: [],
              }),
            ],
          },
        }),
      ],
  test: {
    // Classes are read by name, so tests need them too.
    css: { include: [/\.module\.css$/] },
    globalSetup: ['tests/support/vitest-setup.ts'],
    reporters: ['tests/support/reporter.ts'],
    slowTestThreshold: 10_000,
    // No test passes or fails by the clock. What a test waits for either comes or gives up by itself.
    testTimeout: 0,
    hookTimeout: 0,
    // A worker serves many files: Vitest gives the start of each a minute at most, which a busy machine may take.
    isolate: false,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 300_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...onTheBuiltSite, ...onServers],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: onTheBuiltSite,
          pool: 'forks',
          // Each file has its own servers, profiles and displays; more than two would wait for one another's builds.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'hosts',
          environment: 'node',
          include: onServers,
          pool: 'forks',
          // Each file has its own servers, profiles and displays; more than two would wait for one another's builds.
          maxWorkers: 2,
        },
      },
    ],
  },
});
