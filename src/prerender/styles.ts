import { PurgeCSS } from 'purgecss';

/**
 * The order in which layers of styles count. It stands before all styles, because the bundler may put the file that
 * says it after others.
 */
export const layers = '@layer tokens,base,ui,features,pages;';

/**
 * The rules of the sheet that can match in the pages as they are built, or by what is set on `<html>`. They stand in
 * every page; the rest is for what scripts add, and comes with the whole sheet once the text is there.
 */
export async function stylesOfPages(sheet: string, pages: readonly string[]): Promise<string> {
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: pages.join(''), extension: 'html' }],
    css: [{ raw: sheet }],
    dynamicAttributes: ['data-theme', 'data-size', 'data-spacing', 'data-edition', 'data-install', 'open'],
  });
  return layers + (purged?.css ?? '').trim();
}
