/**
 * The styles of what scripts put into the page: they come with the script, and no page carries them. A browser
 * without constructable sheets (before 2023 on Apple's phones) shows those parts plain.
 */
export function addStyles(css: string): void {
  if (!('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** The same in place of the sheet, if there is one, whose first rule has these words. */
export function replaceStyles(css: string, words: string): void {
  const before = document.adoptedStyleSheets?.find(({ cssRules }) => cssRules[0]?.cssText.includes(words));
  if (before) before.replaceSync(css);
  else addStyles(css);
}

/** The styles of paper: a file that nothing on the screen waits for. */
export function addPrintStyles(address: string): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.media = 'print';
  link.href = address;
  document.head.append(link);
}
