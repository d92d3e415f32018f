import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import type { Assets } from '../app/shell/document';
import type { Site } from '../core/routes';
import { type Content, ContentError, checkContent, projectRoot, releasedFrom } from '../node/content';
import { bundleStandalone } from '../node/standalone';
import { noAssets } from './assets';
import { developmentPages } from './development';
import { bootEntry, resetEntry, shellFolder } from './entries';
import { integrityOf, policyOf } from './policy';
import { nameHash, openSite } from './site';
import { layers, stylesOfPages } from './styles';

function find<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the client build has no ${what}`);
  return value;
}

/** Finds the one sheet of all styles, and puts the order of the layers at its beginning. */
function sheetIn(bundle: Rolldown.OutputBundle): { readonly fileName: string; readonly css: string } {
  const sheet = find(
    Object.values(bundle).find((output) => output.type === 'asset' && output.fileName.endsWith('.css')),
    'styles',
  );
  if (sheet.type !== 'asset') throw new Error(`${sheet.fileName}: expected styles, got a script`);
  const css = layers + sheet.source;
  sheet.source = css;
  return { fileName: sheet.fileName, css };
}

/**
 * Writes every page of the reader in both languages, with its data files and manifests, as part of the client
 * build. Because they are emitted and not written afterwards, the worker's manifest finds all of them. In
 * development the same pages are rendered on request.
 */
export function yaolan(site: Site): Plugin {
  let content: Content;
  return {
    name: 'yaolan-prerender',
    buildStart() {
      // The pages are written by the client's build, so the content is checked once, here.
      if (this.environment.name !== 'client') return;
      const checked = checkContent();
      if (checked.faults.length > 0) throw new ContentError(checked.faults);
      content = releasedFrom(checked.content);
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        if (this.environment.name !== 'client') return;
        const url = pathToFileURL(join(projectRoot, shellFolder, 'prerender.js')).href;
        const { pages, files, reset } = openSite(await import(`${url}?${Date.now()}`), content, site);
        const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
        const addressOf = (fileName: string, source: string) => ({
          src: site.base + fileName,
          integrity: integrityOf(source),
        });
        const sheet = sheetIn(bundle);
        const scripts = Object.values(bundle).filter((output) => output.type === 'chunk');
        const entry = find(
          scripts.find(({ isEntry }) => isEntry),
          'entry',
        );
        const [resetCode = '', boot = ''] = await Promise.all([
          bundleStandalone(resetEntry),
          bundleStandalone(bootEntry, 'es'),
        ]);
        const importMap = JSON.stringify({
          integrity: Object.fromEntries(
            scripts.map(({ fileName, code }) => [site.base + fileName, integrityOf(code)]),
          ),
        });
        // Two sets of styles, one for the article pages and one for all others: a host sends one policy for all pages,
        // which must name the hash of each set.
        const stylesOf = (some: typeof pages) =>
          stylesOfPages(
            sheet.css,
            some.map(({ render }) => render(noAssets)),
          );
        const ofReports = await stylesOf(pages.filter(({ isReport }) => isReport));
        const ofOthers = await stylesOf(pages.filter(({ isReport }) => !isReport));
        const assets: Assets = {
          css: ofOthers,
          sheet: addressOf(sheet.fileName, sheet.css),
          boot: boot.trim(),
          importMap,
          policy: policyOf([ofReports, ofOthers], [boot.trim(), importMap]),
          entry: addressOf(entry.fileName, entry.code),
        };
        for (const { fileName, isReport, render } of pages)
          emit(fileName, render({ ...assets, css: isReport ? ofReports : ofOthers }));
        for (const { fileName, source } of files) emit(fileName, source);
        const resetName = `assets/reset-${nameHash(resetCode)}.js`;
        emit(resetName, resetCode);
        emit('reset/index.html', reset({ ...assets, entry: addressOf(resetName, resetCode) }));
      },
    },
    configureServer(server) {
      server.middlewares.use(developmentPages(server, site));
      // Content is read from disk and not imported, so Vite does not know that pages depend on it.
      server.watcher.on('change', (file) => {
        if (/[\\/](locales|content)[\\/].*\.json$/.test(file)) server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
