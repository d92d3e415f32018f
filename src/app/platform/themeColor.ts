/**
 * Gives the browser's own bar the colour of the page. Of the two colours in the head the first that applies counts:
 * the dark one, for systems that are dark or for readers who have chosen so.
 */
export function showThemeColor(): void {
  const { theme } = document.documentElement.dataset;
  const dark = document.querySelector<HTMLMetaElement>('meta[name=theme-color]');
  const chosen = { light: 'not all', dark: 'all' }[theme ?? ''];
  if (dark) dark.media = chosen ?? '(prefers-color-scheme:dark)';
}
