import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';

/**
 * The order of the cascade layers. It is put before all styles here, because the bundler may put the file
 * that declares it (`ui/tokens.css`) behind others.
 */
export const layers = '@layer tokens,base,ui,features,pages;';

/** The sheet without what is for paper only: for that, every page links the whole sheet. */
function ofTheScreen(sheet: string): string {
  const root = postcss.parse(sheet);
  root.walkAtRules('media', (rule) => {
    if (rule.params === 'print') rule.remove();
  });
  return root.toString();
}

/**
 * Returns the rules of the sheet that match something in the pages as they are built, or an attribute that
 * scripts set on `<html>`. They are inlined into these pages. The other rules are for paper and for what scripts add,
 * and come with the whole sheet after the text.
 */
export async function stylesOfPages(sheet: string, pages: readonly string[]): Promise<string> {
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: pages.join(''), extension: 'html' }],
    css: [{ raw: ofTheScreen(sheet) }],
    // These rules are for pages that a reader saves to a file after scripts have filled them.
    safelist: { greedy: [/live-page/] },
    dynamicAttributes: [
      ...['data-theme', 'data-size', 'data-spacing', 'data-edition', 'data-install'],
      ...['open', 'data-ungrouped'],
      // For `[href^=…]`: PurgeCSS does not match a part of an attribute's value.
      'href',
    ],
  });
  return layers + (purged?.css ?? '').trim();
}
