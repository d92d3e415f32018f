/**
 * Gives the browser's own bar the colour of the page. The first theme colour in the head whose
 * media query applies counts. That is the dark one; its query is set here to the reader's choice,
 * or else to the system's scheme.
 */
export function showThemeColor(): void {
  const { theme } = document.documentElement.dataset;
  const dark = document.querySelector<HTMLMetaElement>('meta[name=theme-color]');
  const media = { light: 'not all', dark: 'all' }[theme ?? ''] ?? '(prefers-color-scheme:dark)';
  // Setting what is already there takes a slow phone 3 ms before the first paint.
  if (dark && dark.media !== media) dark.media = media;
}
