import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { buildSettings } from './src/node/settings';
import { clientEntries, shellEntry, shellFolder, yaolan } from './src/prerender/plugin';
import { integrityOf } from './src/prerender/policy';

const { base, origin, outDir } = buildSettings();

/** The same short class names in the prerenderer's build and the browser's: by file and name. */
function scopedName(name: string, file: string): string {
  const hash = createHash('sha256')
    .update(`${basename(file)}/${name}`)
    .digest('hex');
  return `${name[0]}${hash.slice(0, 4)}`;
}

/**
 * i18next's warnings to developers, which it never makes in a build without `debug`: a kilobyte of their
 * sentences would reach each reader. Words that are missing stop the build by other ways, see `core/i18n`.
 */
const silent = ['log', 'warn', 'error', 'deprecate', 'once'].map((call) => `this.logger.${call}`);

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
    terserOptions: { module: true, compress: { passes: 3, pure_funcs: silent } },
    assetsInlineLimit: 0,
  },
  environments: {
    ssr: {
      build: {
        ssr: true,
        outDir: shellFolder,
        emptyOutDir: true,
        copyPublicDir: false,
        rollupOptions: { input: { prerender: shellEntry }, output: { entryFileNames: '[name].js' } },
      },
    },
    client: { build: { rollupOptions: { input: clientEntries, preserveEntrySignatures: 'exports-only' } } },
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
        yaolan({ base, origin }),
        VitePWA({
          strategies: 'injectManifest',
          srcDir: 'src/worker',
          filename: 'sw.ts',
          // The app registers the worker itself, through workbox-window and a Trusted Types policy.
          injectRegister: false,
          manifest: false,
          injectManifest: {
            globPatterns: ['**/*.{html,js,json,csv,webmanifest,svg,png,ico}'],
            globIgnores: ['screenshots/**', 'sw.js'],
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
    globalSetup: ['tests/support/vitest-setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
