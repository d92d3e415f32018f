/** The entry files of the bundles. */
export const shellEntry = 'src/app/shell/prerender.tsx';
export const clientEntry = 'src/app/shell/entry.ts';
/** What takes over the page; the client's entry fetches it once the page is idle. */
export const appEntry = 'src/app/shell/app.tsx';
/** The reset page's script is bundled by itself, so that it shares nothing with what may be broken. */
export const resetEntry = 'src/app/shell/reset.ts';
/** The script that is inlined into every page is bundled by itself too. */
export const bootEntry = 'src/app/shell/boot.ts';

/** The folder into which the prerenderer itself is built. It never reaches `dist/`. */
export const shellFolder = 'node_modules/.cache/yaolan-shell';
