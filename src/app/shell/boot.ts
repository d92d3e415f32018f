/**
 * The one script that a page waits for, set into it: how the reader wants it to look, before the first paint.
 * It asks the mirror, which answers at once; where there is none the page looks as it came.
 */
import { lookNames } from '../../core/look';
import { prefix } from '../platform/storage';

try {
  for (const name of [...lookNames, 'large'] as const) {
    const value = localStorage[prefix + name];
    if (!value) continue;
    if (name === 'large') {
      // The layout of the large-type edition, which no page carries; `tools/large` has put it there.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(value);
      document.adoptedStyleSheets = [sheet];
    } else document.documentElement.dataset[name] = value;
  }
} catch {
  // Storage is denied, or the browser knows no such sheets.
}
