import { basename, join } from 'node:path';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { buildSettings, portOf } from './src/node/settings';
import { appEntry, clientEntry, shellEntry, shellFolder } from './src/prerender/entries';
import { yaolan } from './src/prerender/plugin';
import { listFiles } from './src/prerender/precache';

const { base, origin, contact, outDir } = buildSettings();
const port = portOf();

/** Tests that visit the built site in a browser. */
const onTheBuiltSite = [
  'tests/journeys/**/*.test.ts',
  'tests/faults/smoke.test.ts',
  'tests/house/budgets.test.ts',
];

/** Tests of the built site on real web servers, and those that run the project's own commands and builds. */
const onServers = ['tests/hosts/**/*.test.ts', 'tests/node/{build,commands,reproducible}.test.ts'];

export default defineConfig({
  base,
  appType: 'custom',
  server: { ...(port !== undefined && { port, strictPort: true }) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // This is the build for browsers that have service workers; the package's default is for those before 2017.
  resolve: {
    alias: {
      'workbox-window': 'workbox-window/build/workbox-window.prod.mjs',
      // Every late import goes through Vite's helper, which fetches without asking for the released bytes.
      '\0vite/preload-helper.js': join(import.meta.dirname, 'src/app/platform/importScript.ts'),
    },
  },
  css: { modules: { generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}` } },
  build: {
    outDir,
    target: 'es2022',
    // There is one sheet: a page carries the part that its text needs, and the rest comes with the app.
    cssCodeSplit: false,
    // Nothing is inlined as a `data:` address, because the policy forbids them.
    assetsInlineLimit: 0,
    // What `platform/importScript` fetches before it imports a script.
    modulePreload: { polyfill: false },
  },
  environments: {
    // The prerenderer, which the client's build runs.
    ssr: {
      build: {
        ssr: true,
        outDir: shellFolder,
        emptyOutDir: true,
        copyPublicDir: false,
        rollupOptions: {
          input: { prerender: shellEntry },
          output: { entryFileNames: '[name].js' },
        },
      },
    },
    client: {
      build: {
        rollupOptions: {
          input: clientEntry,
          // File names do not contain the names of modules, because blockers drop
          // files that are called "share".
          output: {
            chunkFileNames: 'assets/[hash].js',
            // Every page comes to need both of these whole, so what they share with rarer scripts stays in them.
            codeSplitting: {
              groups: [
                { name: 'first', test: clientEntry, priority: 1 },
                { name: 'app', test: appEntry },
                // One file for what is small and asked for rarely: each file has a line in every page's import map.
                {
                  name: 'rare',
                  test: /Help\.tsx|TermNote\.tsx|pastedAddress|cardBlocks|clipboard|saveFile|core.sentences/,
                },
              ],
            },
          },
        },
      },
    },
  },
  builder: {
    async buildApp({ build, environments: { ssr, client } }) {
      if (!ssr || !client) throw new Error('the ssr and client environments are part of this configuration');
      await build(ssr);
      await build(client);
    },
  },
  // Tests read the code as it is and visit a built site; they build nothing themselves.
  plugins: process.env.VITEST
    ? []
    : [
        yaolan({ base, origin, ...(contact && { contact }) }),
        VitePWA({
          strategies: 'injectManifest',
          srcDir: 'src/worker',
          filename: 'sw.ts',
          // The app registers the worker itself, through workbox-window and a Trusted Types policy.
          injectRegister: false,
          manifest: false,
          integration: {
            // The bundler warns of the option that the plugin sets, so it is replaced.
            configureCustomSWViteBuild(config) {
              config.logLevel = 'error';
              const output = config.build?.rollupOptions?.output as Record<string, unknown>;
              delete output.inlineDynamicImports;
              output.codeSplitting = false;
            },
          },
          injectManifest: {
            // The reset page is not stored, because it needs a network in any case. `404.html`
            // is not stored either: without a network an address in no language gets the
            // not-found page of one, see `worker/sw`.
            globPatterns: ['**/*.{html,js,css,json,csv,webmanifest,svg,png,ico}'],
            globIgnores: ['screenshots/**', 'sw.js', 'reset/**', 'assets/reset-*', '404.html'],
            manifestTransforms: [listFiles(outDir)],
          },
        }),
      ],
  test: {
    // Components read their class names from these files, so tests need them too.
    css: { include: [/\.module\.css$/] },
    globalSetup: ['tests/support/vitest-setup.ts'],
    reporters: ['./tests/support/reporter.ts'],
    slowTestThreshold: 10_000,
    // No time limit decides a test. What a test waits for either comes or gives up by itself.
    testTimeout: 0,
    hookTimeout: 0,
    // A worker serves many files, because Vitest gives its start a minute at most,
    // which a busy machine may need.
    isolate: false,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 300_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // The default leaves one core free, which on two of them doubles the time.
          maxWorkers: '100%',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...onTheBuiltSite, ...onServers],
        },
      },
      // Each file has its own servers, profiles and displays; more than two would wait for one another's builds.
      { extends: true, test: { name: 'journeys', include: onTheBuiltSite, maxWorkers: 2 } },
      { extends: true, test: { name: 'hosts', include: onServers, maxWorkers: 2 } },
    ],
  },
});
