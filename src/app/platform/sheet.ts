/**
 * Applies all of the site's styles to the screen. A page carries those that its text needs; the whole sheet is
 * linked for paper only, so that no text waits for it.
 */
export async function applyWholeSheet(): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('link[rel=stylesheet][media=print]');
  if (!link) return;
  link.media = 'all';
  if (link.sheet) return;
  // Without it, what scripts add looks plain, and works.
  await new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
}
