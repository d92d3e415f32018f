/** The files that bundles begin with. */
export const shellEntry = 'src/app/shell/prerender.tsx';
export const clientEntry = 'src/app/shell/entry.ts';
/** The reset page's script is bundled by itself, so that it shares nothing with what may be broken. */
export const resetEntry = 'src/app/shell/reset.ts';
/** The script that stands in every page is bundled by itself too. */
export const bootEntry = 'src/app/shell/boot.ts';

/** Where the prerenderer itself is built: it never reaches `dist/`. */
export const shellFolder = 'node_modules/.cache/yaolan-shell';
