import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';
import type { Site } from '../core/routes';
import { loadContent } from '../node/content';
import { noAssets } from './assets';
import { clientEntry, resetEntry, shellEntry } from './entries';
import { openSite } from './site';

/** Pages for `npm run dev`: rendered afresh for each request, with hot reload and without a policy. */
export function developmentPages(server: ViteDevServer, site: Site) {
  const environment = server.environments.ssr;
  return async (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
    try {
      if (!('runner' in environment)) return next();
      const runner = environment.runner as { import(url: string): Promise<unknown> };
      const shell = (await runner.import(`/${shellEntry}`)) as typeof import('../app/shell/prerender');
      const { files, pages, reset } = openSite(shell, loadContent(), site);
      const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
      const send = (type: string, body: string) => {
        response.setHeader('Content-Type', `${type}; charset=utf-8`);
        response.end(body);
      };
      const file = files.find(({ fileName }) => fileName === path);
      if (file) return send('application/json', file.source);
      const withEntry = (entry: string) => ({
        ...noAssets,
        entry: { src: site.base + entry, integrity: '' },
      });
      const page = pages.find(({ fileName }) => [path, `${path}index.html`].includes(fileName));
      const html = path === 'reset/' ? reset(withEntry(resetEntry)) : page?.render(withEntry(clientEntry));
      if (html === undefined) return next();
      return send('text/html', await server.transformIndexHtml(request.url ?? '/', html));
    } catch (error) {
      return next(error);
    }
  };
}
